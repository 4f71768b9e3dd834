package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.run.FormRun;

/** What a blank form on paper tells whoever fills it in to do. */
class PaperFormTest {

  private static Document paper(FormDefinition form, String language) {
    String html =
        FormRenderer.of(FormRun.of(form, Forms.CLOCK))
            .paper(Locale.forLanguageTag(language), Forms.NOW)
            .html();
    return Jsoup.parse(html, Parser.xmlParser());
  }

  private static FormDefinition form(List<PageDefinition> pages, Map<String, String> texts) {
    Map<String, String> all = new TreeMap<>(texts);
    all.put("form.title", "Ansökan");
    return FormDefinition.builder("prov", 1)
        .pages(pages)
        .texts(FormTexts.of(Map.of("sv", all)))
        .build();
  }

  private static FieldDefinition.Builder field(String id, String type) {
    return Barnen.field(id, type);
  }

  private static PageDefinition page(String id, FieldDefinition... fields) {
    return PageDefinition.of(id, PageKind.QUESTIONS, List.of(fields));
  }

  /** The question that has a label, with all that stands in it. */
  private static Element question(Document paper, String label) {
    return paper.select(".b-question").stream()
        .filter(question -> question.select("h3").text().contains(label))
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
    assertThat(question(paper, "bil").select("li").eachText())
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
    assertThat(question(paper, "val").select("li").eachText())
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
    assertThat(question(paper, "bor").select("li").eachText())
        .containsExactly("Ja", "Nej → Fyll inte i mer. Läs mer på första sidan.");
    assertThat(question(paper, "snabb").select("li").eachText())
        .containsExactly("Ja → Gå till fråga 4", "Nej");
    assertThat(paper.select(".b-note").eachText())
        .anyMatch(text -> text.equals("Du kan inte söka Gäller om du svarade ”Nej” på fråga 1."));
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
    assertThat(question(paper, "bil").select("li").eachText())
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
    assertThat(question(paper, "bil").select("li").eachText())
        .containsExactly("Ja", "Nej → Gå till fråga 3");
    assertThat(paper.select("h3").eachText()).noneMatch(text -> text.contains("kor"));
  }

  @Test
  void rows_are_blank_blocks_with_the_same_numbers() {
    Document paper = paper(Barnen.form(), "sv");
    assertThat(paper.select("h2").eachText())
        .contains("Barn 1", "Barn 1, rad 1", "Barn 1, rad 2", "Barn 3, rad 2");
    assertThat(paper.select("h3").eachText()).contains("2. namn.label", "3. alder.label");
    assertThat(paper.select("h3").eachText().stream().filter(h -> h.equals("2. namn.label")))
        .hasSize(3);
    assertThat(paper.select(".b-told").eachText())
        .contains("Svara bara om svaret på fråga 3 är 6 eller mer och du svarade ”Ja” på fråga 1.")
        .noneMatch(text -> text.contains("får vara med"));
  }

  @Test
  void every_form_is_well_formed_and_asks_all_that_is_asked_in_order() {
    for (FormDefinition form : List.of(Forms.yaml(), Barnen.form(), Resor.yaml())) {
      for (String language : List.of("sv", "en", "yi")) {
        Document paper = paper(form, language);
        assertThat(paper.select("html").attr("dir"))
            .isEqualTo(language.equals("yi") ? "rtl" : "ltr");
        List<Integer> numbers =
            paper.select("h3 .b-number").eachText().stream()
                .map(text -> Integer.valueOf(text.replace(".", "")))
                .distinct()
                .toList();
        long asked = form.fields().values().stream().filter(FieldDefinition::isAsked).count();
        assertThat(numbers).hasSize((int) asked).isSorted();
        assertThat(paper.select("h1")).hasSize(1);
      }
    }
  }

  @Test
  void what_lacks_in_a_language_is_marked_with_the_language_that_stands_in() {
    Document paper = paper(Forms.yaml(), "yi");
    assertThat(paper.select("div[lang=sv][dir=ltr] .b-question")).isNotEmpty();
    assertThat(paper(Forms.yaml(), "sv").select("[lang=sv] [lang]")).isEmpty();
  }

  @Test
  void the_law_s_facts_are_told_for_each_question() {
    Document paper = paper(Resor.yaml(), "sv");
    assertThat(paper.select(".b-table th").eachText()).hasSize(4);
    assertThat(paper.select(".b-table td").eachText())
        .contains("Ordna resan", "Skollagen", "Sparas för framtiden");
    assertThat(paper.text()).contains("kan vara hemliga enligt 23 kap. 2 § OSL");
  }

  @Test
  void random_forms_can_all_be_put_on_paper() {
    for (int seed = 0; seed < 60; seed++) {
      FormDefinition form = RandomForms.definition(seed);
      Document paper = paper(form, "sv");
      assertThat(paper.select(".b-go").eachText())
          .allMatch(text -> text.matches("→ (Gå till|Hoppa över|Fyll inte i|Go ).*"));
      Optional<String> last = paper.select("h3 .b-number").eachText().stream().reduce((a, b) -> b);
      assertThat(last).isNotNull();
    }
  }
}
