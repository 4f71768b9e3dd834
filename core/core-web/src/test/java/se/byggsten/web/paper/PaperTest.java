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

  static String form(Paper paper) {
    Html body =
        Html.concat(
            paper.note(Markdown.html("Skicka till **Eksta kommun**.")),
            paper.section("Barnet"),
            paper.question("1", "Barnets personnummer", "ÅÅÅÅMMDD", paper.squares(8, 4)),
            paper.question(
                "2",
                "Går barnet i skolan?",
                null,
                paper.ticks(List.of(Tick.of("Ja"), Tick.of("Nej <inte än>", "4")))),
            paper.question("3", "Vad tycker barnet om?", null, paper.lines(4)),
            paper.goTo("5"),
            paper.section("Underskrift"),
            paper.question(
                "4", "Skriv under", null, paper.labelledLines(List.of("Ort", "Datum", "Namn"))));
    return paper.document("Ansökan om kolloplats 12345 & \"mer\" url(x)", "Eksta kommun", body);
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
    assertThat(document.select(".b-ticks li").eachText())
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
      assertThatThrownBy(() -> PAPER.squares(wrong)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> PAPER.lines(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
