package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.forms.LintForms.GOOD;
import static se.byggsten.forms.LintForms.changed;
import static se.byggsten.forms.LintForms.pageIf;
import static se.byggsten.forms.LintForms.texts;
import static se.byggsten.forms.LintForms.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.byggsten.core.finding.Finding;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.lint.FormLint;

/** What lint finds in conditions, routes and constraints. */
class FormLintTest {
  @Test
  void a_good_form_is_clean() {
    assertThat(texts()).isEmpty();
    assertThat(FormLint.check(Forms.yaml())).isEmpty();
    assertThat(FormLint.check(Forms.yaml(), ConstraintCatalog.standard())).isEmpty();
  }

  @Test
  void finds_unknown_names_and_suggests_the_right_one() {
    assertThat(pageIf("vall == 'kort'")).contains("NAME tva.showIf");
    assertThat(pageIf("barn.exists(b, b.skolan == 'asen')")).contains("NAME tva.showIf");
    assertThat(pageIf("'nman' in answered")).containsExactly("NAME tva.showIf");
    assertThat(pageIf("'namn' in answered")).isEmpty();
    assertThat(
            FormLint.check(changed(GOOD.replace("val == 'kort'", "\"'nman' in answered\""))).get(0))
        .extracting(Finding::remedy)
        .isEqualTo("Did you mean 'namn'?");
  }

  @Test
  void finds_type_errors_and_conditions_that_do_not_parse() {
    assertThat(pageIf("val == 1")).containsExactly("TYPE tva.showIf");
    assertThat(pageIf("antal")).containsExactly("TYPE tva.showIf");
    assertThat(pageIf("val == ")).containsExactly("CONDITION tva.showIf");
  }

  @Test
  void finds_cycles() {
    assertThat(pageIf("mer == 'a'")).containsExactly("CYCLE tva.showIf");
    assertThat(
            with(
                "{id: lang, type: yes-no}",
                "{id: lang, type: calculated, value: lang + 1.0}",
                "sv:lang.hint=Värdet är summan",
                "en:lang.hint=The value is the sum",
                "sv:lang.label=Längden",
                "en:lang.label=The length"))
        .containsExactly("CYCLE lang");
  }

  @Test
  void finds_every_condition_that_closes_a_ring() {
    assertThat(
            with(
                "show-if: val == 'kort'\n    fields:\n      - {id: mer, type: text,",
                "show-if: mer == 'a' || hur == 'buss'\n    fields:\n"
                    + "      - {id: mer, type: text, show-if: hur == 'buss',"))
        .as("the page on two of its fields, which are two rings")
        .contains("CYCLE tva.showIf", "CYCLE tva.showIf")
        .filteredOn(finding -> finding.startsWith("CYCLE"))
        .hasSize(2);
    assertThat(
            with(
                "show-if: rowNumber < 3, options: [asen, berget]}",
                "show-if: size(barn) > 1, options: [asen, berget]}\n"
                    + "            - {id: a, type: text, show-if: b == ''}\n"
                    + "            - {id: b, type: text, show-if: a == ''}"))
        .filteredOn(finding -> finding.startsWith("CYCLE"))
        .containsExactlyInAnyOrder("CYCLE skola", "CYCLE a");
  }

  @Test
  void finds_conditions_that_ask_what_is_answered_without_a_name() {
    for (String empty :
        List.of(
            "size(answered) > 2",
            "answered.exists(a, a != val)",
            "'namn' in answered && size(answered) > 2")) {
      assertThat(pageIf(empty)).as(empty).contains("ANSWERED tva.showIf");
    }
    assertThat(pageIf("['namn', 'val'].exists(x, x in answered)"))
        .containsExactly("PAPER tva.paper");
    assertThat(pageIf("namn != 'is answered'")).isEmpty();
  }

  @Test
  void finds_conditions_that_no_answers_meet() {
    for (String never :
        List.of(
            "val == 'ingen'",
            "val == 'kort' && val == 'lang'",
            "namn == 'x' && namn != 'x'",
            "antal > 10",
            "antal > 2 && antal < 3",
            "stangd == true && !stangd",
            "age(namn, today) > 12 && age(namn, today) < 7")) {
      assertThat(pageIf(never)).as(never).containsExactly("CONTRADICTION tva.showIf");
    }
    assertThat(with("rowNumber < 3", "rowNumber > 4"))
        .containsExactly("CONTRADICTION skola.showIf");
    for (String possible :
        List.of("val != 'kort' && val != 'lang'", "antal == 8", "antal < 1", "namn > 'x'")) {
      assertThat(pageIf(possible)).as(possible).noneMatch(f -> f.startsWith("CONTRADICTION"));
    }
  }

  @Test
  void finds_limits_that_no_answer_meets() {
    assertThat(with("decimal-max: {value: \"10\"}", "decimal-max: {value: \"0.5\"}"))
        .contains("CONTRADICTION antal.constraints");
    assertThat(
            with(
                "{id: barnets, type: text}",
                "{id: barnets, type: text, constraints: [{size: {min: 5, max: 4}}]}"))
        .contains("CONTRADICTION barnets.constraints");
    assertThat(
            with(
                "{id: barnets, type: text}",
                "{id: barnets, type: date, constraints: [past, future]}"))
        .contains("CONTRADICTION barnets.constraints");
    assertThat(with("{id: barnets, type: text}", "{id: barnets, type: date, constraints: [past]}"))
        .isEmpty();
  }

  @Test
  void finds_conditions_that_always_hold() {
    assertThat(pageIf("antal >= 0")).containsExactly("ALWAYS tva.showIf");
    assertThat(pageIf("val == 'kort' || val != 'kort'")).containsExactly("ALWAYS tva.showIf");
    assertThat(
            with(
                "show-if: antal > 2, required-if",
                "required: true, show-if: antal > 2, required-if"))
        .containsExactly("ALWAYS hur.requiredIf");
  }

  @Test
  void finds_pages_that_routes_and_conditions_rule_out() {
    assertThat(with("- id: ett\n", "- id: ett\n    routes: [{to: tre}]\n"))
        .containsExactlyInAnyOrder("UNREACHABLE stopp", "UNREACHABLE tva");
    assertThat(with("- id: ett\n", "- id: ett\n    routes: [{if: val == 'kort', to: tre}]\n"))
        .containsExactly("UNREACHABLE tva");
    assertThat(with("- id: ett\n", "- id: ett\n    routes: [{if: val == 'lang', to: tre}]\n"))
        .isEmpty();
    assertThat(
            with(
                "- id: ett\n",
                "- id: ett\n    routes: [{if: val == 'kort', to: stopp}, {if: val != '', to: tre}]\n"))
        .isEmpty();
    assertThat(
            with(
                "  - id: tre\n    fields:\n",
                "  - id: tre\n    show-if: mer == 'a' && val == 'lang'\n    fields:\n"))
        .as("mer is asked only when val is kort")
        .containsExactly("UNREACHABLE tre");
  }

  @Test
  void finds_fields_that_are_never_shown_required_or_offered() {
    assertThat(with("show-if: antal > 2, required-if", "show-if: val == 'lang', required-if"))
        .containsExactly("NEVER-SHOWN hur.showIf");
    assertThat(with("required-if: antal > 5", "required-if: antal < 2"))
        .containsExactly("NEVER-REQUIRED hur.requiredIf");
    assertThat(with("show-if: antal < 9", "show-if: antal < 3"))
        .containsExactly("NEVER-OFFERED hur.option.cykel");
    assertThat(with("show-if: antal < 9", "show-if: antal < 4")).isEmpty();
  }

  @Test
  void finds_conditions_that_read_a_later_question() {
    assertThat(pageIf("lang == true")).containsExactly("READS-LATER tva.showIf");
    assertThat(pageIf("size(barn) > 2")).containsExactly("READS-LATER tva.showIf");
    assertThat(with("{id: mer, type: text,", "{id: mer, type: text, show-if: hur == 'buss',"))
        .containsExactly("READS-LATER mer.showIf");
    assertThat(with("rowNumber < 3", "barnets != '' && lang == true")).isEmpty();
  }

  @Test
  void finds_conditions_that_paper_cannot_say_and_that_the_form_does_not_say_itself() {
    assertThat(pageIf("antal > 2 && val == 'kort'")).isEmpty();
    assertThat(pageIf("antal * 2.0 > 5")).containsExactly("PAPER tva.paper");
    assertThat(
            with(
                "show-if: val == 'kort'",
                "show-if: antal * 2.0 > 5",
                "sv:tva.paper=Fyll i om ni är fler än två.",
                "en:tva.paper=Fill in if you are more than two."))
        .isEmpty();
    assertThat(with("show-if: antal > 2, required-if", "show-if: size(namn) > 2, required-if"))
        .containsExactly("PAPER hur.paper");
    assertThat(with("show-if: stangd == true", "show-if: size(namn) > 20")).isEmpty();
  }

  @Test
  void finds_constraints_that_cannot_judge_their_field() {
    assertThat(with("{pattern: {regexp: \"a*\"}}", "past")).contains("CONSTRAINT ");
  }

  @Test
  void lets_a_service_start_with_no_form_that_has_errors() {
    FormDefinition good = LintForms.changed(LintForms.GOOD);
    assertThat(FormLint.sound(good)).isSameAs(good);
    FormDefinition wrong =
        LintForms.changed(
            LintForms.GOOD.replace("show-if: val == 'kort'", "show-if: val == 'kart'"));
    assertThatThrownBy(() -> FormLint.sound(wrong))
        .isInstanceOfSatisfying(
            FormException.class, e -> assertThat(e.code()).isEqualTo(FormException.UNSOUND))
        .hasMessageContaining("tva")
        .hasMessageContaining("FORM-LINT-");
  }
}
