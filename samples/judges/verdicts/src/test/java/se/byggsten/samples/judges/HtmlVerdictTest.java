package se.byggsten.samples.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.testsupport.Judge;

/** That the HTML judge tells a right page from a wrong one, for those who ask it about theirs. */
@Tag("judges")
class HtmlVerdictTest {
  @TempDir Path folder;

  @Test
  void aRightPageHasNoErrorsAndAWrongOneHas() throws IOException {
    String right =
        "<!DOCTYPE html><html lang=\"sv\"><head><title>Ansökan</title></head>"
            + "<body><h1>Ansökan</h1></body></html>";
    Path page = Files.writeString(folder.resolve("page.html"), right);
    assertThat(Judge.nuHtml().run(folder, "--errors-only", page.toString()).exitCode()).isZero();
    Files.writeString(page, right.replace("<h1>", "<h1 id=\"a\" id=\"a\"><p>"));
    Judge.Verdict wrong = Judge.nuHtml().run(folder, "--errors-only", page.toString());
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.text()).contains("error");
  }
}
