package se.byggsten.web.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;

class PaperTest {
  private static final Paper PAPER = Paper.in(Locale.forLanguageTag("sv"));

  private static final PaperBoxes BOXES = PaperBoxes.in(Locale.forLanguageTag("sv"));

  static PaperHead head(String form) {
    return new PaperHead(
        form,
        "Eksta kommun",
        "blankett kollo, version 2",
        "Fylls i av kommunen",
        "Inkom (stämpel)",
        "Diarienummer",
        "Ditt namn");
  }

  static String form(Paper paper) {
    Html body =
        Html.concat(
            paper.note(Markdown.html("Skicka till **Eksta kommun**.")),
            paper.section("Barnet"),
            paper.question("1", "Barnets personnummer", "ÅÅÅÅMMDD", BOXES.squares(8, 4)),
            paper.question(
                "2",
                "Går barnet i skolan?",
                null,
                BOXES.ticks(List.of(Tick.of("Ja"), Tick.of("Nej <inte än>", "4")))),
            paper.question("3", "Vad tycker barnet om?", null, BOXES.lines(4)),
            paper.goTo("5"),
            paper.section("Underskrift"),
            paper.question(
                "4", "Skriv under", null, BOXES.labelledLines(List.of("Ort", "Datum", "Namn"))));
    return paper.document(head("Ansökan om kolloplats 12345 & \"mer\" url(x)"), body);
  }

  @Test
  void writes_well_formed_markup_with_headings_in_order() throws IOException {
    String made = form(PAPER);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "paper.html"), made);
    Document document = Jsoup.parse(made, Parser.xmlParser());
    assertThat(document.select("h1, h2, h3").eachText())
        .containsExactly(
            "Ansökan om kolloplats 12345 & \"mer\" url(x)",
            "Barnet",
            "1. Barnets personnummer",
            "2. Går barnet i skolan?",
            "3. Vad tycker barnet om?",
            "Underskrift",
            "4. Skriv under");
    assertThat(document.select(".b-square")).hasSize(12);
    assertThat(document.select(".b-tick").eachText())
        .containsExactly("Ja", "Nej <inte än> → Gå till fråga 4");
    assertThat(document.select(".b-line")).hasSize(7);
  }

  @Test
  void points_the_other_way_in_a_language_that_is_read_from_the_right() {
    assertThat(Paper.in(Locale.forLanguageTag("yi")).goTo("3").value())
        .contains("← <span lang=\"sv\" dir=\"ltr\">Gå till fråga 3</span>");
  }

  @Test
  void draws_no_more_than_a_page_holds() {
    for (int wrong : new int[] {0, -1, 1_000_000}) {
      assertThatThrownBy(() -> BOXES.squares(wrong)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> BOXES.lines(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void every_page_has_the_form_and_room_for_the_stamp_and_the_number() {
    Document document = Jsoup.parse(form(PAPER), Parser.xmlParser());
    assertThat(document.select(".b-running-head").text())
        .isEqualTo(
            "Ansökan om kolloplats 12345 & \"mer\" url(x)Eksta kommunDitt namn"
                + "Inkom (stämpel) · Diarienummer");
    assertThat(document.select(".b-running-foot").text())
        .isEqualTo("blankett kollo, version 2Sida ()");
    assertThat(document.select(".b-office .b-under").eachText())
        .containsExactly("Fylls i av kommunen", "Inkom (stämpel)", "Diarienummer");
  }

  @Test
  void questions_stand_beside_each_other_as_long_as_there_is_room() {
    List<Html> lines =
        PAPER.beside(
            List.of(
                new Cell(Html.text("a"), 5, true),
                new Cell(Html.text("b"), 4, false),
                new Cell(Html.text("c"), 7, false),
                new Cell(Html.text("d"), 5, false),
                new Cell(Html.text("e"), 6, false)));
    assertThat(lines.stream().map(line -> Jsoup.parse(line.value()).select(".b-cell").eachText()))
        .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
    assertThat(Jsoup.parse(lines.get(0).value()).select(".b-cell").eachAttr("class"))
        .containsExactly("b-cell b-w8", "b-cell b-w4");
    assertThat(lines.get(1).value()).contains("b-w7", "b-w5");
    assertThat(lines.get(2).value()).contains("b-w12");
    assertThatThrownBy(() -> new Cell(Html.EMPTY, 13, true))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void rows_and_choices_are_tables_with_headings_both_ways() {
    Document rows =
        Jsoup.parse(
            BOXES
                .rows(
                    List.of(Html.text("Nr"), Html.text("Namn")),
                    List.of(10, 90),
                    List.of("1", "2"),
                    List.of(Html.EMPTY))
                .value());
    assertThat(rows.select("th[scope=col]").eachText()).containsExactly("Nr", "Namn");
    assertThat(rows.select("th[scope=row]").eachText()).containsExactly("1", "2");
    assertThat(rows.select("td")).hasSize(2);
    Document choices =
        Jsoup.parse(
            BOXES
                .choices(
                    List.of(Html.text("Välj"), Html.text("Först"), Html.text("Sedan")),
                    List.of(50, 25, 25),
                    List.of("Röd", "Grön", "Blå"))
                .value());
    assertThat(choices.select("th[scope=row]").eachText()).containsExactly("Röd", "Grön", "Blå");
    assertThat(choices.select("td .b-box")).hasSize(6);
  }

  @Test
  void a_text_that_runs_the_other_way_says_so() {
    Paper yiddish = Paper.in(Locale.forLanguageTag("yi"));
    assertThat(yiddish.section("Frågor").value()).contains("dir=\"ltr\"");
    assertThat(yiddish.section("פֿראַגעס").value()).doesNotContain("dir=");
    assertThat(PAPER.section("Frågor").value()).doesNotContain("dir=");
    assertThat(PAPER.instruction("פֿראַגעס").value()).contains("dir=\"rtl\"");
  }

  @Test
  void headings_go_down_one_level_at_a_time() {
    Html all =
        Html.concat(
            PAPER.copy("Barn 1"),
            PAPER.inner().section("Barnet"),
            PAPER.inner().question("1", "Namn", null, Html.EMPTY),
            PAPER.inner().inner().inner().question("2", "Ålder", null, Html.EMPTY));
    assertThat(Jsoup.parse(all.value()).select("h2, h3, h4, h5").eachText())
        .containsExactly("Barn 1", "Barnet", "1. Namn", "2. Ålder");
    assertThat(Jsoup.parse(all.value()).select("h5").text()).isEqualTo("2. Ålder");
  }
}
