package se.byggsten.samples.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.pdf.PdfRenderers;
import se.byggsten.testsupport.Judge;
import se.byggsten.web.Html;
import se.byggsten.web.paper.Cell;
import se.byggsten.web.paper.Paper;
import se.byggsten.web.paper.PaperBoxes;
import se.byggsten.web.paper.PaperHead;
import se.byggsten.web.paper.Tick;

/** What veraPDF says of blank forms for paper. */
@Tag("judges")
class PaperVerdictTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"sv", "yi", "se"})
  void everyPartOfABlankFormCompliesWithPdfA2aAndPdfUa1(String language) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    Paper paper = Paper.in(locale);
    PaperBoxes boxes = PaperBoxes.in(locale);
    Html part =
        Html.concat(
            paper.section("Barnet · קינד"),
            paper.note(Html.text("Skriv med bläck.")),
            paper.question("1", "Personnummer", "ÅÅÅÅMMDD", boxes.squares(8, 4)),
            paper.question(
                "2", "Skola?", null, boxes.ticks(List.of(Tick.of("Ja"), Tick.of("Nej", "4")))),
            paper.question("3", "Vad tycker barnet om?", null, boxes.lines(5)),
            paper.goTo("5"),
            paper.question("4", "Namn", null, boxes.labelledLines(List.of("Ort", "Namn"))));
    Html tables =
        Html.concat(
            paper.copy("Barn 1"),
            boxes.rows(
                List.of(Html.text("Nr"), Html.text("Allergi"), Html.text("Reaktion")),
                List.of(10, 50, 40),
                List.of("1", "2", "3"),
                List.of(Html.EMPTY, boxes.column(Tick.of("Lite"), Tick.of("Mycket")))),
            boxes.choices(
                List.of(Html.text("Välj"), Html.text("Först"), Html.text("Sedan")),
                List.of(50, 25, 25),
                List.of("Röd", "Grön")));
    Html beside =
        Html.concat(
            paper.beside(
                List.of(
                    new Cell(paper.question("5", "Förnamn", null, boxes.lines(1)), 6, true),
                    new Cell(paper.question("6", "Efternamn", "Hint", boxes.lines(1)), 6, true))));
    Html kept = paper.keep(List.of(paper.section("Sist"), beside));
    Html columns = paper.columns(paper.small("Ett"), Html.text("Två"));
    PaperHead head =
        new PaperHead(
            "Ansökan",
            "Eksta kommun",
            "blankett, version 1",
            "Fylls i av kommunen",
            "Inkom",
            "Diarienummer",
            "Namn");
    Html all = Html.concat(columns, part, tables, kept, paper.sheet(part), part);
    String html = paper.document(head, all);
    byte[] made =
        PdfRenderers.preservation()
            .render(new PrintableDocument("Ansökan", locale, SamplePackage.AT, html));
    Path pdf = Files.write(folder.resolve("paper.pdf"), made);
    assertThat(Judge.veraPdf().run(folder, "2a,ua1", pdf.toString()).lines())
        .containsExactly("PASS 2a paper.pdf", "PASS ua1 paper.pdf");
  }
}
