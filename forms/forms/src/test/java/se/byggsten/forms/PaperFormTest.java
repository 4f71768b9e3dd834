package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.form;
import static se.byggsten.forms.SmallForms.page;
import static se.byggsten.forms.SmallForms.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a blank form on paper tells whoever fills it in to do. */
class PaperFormTest {

  /** The question that has a label, with all that stands in it. */
  private static Element question(Document paper, String label) {
    return paper.select(".b-question").stream()
        .filter(question -> question.select("h3, h4, h5").text().contains(label))
        .findFirst()
        .orElseThrow();
  }

  private static FieldDefinition radio(String id, String... values) {
    List<OptionDefinition> options = new ArrayList<>();
    for (String value : values) {
      options.add(OptionDefinition.of(value));
    }
    return field(id, "radio").required(true).options(options).build();
  }

  @Test
  void what_one_person_fills_in_never_stands_under_the_heading_of_another() {
    PageDefinition theirs = page("deras", field("svar", "text").build()).party("andra");
    Map<String, String> texts =
        Map.of("ett.title", "Om dig", "andra.name", "Den andra", "deras.title", "Din del");
    List<PageDefinition> pages =
        List.of(
            page("ett", field("pnr", "personnummer").required(true).build()),
            theirs,
            page("mer", field("konto", "text").build()),
            page("sist", field("annat", "text").build()));
    assertThat(headings(pages, texts))
        .containsSubsequence("Om dig", "Din del", "Frågor till dig som söker", "Underskrift")
        .doesNotContain("Frågor", "Den andra");
    Map<String, String> untitled = new TreeMap<>(texts);
    untitled.remove("deras.title");
    assertThat(headings(pages, untitled))
        .containsSubsequence("Om dig", "Den andra", "Frågor till dig som söker", "Underskrift");
  }

  private static List<String> headings(List<PageDefinition> pages, Map<String, String> texts) {
    PartyDefinition other = new PartyDefinition("andra", "pnr", "", PartyDefinition.Task.FILL);
    FormDefinition whole = SmallForms.with(pages, texts).parties(List.of(other)).build();
    return paper(whole, "sv").select("h2").eachText();
  }

  @Test
  void an_answer_that_settles_the_next_questions_says_where_to_go() {
    Document paper =
        paper(
            form(
                List.of(
                    page(
                        "ett",
                        field("bil", "yes-no").required(true).build(),
                        field("marke", "text").required(true).showIf("bil == true").build(),
                        field("farg", "text").required(true).showIf("bil").build(),
                        field("namn", "text").required(true).build())),
                Map.of()),
            "sv");
    assertThat(question(paper, "bil").select(".b-tick").eachText())
        .containsExactly("Ja", "Nej → Gå till fråga 4");
    assertThat(paper.select(".b-told")).isEmpty();
  }

  @Test
  void each_branch_of_a_choice_goes_on_past_the_others() {
    Document paper =
        paper(
            form(
                List.of(
                    page("val", radio("val", "a", "b", "c")),
                    page("a", field("omA", "text").required(true).build()).showIf("val == 'a'"),
                    page("b", field("omB", "text").required(true).build()).showIf("val in ['b']"),
                    page("slut", field("namn", "text").required(true).build())),
                Map.of()),
            "sv");
    assertThat(question(paper, "val").select(".b-tick").eachText())
        .containsExactly(
            "val.option.a", "val.option.b → Gå till fråga 3", "val.option.c → Gå till fråga 4");
    assertThat(question(paper, "omA").select(".b-instruction").text())
        .isEqualTo("→ Gå till fråga 4");
    assertThat(paper.select(".b-told")).isEmpty();
  }

  @Test
  void routes_and_exits_become_where_to_go_and_where_to_stop() {
    Document paper =
        paper(
            form(
                List.of(
                    page("bor", field("bor", "yes-no").required(true).build()),
                    PageDefinition.exit("nej", "'bor' in answered && !bor"),
                    page("snabb", field("snabb", "yes-no").required(true).build())
                        .routes(List.of(new Route("snabb", "slut"))),
                    page("mitt", field("mitt", "text").build()),
                    page("slut", field("slut", "text").build())),
                Map.of("nej.title", "Du kan inte söka")),
            "sv");
    assertThat(question(paper, "bor").select(".b-tick").eachText())
        .containsExactly("Ja", "Nej → Fyll inte i mer. Läs mer på första sidan.");
    assertThat(question(paper, "snabb").select(".b-tick").eachText())
        .containsExactly("Ja → Gå till fråga 4", "Nej");
    assertThat(paper.select(".b-note").eachText())
        .anyMatch(text -> text.endsWith("Du kan inte sökaGäller om du svarade ”Nej” på fråga 1."));
  }

  @Test
  void what_no_single_answer_settles_is_said_in_words() {
    Document paper =
        paper(
            form(
                List.of(
                    page(
                        "ett",
                        field("alder", "number").required(true).build(),
                        radio("val", "a", "b"),
                        field("ett", "text").showIf("alder >= 18 && alder < 65").build(),
                        field("tva", "text").showIf("val == 'a' || alder > 70").build(),
                        field("tre", "text").showIf("ett != ''").build(),
                        field("fyra", "text").showIf("size(tre) > 3").build(),
                        field("fem", "text").showIf("!(val == 'a' && tva == '')").build())),
                Map.of("val.option.a", "Det ena")),
            "sv");
    assertThat(paper.select(".b-told").eachText())
        .containsExactly(
            "Svara bara om svaret på fråga 1 är 18 eller mer och svaret på fråga 1 är mindre än 65.",
            "Svara bara om du svarade ”Det ena” på fråga 2 eller svaret på fråga 1 är mer än 70.",
            "Svara bara om du svarade på fråga 3.",
            "Svara om frågan gäller dig. Det beror på vad du svarade på fråga 5.",
            "Svara bara om du inte svarade ”Det ena” på fråga 2 eller du svarade på fråga 4.");
  }

  @Test
  void an_optional_choice_that_is_left_out_does_not_lead_astray() {
    Document paper =
        paper(
            form(
                List.of(
                    page(
                        "ett",
                        field("bil", "yes-no").build(),
                        field("marke", "text").showIf("bil").build(),
                        field("namn", "text").build())),
                Map.of()),
            "sv");
    assertThat(question(paper, "bil").select(".b-tick").eachText())
        .containsExactly("Ja", "Nej → Gå till fråga 3");
    assertThat(question(paper, "marke").select(".b-told").text())
        .isEqualTo("Svara bara om du svarade ”Ja” på fråga 1.");
  }

  @Test
  void a_calculated_condition_is_said_by_what_it_is_calculated_from() {
    Document paper =
        paper(
            form(
                List.of(
                    page(
                        "ett",
                        field("bil", "yes-no").required(true).build(),
                        field("kor", "calculated")
                            .value("bil == true")
                            .settings(Map.of("format", "yes-no"))
                            .build(),
                        field("marke", "text").showIf("kor").build(),
                        field("namn", "text").build())),
                Map.of()),
            "sv");
    assertThat(question(paper, "bil").select(".b-tick").eachText())
        .containsExactly("Ja", "Nej → Gå till fråga 3");
    assertThat(paper.select("h3").eachText()).noneMatch(text -> text.contains("kor"));
  }

  @Test
  void rows_in_rows_on_the_sheet_have_headings_of_their_own() {
    PageDefinition inner =
        page(
            "resan",
            field("nar", "date").required(true).build(),
            field("varfor", "long-text").build(),
            field("hem", "date").build());
    PageDefinition outer = page("barnet", field("vem", "long-text").build());
    GroupDefinition trips = GroupDefinition.of("resor", 0, 5, List.of(inner));
    GroupDefinition children =
        GroupDefinition.of("barn", 0, 5, List.of(outer, PageDefinition.repeat("resorna", trips)));
    Map<String, String> texts = Map.of("barn.one", "barn", "resor.one", "resa");
    Document paper = paper(form(List.of(PageDefinition.repeat("barnen", children)), texts), "sv");
    assertThat(paper.select("h2, h3, h4, .b-copy").eachText())
        .contains("Barn 1, resa 1", "Extrabladet, resa 1");
  }

  @Test
  void rows_are_blocks_and_a_sheet_for_more_with_the_same_numbers() {
    Document paper = paper(Barnen.form(), "sv");
    assertThat(paper.select(".b-copy").eachText()).containsExactly("Barn 1", "Extrablad: Barn");
    assertThat(paper.select("h3, h4").eachText()).contains("2. namn.label", "3. alder.label");
    assertThat(paper.select("h3, h4").eachText().stream().filter(h -> h.equals("2. namn.label")))
        .hasSize(2);
    assertThat(paper.select(".b-sheet h3, .b-sheet h4").eachText()).contains("2. namn.label");
    assertThat(paper.select(".b-told").eachText())
        .contains("Svara bara om svaret på fråga 3 är 6 eller mer och du svarade ”Ja” på fråga 1.");
    assertThat(paper.select(".b-remark").eachText())
        .containsExactly(
            "Gäller det fler? Fyll i ett extrablad för varje. Det ligger sist i blanketten och går"
                + " att kopiera. Högst 3 får vara med.");
  }

  @Test
  void short_rows_are_lines_of_a_table() {
    Document paper = paper(Barnen.form(), "sv");
    Element table = paper.select("table.b-answers").first();
    assertThat(table).isNotNull();
    assertThat(table.select("th[scope=col] .b-number").eachText()).containsExactly("6.", "7.");
    assertThat(table.select("th[scope=col]").last().text())
        .endsWith("Svara bara om svaret på fråga 3 är mindre än 12 och du svarade på fråga 6.");
    assertThat(table.select("th[scope=row]").eachText()).containsExactly("1", "2");
  }

  @Test
  void choices_in_order_share_a_table() {
    String[] options = {"a", "b", "c", "d", "e"};
    Map<String, String> texts = new TreeMap<>();
    for (String field : List.of("ett", "tva")) {
      for (String option : options) {
        texts.put(field + ".option." + option, "Val " + option);
      }
    }
    Document paper =
        paper(
            form(List.of(page("sida", radio("ett", options), radio("tva", options))), texts), "sv");
    assertThat(paper.select(".b-choices th[scope=col]").eachText())
        .containsExactly(
            "Sätt ett kryss i varje kolumn som du svarar på.", "1. ett.label", "2. tva.label");
    assertThat(paper.select(".b-choices th[scope=row]")).hasSize(5);
    assertThat(paper.select(".b-choices td .b-box")).hasSize(10);
  }

  @Test
  void a_text_may_be_another_on_paper() {
    Document paper =
        paper(
            form(
                List.of(page("sida", field("namn", "text").build())),
                Map.of(
                    "sida.intro", "Klicka här.",
                    "sida.intro.paper", "Skriv här.",
                    "namn.hint", "Logga in.",
                    "namn.hint.paper", "Texta.")),
            "sv");
    assertThat(paper.text()).contains("Skriv här.", "Texta.").doesNotContain("Klicka", "Logga in");
  }

  @Test
  void a_reason_that_no_one_answer_settles_stands_in_its_place_too() {
    Document paper =
        paper(
            form(
                List.of(
                    page("ett", field("alder", "number").required(true).build()),
                    PageDefinition.exit("ung", "alder < 18"),
                    page("tva", field("namn", "text").build())),
                Map.of("ung.title", "Du är för ung")),
            "sv");
    assertThat(paper.select(".b-note .b-told").eachText())
        .contains("Fyll inte i mer om svaret på fråga 1 är mindre än 18. Läs mer på första sidan.");
  }

  @Test
  void an_answer_that_is_left_out_is_told_of_where_it_counts() {
    Document paper =
        paper(
            form(
                List.of(
                    page(
                        "ett",
                        field("alder", "number").build(),
                        field("ung", "text").showIf("alder < 7").build(),
                        field("stor", "text").showIf("alder >= 7").build())),
                Map.of()),
            "sv");
    assertThat(paper.select(".b-told").eachText())
        .containsExactly(
            "Svara bara om svaret på fråga 1 är mindre än 7 eller du inte svarade på fråga 1.",
            "Svara bara om svaret på fråga 1 är 7 eller mer.");
  }

  @Test
  void every_form_is_well_formed_and_asks_all_that_is_asked_in_order() {
    for (FormDefinition form : List.of(Forms.yaml(), Barnen.form(), Resor.yaml())) {
      for (String language : List.of("sv", "en", "yi")) {
        Document paper = paper(form, language);
        paper.select(".b-sheet").remove();
        assertThat(paper.select("html").attr("dir"))
            .isEqualTo(language.equals("yi") ? "rtl" : "ltr");
        List<Integer> numbers =
            paper.select(".b-number").eachText().stream()
                .map(text -> Integer.valueOf(text.replace(".", "")))
                .distinct()
                .toList();
        long asked = form.fields().values().stream().filter(FieldDefinition::isAsked).count();
        assertThat(numbers).hasSize((int) asked).isSorted();
        assertThat(paper.select("h1")).hasSize(1);
        headingsGoDownOneAtATime(paper);
      }
    }
  }

  /** PDF/UA-1, 7.4.2. */
  private static void headingsGoDownOneAtATime(Document paper) {
    int before = 0;
    for (Element heading : paper.select("h1, h2, h3, h4, h5")) {
      int level = heading.tagName().charAt(1) - '0';
      assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
      before = level;
    }
  }

  @Test
  void what_lacks_in_a_language_is_marked_with_the_language_that_stands_in() {
    Document paper = paper(Forms.yaml(), "yi");
    assertThat(paper.select(".b-question span[lang=sv][dir=ltr]")).isNotEmpty();
    assertThat(paper(Forms.yaml(), "sv").select("[lang=sv] [lang]")).isEmpty();
  }

  @Test
  void the_law_s_facts_are_told_for_each_question() {
    Document paper = paper(Resor.yaml(), "sv");
    assertThat(paper.select(".b-table th").eachText()).hasSizeBetween(2, 3);
    assertThat(paper.select(".b-table td").eachText())
        .contains("Skollagen")
        .anyMatch(text -> text.contains("Ordna resan (fråga "));
    assertThat(paper.text()).contains("Sparas för framtiden");
    assertThat(paper.text()).contains("kan vara hemliga enligt 23 kap. 2 § OSL");
  }

  @Test
  void random_forms_can_all_be_put_on_paper() {
    for (int seed = 0; seed < 40; seed++) {
      FormDefinition form = RandomForms.definition(seed);
      Document paper = paper(form, "sv");
      assertThat(paper.select(".b-go").eachText())
          .allMatch(text -> text.matches("(?s)→ (Gå till|Hoppa över|Fyll inte i|Go ).*"));
      headingsGoDownOneAtATime(paper);
      Optional<String> last = paper.select(".b-number").eachText().stream().reduce((a, b) -> b);
      assertThat(last).isNotNull();
    }
  }
}
