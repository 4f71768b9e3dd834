package se.byggsten.samples.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.pdf.PdfRenderers;
import se.byggsten.testsupport.Judge;

/** What veraPDF says of PDFs made here. */
@Tag("judges")
class PdfVerdictTest {
  @TempDir Path folder;

  @Test
  void anApplicationCompliesWithPdfA2aAndPdfUa1() throws IOException {
    Path pdf = Files.write(folder.resolve("application.pdf"), SamplePackage.pdf());
    Judge.Verdict verdict = Judge.veraPdf().run(folder, "2a,ua1", pdf.toString());
    assertThat(verdict.lines())
        .containsExactly("PASS 2a application.pdf", "PASS ua1 application.pdf");
  }

  @Test
  void hardTextCompliesToo() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int point = 32; point < 0x30000; point += 23) {
      if (Character.isDefined(point) && (point < 0xD800 || point > 0xDFFF)) {
        text.append(point == '<' || point == '&' ? "." : Character.toString(point));
      }
    }
    String html =
        "<html><head><title>x</title></head><body><h1>Text</h1><p>" + text + "</p></body></html>";
    byte[] made =
        PdfRenderers.preservation()
            .render(
                new PrintableDocument("Text", Locale.forLanguageTag("sv"), SamplePackage.AT, html));
    Path pdf = Files.write(folder.resolve("text.pdf"), made);
    Judge.Verdict verdict = Judge.veraPdf().run(folder, "2a,ua1", pdf.toString());
    assertThat(verdict.lines()).containsExactly("PASS 2a text.pdf", "PASS ua1 text.pdf");
  }
}
