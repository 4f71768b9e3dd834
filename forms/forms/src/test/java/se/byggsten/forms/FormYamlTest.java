package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.data.DataException;
import se.byggsten.forms.constraint.ConstraintRule;
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
        #BEFORE
        - id: ett
          fields:
            - id: namn
              type: text
              constraints:
                - size: {max: 10}
      """;

  private static FormDefinition read(String yaml) {
    return FormYaml.read(
        "litet.yaml", inlined(yaml).getBytes(StandardCharsets.UTF_8), FormTexts.of(Map.of()));
  }

  /** Lets a test put several keys where one stands. */
  private static String inlined(String yaml) {
    return yaml.replaceAll("(?m)^( *)(version: 1|type: \\w+), (.*)$", "$1$2\n$1$3");
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
    assertThat(e)
        .hasMessageContaining("litet.yaml:10:9")
        .hasMessageContaining("did you mean 'type'");
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
        "size: {max: 10} | size: {maxx: 10} | DATA-UNKNOWN-KEY",
        "size: {max: 10} | size: [10] | DATA-WRONG-KIND",
        "size: {max: 10} | size: {max: 99999999999} | FORM-CONSTRAINT",
        "size: {max: 10} | size: {max: 1.5} | FORM-CONSTRAINT",
        "#BEFORE | - {id: noll, kind: repaet} | DATA-BAD-VALUE",
        "#BEFORE | - {id: noll, kind: repeat, group: {id: rad, pages: []}} | DATA-MISSING-KEY",
        "#BEFORE | - {id: noll, kind: repeat, group: {id: rad, max: 501, pages: []}} | DATA-BAD-VALUE",
        "#BEFORE | - {id: noll, kind: repeat, group: {id: rad, maxx: 5, pages: []}} | DATA-UNKNOWN-KEY",
        "#BEFORE | - {id: noll, kind: exit} | FORM-DEFINITION",
        "#BEFORE | - {id: noll, kind: intro, routes: [{til: ett}]} | DATA-UNKNOWN-KEY",
        "#BEFORE | - {id: noll, kind: intro, routes: [{to: tre}]} | FORM-DEFINITION",
        "type: text | type: number, decimals: två | DATA-WRONG-KIND",
        "type: text | type: text, decimals: 2 | DATA-UNKNOWN-KEY",
        "type: text | type: calculated | FORM-DEFINITION",
        "type: text | type: text, value: 1 + 1 | FORM-DEFINITION",
        "version: 1 | version: 1, draft-days: 367 | DATA-BAD-VALUE",
        "version: 1 | version: 1, drafts: 21 | DATA-BAD-VALUE",
        "version: 1 | version: 1, inputs: {roll: txt} | DATA-BAD-VALUE",
        "version: 1 | version: 1, parties: [{id: far, identifier: pnr}] | FORM-DEFINITION",
        "version: 1 | version: 1, send-anyway: ja | DATA-WRONG-KIND",
        "version: 1 | version: 1, validate-on: sida | DATA-BAD-VALUE",
        "version: 1 | version: 1, validate-on: review | FORM-DEFINITION",
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: text | type: numbr | did you mean 'number'",
        "type: text | type: number, decimal: 2 | did you mean 'decimals'",
        "type: text | type: text, showif: x | did you mean 'show-if'",
        "size: {max: 10} | size: {mx: 10} | did you mean 'max'",
        "size: {max: 10} | sise: {max: 10} | did you mean 'size'",
        "size: {max: 10} | personnumer | did you mean 'personnummer'",
        "version: 1 | version: 1, draftdays: 3 | did you mean 'draft-days'",
        "#BEFORE | - {id: noll, kind: repaet} | did you mean 'repeat'",
        "type: text | type: radio, options: [{valu: a}] | did you mean 'value'",
      })
  void a_slip_of_the_pen_gets_a_suggestion(String good, String bad, String suggestion) {
    assertThat(
            catchThrowableOfType(
                DataException.class, () -> read(GOOD.replace(good.strip(), bad.strip()))))
        .hasMessageContaining("litet.yaml:")
        .hasMessageContaining(suggestion.strip());
  }

  @Test
  void a_form_that_is_too_large_or_too_deep_is_refused() {
    String large = GOOD + "# " + "x".repeat(1_100_000);
    assertThat(catchThrowableOfType(DataException.class, () -> read(large)).code())
        .isEqualTo(DataException.TOO_LARGE);
    String deep = GOOD.replace("id: namn", "id: " + "[".repeat(500) + "]".repeat(500));
    assertThat(catchThrowableOfType(DataException.class, () -> read(deep)).code())
        .isEqualTo(DataException.TOO_DEEP);
  }

  @Test
  void groups_may_be_nested_as_deep_as_a_place_reaches() {
    String nested = "{id: innerst, fields: [{id: svar, type: text}]}";
    for (int i = 16; i > 0; i--) {
      nested =
          "{id: sida-%d, kind: repeat, group: {id: g%d, max: 2, pages: [%s]}}"
              .formatted(i, i, nested);
    }
    nested = "form: 1\nid: djup\nversion: 1\nlanguages: [sv]\npages: [" + nested + "]";
    FormDefinition form = read(nested);
    assertThat(form.structure().around("svar")).hasSize(16);
    assertThat(read(FormYaml.write(form))).isEqualTo(form);
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
  void a_field_that_is_shown_by_its_own_answer_stops_the_form() {
    FormDefinition form =
        read(GOOD.replace("type: text", "type: text\n        show-if: \"namn == 'x'\""));
    FormException e =
        catchThrowableOfType(FormException.class, () -> FormRun.of(form, Forms.CLOCK));
    assertThat(e.code()).isEqualTo(FormException.CONDITION);
    assertThat(e).hasMessageContaining("namn");
  }

  @Test
  void a_constraint_that_cannot_judge_the_type_of_its_field_stops_the_form() {
    FormDefinition form = read(GOOD.replace("size: {max: 10}", "past"));
    FormException e =
        catchThrowableOfType(FormException.class, () -> FormRun.of(form, Forms.CLOCK));
    assertThat(e.code()).isEqualTo(FormException.CONSTRAINT);
  }

  @Test
  void a_pattern_that_can_hang_or_cannot_be_read_is_told_of_where_it_stands() {
    for (String pattern : List.of("'(a'", "'(a)\\1'", "'a(?=b)'", "a, flags: [COMMENTS]")) {
      DataException e =
          catchThrowableOfType(
              DataException.class,
              () -> read(GOOD.replace("size: {max: 10}", "pattern: {regexp: " + pattern + "}")));
      assertThat(e).as(pattern).isNotNull();
      assertThat(e).hasMessageMatching("(?s).*\\.yaml:\\d+:\\d+ FORM-CONSTRAINT.*cannot be used.*");
    }
  }

  @Test
  void a_pattern_in_a_form_that_was_built_is_judged_by_the_same_rules() {
    FormDefinition form =
        FormDefinition.builder("byggd", 1)
            .pages(
                List.of(
                    page(
                        "ett",
                        field("kod", "text")
                            .constraints(
                                List.of(new ConstraintRule("Pattern", Map.of("regexp", "(a)\\1"))))
                            .build())))
            .build();
    FormException e =
        catchThrowableOfType(FormException.class, () -> FormRun.of(form, Forms.CLOCK));
    assertThat(e.code()).isEqualTo(FormException.CONSTRAINT);
    assertThat(e).hasMessageContaining("refers back");
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
