package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.data.DataException;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.source.FormYaml;

class FormYamlTest {
  private static final String GOOD =
      """
      form: 1
      id: litet
      version: 1
      languages: [sv]
      pages:
        - id: ett
          fields:
            - id: namn
              type: text
              constraints:
                - size: {max: 10}
      """;

  private static FormDefinition read(String yaml) {
    return FormYaml.read(
        "litet.yaml", yaml.getBytes(StandardCharsets.UTF_8), FormTexts.of(Map.of()));
  }

  @Test
  void reads_a_small_form() {
    assertThat(read(GOOD).fields()).containsOnlyKeys("namn");
  }

  @Test
  void an_unknown_key_has_line_column_and_suggestion() {
    DataException e =
        catchThrowableOfType(
            DataException.class, () -> read(GOOD.replace("type: text", "typ: text")));
    assertThat(e).hasMessageContaining("litet.yaml:9:").hasMessageContaining("did you mean 'type'");
    assertThat(e.code()).isEqualTo(DataException.UNKNOWN_KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "form: 1 | form: 2 | DATA-UNKNOWN-VERSION",
        "form: 1 | formm: 1 | DATA-MISSING-KEY",
        "type: text | type: txt | DATA-BAD-VALUE",
        "type: text | type: radio | FORM-DEFINITION",
        "id: namn | id: today | FORM-DEFINITION",
        "id: namn | id: Namn | FORM-DEFINITION",
        "id: ett | id: Ett Två | FORM-DEFINITION",
        "size: {max: 10} | siz: {max: 10} | DATA-UNKNOWN-KEY",
        "size: {max: 10} | size: {maxx: 10} | FORM-CONSTRAINT",
        "size: {max: 10} | size: {max: tio} | FORM-CONSTRAINT",
        "size: {max: 10} | rule: {id: x} | FORM-CONSTRAINT",
        "version: 1 | version: 0 | DATA-BAD-VALUE",
        "languages: [sv] | languages: [Svenska] | FORM-DEFINITION",
        "max: 10} | max: 10 | DATA-SYNTAX",
      })
  void refuses_a_form_that_is_not_right_and_says_where(String good, String bad, String code) {
    ByggstenException e =
        catchThrowableOfType(
            ByggstenException.class, () -> read(GOOD.replace(good.strip(), bad.strip())));
    assertThat(e).isNotNull().isInstanceOf(DataException.class).hasMessageContaining("litet.yaml:");
    assertThat(e.code().value()).isEqualTo(code.strip());
  }

  @Test
  void a_truncated_form_is_refused_with_a_code_wherever_it_ends() {
    for (int length = 0; length < GOOD.indexOf("ype: text"); length++) {
      String cut = GOOD.substring(0, length);
      ByggstenException e = catchThrowableOfType(ByggstenException.class, () -> read(cut));
      assertThat(e).as("cut at %s", length).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nman == 'x' | FORM-CONDITION",
        "namn == 1 | FORM-CONDITION",
        "namn | FORM-CONDITION",
        "namn == 'x' | FORM-CONDITION",
        "sedan == 'x' | FORM-CONDITION",
      })
  void a_condition_with_an_unknown_name_or_a_type_error_stops_the_form(
      String condition, String code) {
    FormDefinition form =
        read(
            GOOD.replace("type: text", "type: text\n        show-if: \"" + condition + "\"")
                + "      - {id: sedan, type: text}\n");
    FormException e =
        catchThrowableOfType(FormException.class, () -> FormRun.of(form, Forms.CLOCK));
    assertThat(e.code().value()).isEqualTo(code);
    assertThat(e).hasMessageContaining("namn.showIf");
  }

  @Test
  void a_constraint_that_cannot_judge_the_type_of_its_field_stops_the_form() {
    FormDefinition form = read(GOOD.replace("size: {max: 10}", "past"));
    FormException e =
        catchThrowableOfType(FormException.class, () -> FormRun.of(form, Forms.CLOCK));
    assertThat(e.code()).isEqualTo(FormException.CONSTRAINT);
    FormDefinition pattern = read(GOOD.replace("size: {max: 10}", "pattern: {regexp: '(a'}"));
    assertThat(
            catchThrowableOfType(FormException.class, () -> FormRun.of(pattern, Forms.CLOCK))
                .code())
        .isEqualTo(FormException.CONSTRAINT);
  }

  @Test
  void texts_must_be_utf8() {
    byte[] latin1 = "form.title=Ansökan".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            catchThrowableOfType(
                    FormException.class, () -> FormTexts.ofProperties(Map.of("sv", latin1)))
                .code())
        .isEqualTo(FormException.TEXTS);
  }
}
