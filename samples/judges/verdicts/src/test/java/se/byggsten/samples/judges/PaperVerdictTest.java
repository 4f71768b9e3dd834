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
import se.byggsten.web.paper.Paper;
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
    Html part =
        Html.concat(
            paper.section("Barnet · קינד"),
            paper.note(Html.text("Skriv med bläck.")),
            paper.question("1", "Personnummer", "ÅÅÅÅMMDD", paper.squares(8, 4)),
            paper.question(
                "2", "Skola?", null, paper.ticks(List.of(Tick.of("Ja"), Tick.of("Nej", "4")))),
            paper.question("3", "Vad tycker barnet om?", null, paper.lines(5)),
            paper.goTo("5"),
            paper.question("4", "Namn", null, paper.labelledLines(List.of("Ort", "Namn"))));
    String html = paper.document("Ansökan", "Eksta kommun", Html.concat(part, part, part));
    byte[] made =
        PdfRenderers.preservation()
            .render(new PrintableDocument("Ansökan", locale, SamplePackage.AT, html));
    Path pdf = Files.write(folder.resolve("paper.pdf"), made);
    assertThat(Judge.veraPdf().run(folder, "2a,ua1", pdf.toString()).lines())
        .containsExactly("PASS 2a paper.pdf", "PASS ua1 paper.pdf");
  }
}
