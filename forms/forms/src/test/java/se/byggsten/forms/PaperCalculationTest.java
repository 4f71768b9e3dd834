package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.form;
import static se.byggsten.forms.SmallForms.page;
import static se.byggsten.forms.SmallForms.paper;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.lint.FormLint;

/**
 * What a blank form on paper tells of what the municipality calculates, and of what hangs on it.
 */
class PaperCalculationTest {

  @Test
  void how_a_value_is_calculated_is_told_and_that_the_municipality_does_it() {
    Map<String, String> hint = Map.of("summa.hint", "150 kr för varje deltagare.");
    Document paper = paper(Kurs.form("summa > 1000.0", hint), "sv");
    assertThat(paper.select("h2").eachText()).contains("Vad kostar det?");
    assertThat(paper.select(".b-note").eachText())
        .contains(
            "Summa 150 kr för varje deltagare. "
                + "Kommunen räknar ut det här. Du behöver inte skriva något.");
    assertThat(paper.select(".b-told").text())
        .startsWith("Fyll i den här delen bara om ”Summa” är mer än 1 000.");
    assertThat(paper(Kurs.form("summa > 1000.0", hint), "en").select(".b-told").text())
        .startsWith("Fill in this part only if “");
    Map<String, String> own = new TreeMap<>(hint);
    own.put("summa.paper", "Se prislistan.");
    assertThat(paper(Kurs.form("summa > 1000.0", own), "sv").select(".b-note").eachText())
        .anyMatch(text -> text.startsWith("Summa Se prislistan. Kommunen räknar"));
  }

  @Test
  void a_limit_is_told_with_the_unit_or_currency_of_its_question() {
    FieldDefinition income =
        field("inkomst", "amount").required(true).settings(Map.of("currency", "SEK")).build();
    FieldDefinition way =
        field("vag", "number").required(true).settings(Map.of("unit", "km")).build();
    FieldDefinition more = field("mer", "text").showIf("inkomst >= 30000.0 && vag < 6.5").build();
    FormDefinition form = form(List.of(page("ett", income, way, more)), Map.of());
    assertThat(paper(form, "sv").select(".b-told").text().replaceAll("\\h", " "))
        .isEqualTo(
            "Svara bara om svaret på fråga 1 är 30 000 kr eller mer och svaret på fråga 2 är"
                + " mindre än 6,5 km.");
    assertThat(paper(form, "en").select(".b-told").text().replaceAll("\\h", " "))
        .contains("SEK 30,000", "6.5 km");
  }

  @Test
  void a_part_with_nothing_to_tell_is_left_out_with_its_heading() {
    assertThat(paper(Kurs.form("summa > 1000.0", Map.of()), "sv").select("h2").eachText())
        .isNotEmpty()
        .doesNotContain("Vad kostar det?");
    Map<String, String> intro = Map.of("kostar.intro", "Se prislistan.");
    assertThat(paper(Kurs.form("summa > 1000.0", intro), "sv").select("h2").eachText())
        .contains("Vad kostar det?");
  }

  @Test
  void what_cannot_be_said_names_all_that_it_depends_on() {
    String depends = "Fyll i den här delen om den gäller dig. Det beror på ";
    assertThat(told("summa > 1000.0", Map.of()))
        .startsWith(
            depends
                + "vad du svarade på fråga 2 och 3 och hur många du skriver under ”Deltagare”.");
    assertThat(told("deltagare.exists(d, d.vem == 'Åsa')", Map.of()))
        .startsWith(depends + "vad du skriver under ”Deltagare”.");
    assertThat(told("summa > antal * 3.0", Map.of("summa.hint", "Priset")))
        .startsWith(depends + "vad du svarade på fråga 3 och ”Summa”.");
    assertThat(told("today > date(2027, 1, 1) && size(deltagare) > 2", Map.of()))
        .startsWith(depends + "vilken dag det är och hur många du skriver under ”Deltagare”.");
  }

  @Test
  void how_many_rows_there_are_is_put_in_words() {
    Map<String, String> words = new TreeMap<>();
    words.put("size(deltagare) > 2", "fler än 2");
    words.put("size(deltagare) >= 2", "2 eller fler");
    words.put("!(size(deltagare) >= 2)", "färre än 2");
    words.put("3 >= size(deltagare)", "3 eller färre");
    words.put("size(deltagare) == 4", "precis 4");
    words.put("size(deltagare) > 0", "något");
    words.forEach(
        (condition, said) ->
            assertThat(told(condition, Map.of()))
                .as(condition)
                .startsWith(
                    "Fyll i den här delen bara om du skriver " + said + " under ”Deltagare”."));
    assertThat(told("size(deltagare) != 4", Map.of())).contains("du inte skriver precis 4 under");
    assertThat(told("size(deltagare) == 0", Map.of())).contains("du inte skriver något under");
    Document english = paper(Kurs.form("size(deltagare) > 2", Map.of()), "en");
    assertThat(english.select(".b-told").text()).contains("if you write more than 2 under “");
    assertThat(FormLint.check(Kurs.form("size(deltagare) > 2", Map.of())))
        .extracting(finding -> finding.rule().toString())
        .doesNotContain("FORM-LINT-PAPER");
  }

  @Test
  void a_question_that_must_be_answered_now_and_then_says_when_or_what_it_depends_on() {
    assertThat(must("antal >= 5.0"))
        .isEqualTo("Du måste svara om svaret på fråga 1 är 5 eller mer.");
    assertThat(must("antal * 2.0 >= 5.0"))
        .isEqualTo("Ibland måste du svara. Det beror på vad du svarade på fråga 1.");
  }

  private static String must(String condition) {
    FieldDefinition count = field("antal", "number").required(true).build();
    FieldDefinition why = field("varfor", "text").requiredIf(condition).build();
    return paper(form(List.of(page("ett", count, why)), Map.of()), "sv").select(".b-hint").text();
  }

  private static String told(String condition, Map<String, String> texts) {
    return paper(Kurs.form(condition, texts), "sv").select(".b-told").text();
  }

  @Test
  void what_a_table_decides_depends_on_its_conditions_and_its_outcomes() {
    FieldDefinition fee =
        field("avgift", "calculated")
            .value(DecisionTable.when("alder < 18.0", "0.0").otherwise("inkomst * 0.1"))
            .build();
    Document paper =
        paper(
            form(
                List.of(
                    page(
                        "ett",
                        field("alder", "number").build(),
                        field("inkomst", "number").build(),
                        fee,
                        field("kort", "text").showIf("avgift > 50.0").build())),
                Map.of()),
            "sv");
    assertThat(paper.select(".b-told").text())
        .isEqualTo("Svara om frågan gäller dig. Det beror på vad du svarade på fråga 1 och 2.");
  }

  @Test
  void what_is_only_to_be_read_says_whom_it_is_for_and_not_to_answer() {
    Document paper =
        paper(
            form(
                List.of(
                    page(
                        "ett",
                        field("alder", "number").required(true).build(),
                        field("pris", "calculated")
                            .value("alder * 2.0")
                            .showIf("alder > 6")
                            .build(),
                        field("namn", "text").build())),
                Map.of("pris.label", "Pris", "pris.hint", "Två kronor för varje år.")),
            "sv");
    assertThat(paper.select(".b-note .b-told").text())
        .isEqualTo("Gäller om svaret på fråga 1 är mer än 6.");
  }

  @Test
  void values_that_are_calculated_in_short_rows_are_told_of_once_below_the_table() {
    FormDefinition form =
        form(
            List.of(
                PageDefinition.repeat(
                    "varor",
                    new GroupDefinition(
                        "vara",
                        0,
                        5,
                        "",
                        List.of(
                            page(
                                "en",
                                field("antal", "number").required(true).build(),
                                field("pris", "calculated").value("antal * 2.0").build()))))),
            Map.of("pris.label", "Pris", "pris.hint", "Två kronor för varje vara."));
    Document paper = paper(form, "sv");
    assertThat(paper.select("table.b-answers th[scope=row]")).hasSize(3);
    assertThat(paper.select("table.b-answers + .b-note, .b-keep + .b-note").eachText())
        .anyMatch(text -> text.startsWith("Pris Två kronor"));
  }
}
