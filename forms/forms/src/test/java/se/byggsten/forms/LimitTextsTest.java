package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.source.FormYaml;

/** Limits are told as they are, in numbers as the language writes them. */
class LimitTextsTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final Locale EN = Locale.ENGLISH;

  private static FormRun run(long maxBytes) {
    String yaml =
        """
        form: 1
        id: granser
        version: 1
        languages: [sv, en]
        facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}
        pages:
          - id: ett
            fields:
              - {id: fil, type: files, constraints: [{attachments: {max: 2, max-bytes: BYTES}}]}
              - {id: langd, type: number, decimals: 1, constraints: [{decimal-min: {value: "0.5"}}]}
              - {id: antal, type: number}
              - {id: lon, type: amount, currency: SEK, constraints: [{decimal-max: {value: "99999999"}}]}
        """
            .replace("BYTES", Long.toString(maxBytes));
    FormTexts texts =
        FormTexts.of(
            Map.of("sv", Map.of("form.title", "Gränser"), "en", Map.of("form.title", "Limits")));
    return Forms.run(
        FormYaml.read("granser.yaml", yaml.getBytes(StandardCharsets.UTF_8), texts), Forms.CLOCK);
  }

  private static String page(FormRun run, FormState state, PageView view) {
    return Jsoup.parse(FormRenderer.of(run).page(state, "ett", view).value()).text();
  }

  @ParameterizedTest
  @CsvSource({
    "500000, '0,5 MB', '0.5 MB'",
    "1900000, '1,9 MB', '1.9 MB'",
    "10000000, '10 MB', '10 MB'",
    "1234567, '1,234 MB', '1.234 MB'"
  })
  void no_more_is_promised_than_is_kept(long maxBytes, String swedish, String english) {
    FormRun run = run(maxBytes);
    FormState state = run.start(Map.of());
    assertThat(page(run, state, PageView.of(SV, "/g", "t"))).contains("högst " + swedish);
    assertThat(page(run, state, PageView.of(EN, "/g", "t"))).contains("at most " + english);
    byte[] large = Arrays.copyOf(Forms.PDF, (int) maxBytes + 1);
    StepResult step =
        run.post(state, "ett", PostedFields.with().and(PostedFile.of("fil", "a.pdf", large)));
    assertThat(page(run, step.state(), PageView.of(SV, "/g", "t").after(step)))
        .contains("En fil får vara högst " + swedish);
  }

  @Test
  void other_limits_have_the_decimal_sign_and_the_groups_of_the_language() {
    FormRun run = run(1_000_000);
    StepResult step =
        run.post(run.start(Map.of()), "ett", PostedFields.with("langd", "0,1", "lon", "123456789"));
    assertThat(page(run, step.state(), PageView.of(SV, "/g", "t").after(step)))
        .contains("0,5", "99 999 999")
        .doesNotContain("0.5", "99999999");
    assertThat(page(run, step.state(), PageView.of(EN, "/g", "t").after(step)))
        .contains("0.5", "99,999,999");
  }

  @Test
  void an_example_in_an_error_is_one_that_would_be_taken() {
    FormRun run = run(1_000_000);
    StepResult step =
        run.post(run.start(Map.of()), "ett", PostedFields.with("langd", "x", "antal", "x"));
    String told = page(run, step.state(), PageView.of(SV, "/g", "t").after(step));
    assertThat(told)
        .contains("Skriv ett tal med siffror, till exempel 1 234,50, för: langd")
        .contains("Skriv ett helt tal med siffror, till exempel 12, för: antal");
    assertThat(run.post(run.start(Map.of()), "ett", PostedFields.with("antal", "12")).violations())
        .noneMatch(violation -> violation.field().equals("antal"));
  }
}
