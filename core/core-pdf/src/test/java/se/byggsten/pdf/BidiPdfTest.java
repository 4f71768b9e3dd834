package se.byggsten.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import se.byggsten.core.document.PrintableDocument;

class BidiPdfTest {
  private static final String PAGE =
      """
      <html><head><title>x</title><style>td{border:1px solid #888888}</style></head><body>
      <h1>בקשה</h1><p>שלום (abc 123) עולם</p>
      <p>פֿאַר וואָס פֿרעגן מיר?</p><ul><li>אײנס</li></ul>
      <table><tr><th>נאָמען</th><td>Åsa</td></tr></table></body></html>
      """;

  private static byte[] pdf(String language, String html) {
    return PdfRenderers.preservation()
        .render(new PrintableDocument("x", Locale.forLanguageTag(language), Documents.AT, html));
  }

  /** The characters with their place, in the order in which they are drawn. */
  private static List<TextPosition> drawn(byte[] pdf) throws IOException {
    List<TextPosition> all = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
              all.add(text);
            }
          };
      stripper.getText(document);
    }
    return all;
  }

  private static float x(List<TextPosition> all, String character) {
    return all.stream()
        .filter(t -> t.getUnicode().equals(character))
        .findFirst()
        .orElseThrow()
        .getX();
  }

  @Test
  void aPageInYiddishRunsFromRightToLeft() throws IOException {
    byte[] pdf = pdf("yi", PAGE);
    Path shown = Path.of("target", "yiddish.pdf");
    Files.write(shown, pdf);
    List<TextPosition> all = drawn(pdf);
    // בקשה is drawn with its first letter rightmost, at the right margin.
    assertThat(x(all, "ב")).isGreaterThan(x(all, "ק")).isGreaterThan(300);
    assertThat(x(all, "a")).isLessThan(x(all, "b")).isLessThan(x(all, "1"));
  }

  @Test
  void lettersWithPointsAreSetAsOneCharacter() throws IOException {
    assertThat(drawn(pdf("yi", PAGE)))
        .extracting(TextPosition::getUnicode)
        .contains("\uFB4E", "\uFB2E", "\uFB2F")
        .doesNotContain("\u05B7", "\u05BF", "\uFFFD");
  }

  @Test
  void aWordInYiddishOnASwedishPageRunsFromRightToLeftWhereItStands() throws IOException {
    List<TextPosition> all =
        drawn(pdf("sv", "<html><body><h1>a</h1><p>Ordet שלום (hej)</p></body></html>"));
    assertThat(x(all, "ש")).isGreaterThan(x(all, "ל")).isGreaterThan(x(all, "O"));
    assertThat(x(all, "(")).isGreaterThan(x(all, "ש")).isLessThan(x(all, ")"));
  }

  @Test
  void everyLetterOfTheMinorityLanguagesIsShown() throws IOException {
    String letters = "áâčđŋšŧžåäöïÁČĐŊŠŦŽÏńǥǧǩʒǯ";
    byte[] pdf = pdf("se", "<html><body><h1>x</h1><p>" + letters + "</p></body></html>");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains(letters);
      BufferedImage image = new PDFRenderer(document).renderImage(0);
      assertThat(image.getWidth()).isPositive();
    }
  }
}
