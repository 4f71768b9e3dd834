package se.byggsten.conformance.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The trace of the guide is one, of the form of the guide, and is as the guide says. */
class TraceGuideTest {
  private static String block(String guide, String pattern) {
    Matcher matcher = Pattern.compile(pattern + "(.*?)```", Pattern.DOTALL).matcher(guide);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  @Test
  void the_form_of_the_guide_does_what_its_trace_says() throws IOException {
    String guide = Files.readString(Path.of("../../docs/forms.md"));
    TraceCheck check =
        TraceCheck.of(
            Cykel.form(
                block(guide, "forms/lokal\\.yaml`\n```yaml\n"),
                block(guide, "forms/lokal_sv\\.properties`\n```properties\n")));
    String text = block(guide, "```yaml\n(?=trace: 1\n)");
    Trace trace = Trace.read("guide.yaml", text.getBytes(StandardCharsets.UTF_8));

    assertThat(check.check(trace)).isEmpty();
    assertThat(check.check(check.record(trace))).isEmpty();
  }
}
