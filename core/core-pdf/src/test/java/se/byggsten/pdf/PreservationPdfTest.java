package se.byggsten.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.document.PdfRenderer;
import se.byggsten.core.document.PrintableDocument;

class PreservationPdfTest {
  private static final PdfRenderer RENDERER = PdfRenderers.preservation();

  @Test
  void theTextOfThePageCanBeReadBackWithItsSwedishLetters() throws IOException {
    String text = text(RENDERER.render(Documents.application()));
    assertThat(text).contains("Ansökan om kolloplats", "Björn Ängström", "Väddö, vecka 27");
  }

  @Test
  void theFileSaysItsTitleLanguageAndStandards() throws IOException {
    byte[] pdf = RENDERER.render(Documents.application());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var catalog = document.getDocumentCatalog();
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Ansökan om kolloplats");
      assertThat(catalog.getLanguage()).isEqualTo("sv");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
      assertThat(catalog.getStructureTreeRoot()).isNotNull();
      String xmp = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(xmp).contains("pdfaid", "pdfuaid", "2026-03-02T08:15:30");
    }
  }

  @Test
  void theSameDocumentGivesTheSameBytesFromAnyRenderer() {
    byte[] first = RENDERER.render(Documents.application());
    assertThat(RENDERER.render(Documents.application())).isEqualTo(first);
    assertThat(PdfRenderers.preservation().render(Documents.application())).isEqualTo(first);
  }

  @Test
  void anotherInstantGivesOtherBytes() {
    PrintableDocument later =
        new PrintableDocument(
            "Ansökan om kolloplats",
            Locale.forLanguageTag("sv"),
            Instant.parse("2026-03-02T08:15:31Z"),
            Documents.APPLICATION);
    assertThat(RENDERER.render(later)).isNotEqualTo(RENDERER.render(Documents.application()));
  }

  @Test
  void manyThreadsGetTheSameBytes() throws Exception {
    byte[] expected = RENDERER.render(Documents.application());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<byte[]>> work =
          IntStream.range(0, 12)
              .<Callable<byte[]>>mapToObj(i -> () -> RENDERER.render(Documents.application()))
              .collect(Collectors.toList());
      for (Future<byte[]> made : threads.invokeAll(work)) {
        assertThat(made.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Property(tries = 60)
  void anyUnicodeBecomesAPdf(@ForAll String text) {
    String escaped =
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("]]", "] ]");
    assertThat(RENDERER.render(Documents.body("<p><b>" + escaped + "</b></p>"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "&#0;", "&#xD800;", "&#99999999999;", "\uD800", "\uDC00x", "😀👩‍👩‍👧",
            "e\u0301\u0327",
        "שלום עולם", "مرحبا", "\u202Eevil\u202C", "\uFEFF", "\uFFFE", "汉字", "ﬁ", "\u200B\u00AD"
      })
  void hardTextIsShownOrReplacedButNeverFails(String text) throws IOException {
    byte[] pdf = RENDERER.render(Documents.body("<h1>före</h1><p>" + text + "</p><p>efter</p>"));
    assertThat(text(pdf)).contains("före", "efter");
  }

  @Test
  void whatNoFontHoldsIsAReplacementCharacter() throws IOException {
    assertThat(text(RENDERER.render(Documents.body("<p>a汉b</p>")))).contains("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src='http://127.0.0.1:9/x.png' alt=''/>",
        "<img src='file:///etc/passwd' alt=''/>",
        "<img src='x.png' alt=''/>",
        "<p style='background:url(http://127.0.0.1:9/)'>x</p>",
        "<p style='background:\\75rl(http://127.0.0.1:9/)'>x</p>",
        "<style>@import 'http://127.0.0.1:9/x.css';</style>",
        "<style>@font-face{font-family:x;src:url(file:///x)}</style>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='file:///etc/passwd'>x</a>",
        "<p background='http://127.0.0.1:9/'>x</p>"
      })
  void nothingOutsideThePageIsFetched(String body) {
    assertRefused(Documents.body(body), PdfException.OUTSIDE_RESOURCE.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x</script>", "<iframe src='x'/>", "<object data='x'/>", "<p onclick='x'>x</p>",
        "<link rel='stylesheet' href='http://127.0.0.1:9/'/>", "<svg/>", "<input/>", "<SCRIPT/>"
      })
  void activeContentIsRefused(String body) {
    assertRefused(Documents.body(body), PdfException.ACTIVE_CONTENT.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><html><body>&x;</body></html>",
        "<!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'><html><body/></html>",
        "<html><?xml-stylesheet href='http://127.0.0.1:9/'?><body/></html>"
      })
  void documentTypesAndInstructionsAreRefused(String html) {
    assertRefused(Documents.of(html), PdfException.DOCTYPE_REFUSED.value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><body><p>Åsa Öberg</body>", "", "Åsa Öberg", "<p>Åsa Öberg</p>"})
  void brokenPagesAreRefusedWithoutQuotingThem(String html) {
    assertThatThrownBy(() -> RENDERER.render(Documents.of(html)))
        .isInstanceOf(PdfException.class)
        .hasMessageContaining("PDF-NOT-WELL-FORMED")
        .hasMessageNotContaining("Öberg");
  }

  @Test
  void largeDeepAndLongPagesAreRefused() {
    String code = PdfException.TOO_LARGE.value();
    assertRefused(Documents.body("x".repeat(6_000_000)), code);
    assertRefused(Documents.body("<b>".repeat(5_000) + "</b>".repeat(5_000)), code);
    assertRefused(Documents.body("<br/>".repeat(70_000)), code);
    assertRefused(Documents.body("<p style='height:99999999px'>x</p>"), code);
    assertRefused(Documents.body("<table><tr><td colspan='999'>x</td></tr></table>"), code);
    assertRefused(Documents.body("<p style='page-break-after:always'>x</p>".repeat(1_200)), code);
  }

  @Test
  void imagesNeedATextAlternativeAndRealContent() {
    String code = PdfException.IMAGE_INVALID.value();
    assertRefused(Documents.body("<img src='data:image/png;base64,AAAA' alt='x'/>"), code);
    assertRefused(Documents.body("<img src='data:image/png;base64,AAAA'/>"), code);
    assertRefused(Documents.body("<img src='data:image/svg+xml,x' alt='x'/>"), code);
  }

  @Test
  void aTitleAndALanguageAreNeeded() {
    PrintableDocument untitled =
        new PrintableDocument(" ", Locale.ROOT, Documents.AT, Documents.APPLICATION);
    assertRefused(untitled, PdfException.METADATA_MISSING.value());
  }

  @Test
  void theEngineWritesNothingToTheErrorStream() {
    PrintStream before = System.err;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      PdfRenderers.preservation().render(Documents.application());
    } finally {
      System.setErr(before);
    }
    assertThat(caught.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static void assertRefused(PrintableDocument document, String code) {
    assertThatThrownBy(() -> RENDERER.render(document))
        .isInstanceOf(PdfException.class)
        .hasMessageStartingWith(code);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
