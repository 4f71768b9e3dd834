package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.LintForms.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;

/** What lint finds on the way through a form: exits, parties, days and limits. */
class FormLintPathsTest {
  private static final String TVA = "  - id: tva\n    show-if: val == 'kort'";
  private static final String LANG = "{id: lang, type: yes-no}";
  private static final String[] TEXTS = {"sv:lang.label=Tiden", "en:lang.label=The time"};

  @Test
  void a_page_after_an_exit_with_its_condition_is_out_of_reach() {
    assertThat(with(TVA, "  - id: tva\n    show-if: stangd == true")).contains("UNREACHABLE tva");
    assertThat(with(TVA, "  - id: tva\n    show-if: stangd && val == 'kort'"))
        .contains("UNREACHABLE tva");
    assertThat(with(TVA, "  - id: tva\n    show-if: \"!stangd && val == 'kort'\""))
        .containsExactly("PAPER tva.paper");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time, constraints: [{time: {earliest: \"18:00\", latest: \"08:00\"}}]",
        "month, constraints: [{month: {earliest: 2030-01, latest: 2020-01}}]"
      })
  void limits_the_wrong_way_round_are_met_by_nothing(String kind) {
    assertThat(with(LANG, "{id: lang, type: " + kind + "}", TEXTS))
        .contains("CONTRADICTION lang.constraints");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lang < today && lang > today",
        "lang < date(2020, 1, 1) && lang > date(2021, 1, 1)",
        "age(lang, today) > 12 && age(lang, today) < 7",
      })
  void no_day_is_on_both_sides_of_another(String condition) {
    assertThat(
            with(
                LANG,
                "{id: lang, type: date}\n      - {id: lang2, type: yes-no, show-if: \""
                    + condition
                    + "\"}",
                "sv:lang.label=Dagen",
                "en:lang.label=The day",
                "sv:lang2.label=Är resan lång?",
                "en:lang2.label=Is it long?",
                "sv:tre.title=Resan",
                "en:tre.title=The journey"))
        .contains("CONTRADICTION lang2.showIf");
  }

  private static List<String> party(String showIf, String pageIf) {
    return LintForms.lint(
        LintForms.changed(
            LintForms.GOOD
                .replace(
                    "pages:\n  - id: ett",
                    "parties:\n  - {id: annan, identifier: pnr, task: fill, show-if: \""
                        + showIf
                        + "\"}\npages:\n  - id: ett")
                .replace(
                    "    fields:\n      - {id: namn,",
                    "    fields:\n      - {id: pnr, type: personnummer, facts: {personal-data: identity-number}}\n      - {id: namn,")
                .replace(
                    "  - id: granska",
                    "  - id: partens\n    party: annan\n    show-if: \""
                        + pageIf
                        + "\"\n    fields:\n      - {id: resa, type: yes-no}\n  - id: granska"),
            "sv:annan.name=Den andra",
            "en:annan.name=The other",
            "sv:pnr.label=Personnummer",
            "en:pnr.label=Identity number",
            "sv:pnr.hint=Skriv 12 siffror, till exempel 19121212-1212",
            "en:pnr.hint=Enter 12 digits, for example 19121212-1212",
            "sv:resa.label=Ska du resa?",
            "en:resa.label=Will you travel?"));
  }

  @Test
  void a_party_that_never_is_and_its_pages_are_found() {
    assertThat(party("val == 'kort'", "antal > 1.0")).isEmpty();
    assertThat(party("val == 'kort' && val == 'lang'", "antal > 1.0"))
        .containsExactly("CONTRADICTION annan.showIf");
    assertThat(party("val == 'kort'", "val == 'lang'")).containsExactly("UNREACHABLE partens");
  }

  @Test
  void a_party_is_known_by_a_personnummer() {
    assertThat(
            with(
                "pages:\n  - id: ett",
                "parties: [{id: annan, identifier: namn, task: approve}]\npages:\n  - id: ett",
                "sv:annan.name=Den andra",
                "en:annan.name=The other"))
        .containsExactly("PARTY annan.identifier");
  }

  @Test
  void a_loop_may_call_its_row_what_a_field_is_called() {
    assertThat(
            with(
                "    fields:\n      - {id: lang, type: yes-no}",
                "    show-if: barn.exists(lang, lang.barnets == 'Bo')\n    fields:\n      - {id: lang, type: yes-no}"))
        .as("barnen come after tre, but lang does not depend on itself")
        .doesNotContain("CYCLE lang", "CYCLE tre.showIf");
  }

  @Test
  void an_age_is_counted_from_a_day_as_well() {
    FormDefinition form =
        LintForms.changed(
            LintForms.GOOD.replace(
                LANG,
                "{id: fodd, type: date}\n      - {id: lang, type: yes-no, show-if: \"age(fodd, today) > 12\"}"),
            "sv:fodd.label=När är du född?",
            "en:fodd.label=When were you born?",
            "sv:tre.title=Resan",
            "en:tre.title=The journey");
    assertThat(LintForms.lint(form)).isEmpty();
    FormRun run = FormRun.of(form, Forms.CLOCK);
    for (Map.Entry<String, Boolean> born : Map.of("2000", true, "2024", false).entrySet()) {
      FormState state =
          run.post(run.start(Map.of()), "ett", PostedFields.with("namn", "Bo", "val", "lang"))
              .state();
      state =
          run.post(
                  state,
                  "tre",
                  PostedFields.with("fodd-day", "1", "fodd-month", "2", "fodd-year", born.getKey()))
              .state();
      assertThat(run.answers(state).isShown("lang")).as(born.getKey()).isEqualTo(born.getValue());
    }
  }
}
