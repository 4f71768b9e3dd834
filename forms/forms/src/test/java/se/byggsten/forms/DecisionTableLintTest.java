package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.forms.lint.FormLint;

/** What the analysis says of the rows of a table. */
class DecisionTableLintTest {
  private static final String LANG = "{id: lang, type: yes-no}";

  private static List<String> lint(String rows) {
    return LintForms.with(
        LANG,
        LANG + "\n      - {id: pris, type: calculated, value: [" + rows + "]}",
        "sv:tre.title=Resans pris",
        "en:tre.title=The price",
        "sv:pris.label=Pris",
        "en:pris.label=Price",
        "sv:pris.hint=Priset beror på dina svar",
        "en:pris.hint=The price follows from your answers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{if: lang, then: 1}, {else: 2}",
        "{if: lang, then: 1}, {if: antal > 5.0, then: 1}, {else: 2}",
        "{if: lang, then: 1}, {if: '!lang', then: 2}",
        "{if: antal < 5.0, then: 1}, {if: antal < 10.0, then: 2}, {if: antal == 10.0, then: 3}",
        "{if: val == 'kort', then: 1}, {if: val == 'lang', then: 2}, {if: val == '', then: 0}",
        "{if: val == 'lang', then: 1}, {if: hur == 'buss', then: 2}, {else: 0}",
      })
  void finds_nothing_in_a_table_whose_rows_all_count(String rows) {
    assertThat(lint(rows)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{if: lang, then: 1}, {if: lang, then: 2}, {else: 3} | NEVER-CHOSEN pris.value[2].if",
        "{if: antal < 5.0, then: 1}, {if: antal < 4.0, then: 2}, {else: 3}"
            + " | NEVER-CHOSEN pris.value[2].if",
        "{if: lang, then: 1}, {if: '!lang', then: 2}, {if: antal > 2.0, then: 3}, {else: 4}"
            + " | NEVER-CHOSEN pris.value[3].if",
        "{if: antal < 12.0, then: 1}, {if: lang, then: 2}, {else: 3}"
            + " | ALWAYS pris.value[1].if,NEVER-CHOSEN pris.value[2].if",
        "{if: antal > 12.0, then: 1}, {else: 3} | CONTRADICTION pris.value[1].if",
        "{if: val == 'kort' && val == 'lang', then: 1}, {else: 3}"
            + " | CONTRADICTION pris.value[1].if",
        "{if: val == 'lang', then: 1}, {if: hur == 'buss' && val == 'lang', then: 2}, {else: 0}"
            + " | NEVER-CHOSEN pris.value[2].if",
        "{if: lang, then: 1} | NO-ELSE pris.value",
        "{if: val == 'kort', then: 1}, {if: val == 'lang', then: 2} | NO-ELSE pris.value",
        "{if: lang, then: 1}, {if: rowNumbr > 1, then: 1}, {else: 3} | ",
      })
  void finds_rows_that_never_count_and_answers_that_no_row_takes(String rows, String found) {
    if (found == null) {
      Assertions.assertThrows(se.byggsten.core.data.DataException.class, () -> lint(rows));
    } else {
      assertThat(lint(rows)).containsExactlyInAnyOrder(found.split(","));
    }
  }

  @Test
  void finds_what_cannot_be_compiled_in_a_table_that_was_built() {
    FormDefinition form =
        SmallForms.swedish(
                "litet",
                page(
                    "ett",
                    field("tal", "number").build(),
                    field("pris", "calculated")
                        .value(
                            DecisionTable.when("tall > 2.0", "1.0")
                                .orWhen("tal", "'x'")
                                .otherwise("tal +"))
                        .build()))
            .build();
    assertThat(LintForms.lint(form))
        .contains(
            "NAME pris.value[1].if",
            "TYPE pris.value[2].if",
            "TYPE pris.value[2].then",
            "CONDITION pris.value[3].else");
  }

  @Test
  void a_question_that_is_asked_later_and_a_round_are_found_in_rows_too() {
    FormDefinition form =
        LintForms.changed(
            LintForms.GOOD
                .replace(
                    "- {id: antal, type: number",
                    "- {id: pris, type: calculated, value: [{if: lang, then: 1}, {else: 2}]}\n"
                        + "      - {id: antal, type: number")
                .replace(
                    "type: radio, options: [kort, lang]",
                    "type: radio, show-if: pris > 1.0, options: [kort, lang]"),
            "sv:pris.label=Pris",
            "en:pris.label=Price",
            "sv:pris.hint=Priset beror på dina svar",
            "en:pris.hint=The price follows from your answers");
    assertThat(LintForms.lint(form))
        .containsExactlyInAnyOrder("READS-LATER pris.value[1].if", "READS-LATER val.showIf");
    FormDefinition round =
        LintForms.changed(
            LintForms.GOOD.replace(
                LANG,
                LANG + "\n      - {id: pris, type: calculated, value: [{if: lang, then: pris}]}"));
    assertThat(LintForms.lint(round)).contains("CYCLE pris");
  }

  @Test
  void the_analysis_of_the_largest_table_ends() {
    DecisionTable table = DecisionTable.NONE;
    for (int i = 0; i < DecisionTable.MOST; i++) {
      table = table.orWhen("a == " + i + ".0 && b > " + i % 7 + ".0 || c < -" + i + ".5", "1.0");
    }
    FormDefinition form =
        SmallForms.swedish(
                "stor",
                page(
                    "ett",
                    field("a", "number").build(),
                    field("b", "number").build(),
                    field("c", "number").build(),
                    field("pris", "calculated").value(table).build()))
            .build();
    Assertions.assertTimeout(
        Duration.ofSeconds(60), () -> assertThat(FormLint.check(form)).isNotNull());
  }
}
