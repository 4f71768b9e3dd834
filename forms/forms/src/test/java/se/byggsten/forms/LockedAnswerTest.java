package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.source.FormYaml;

/** What a source knows and nobody may change never stands in the citizen's way. */
class LockedAnswerTest {
  private static final PageView VIEW = PageView.of(Locale.forLanguageTag("sv"), "/a", "t");

  private static FormRun run(String fields) {
    String yaml =
        """
        form: 1
        id: prov
        version: 1
        languages: [sv]
        pages:
          - id: ett
            fields:
        %s
          - {id: granska, kind: review}
        """
            .formatted(fields.indent(6).stripTrailing());
    return FormRun.of(
        FormYaml.read("prov.yaml", yaml.getBytes(StandardCharsets.UTF_8), FormTexts.of(Map.of())),
        Forms.CLOCK);
  }

  private static FormState known(FormRun run, String value) {
    return run.start(Map.of("reg", new PrefillValue(value, "registret", Forms.NOW)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text, constraints: [{size: {max: 10}}] | Maximilian Svensson",
        "radio, options: [a, b]                 | c",
        "personnummer                           | 19121212",
        "number, constraints: [{decimal-min: {value: '5'}}] | 3"
      })
  void the_citizen_goes_on_past_a_value_that_the_form_itself_would_not_take(
      String type, String value) {
    FormRun run =
        run("- {id: a, required: true, prefill: {source: reg, locked: true}, type: " + type + "}");
    StepResult step = run.post(known(run, value), "ett", PostedFields.with());
    assertThat(step.violations()).isEmpty();
    assertThat(step.page()).contains("granska");
    assertThat(run.missing(step.state())).isEmpty();
    assertThat(step.state().answer("a").orElseThrow().changed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"radio, options: [a, b] | a | val == 'a'", "yes-no | yes | val"})
  void the_questions_under_it_are_asked(String type, String value, String condition) {
    FormRun run =
        run(
            "- {id: val, required: true, prefill: {source: reg, locked: true}, type: "
                + type
                + "}\n- {id: under, type: text, required: true, show-if: \""
                + condition
                + "\"}");
    StepResult step = run.post(known(run, value), "ett", PostedFields.with());
    Document page =
        Jsoup.parse(FormRenderer.of(run).page(step.state(), "ett", VIEW.after(step)).value());
    assertThat(page.select(".govuk-error-summary a").attr("href")).isEqualTo("#under");
    assertThat(page.select("#under[name=under]")).hasSize(1);
    assertThat(run.post(step.state(), "ett", PostedFields.with("under", "svar")).page())
        .contains("granska");
  }

  @Test
  void a_known_text_is_unchanged_when_it_is_posted_as_it_stands() {
    FormRun run = run("- {id: a, type: long-text, prefill: {source: reg}}");
    FormState state = known(run, "rad ett\r\nrad två");
    PostedFields same = PostedFields.with("a", "rad ett\r\nrad två");
    assertThat(run.post(state, "ett", same).state().answer("a").orElseThrow().changed()).isFalse();
  }
}
