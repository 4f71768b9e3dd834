package se.byggsten.pdf.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.w3c.dom.Document;
import se.byggsten.core.document.PdfRenderer;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.pdf.PdfException;

/** Lays out a page with openhtmltopdf and writes it as PDF/A-2a and PDF/UA-1. */
public final class PreservationRenderer implements PdfRenderer {
  private static final int MAX_PAGES = 1_000;
  private static final String[] PROTOCOLS = {
    "http", "https", "file", "jar", "ftp", "classpath", "data-outside"
  };

  private final ConcurrentLinkedQueue<FontSet> fonts = new ConcurrentLinkedQueue<>();
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  /** Creates a renderer without parsed fonts; the first page parses them. */
  public PreservationRenderer() {
    EngineLog.install();
  }

  @Override
  public byte[] render(PrintableDocument document) {
    FontSet borrowed = fonts.poll();
    FontSet set = borrowed == null ? new FontSet() : borrowed;
    Document page = SafePage.of(document, set::showable);
    byte[] pdf = write(document, page, set);
    // Only a set that came through whole goes back: one that failed half-way is let go.
    fonts.offer(set);
    return pdf;
  }

  private byte[] write(PrintableDocument document, Document page, FontSet set) {
    try (PDDocument pdf = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(pdf);
      builder.withW3cDocument(page, "about:blank");
      builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
      builder.usePdfUaAccessibility(true);
      builder.useColorProfile(colours);
      builder.withProducer("Byggsten");
      builder.useReplacementText("\uFFFD");
      builder.useUnicodeBidiSplitter(PlatformBidi::new);
      builder.useUnicodeBidiReorderer(new PlatformBidi.Reorderer());
      builder.defaultTextDirection(
          SafePage.rightToLeft(document.language()) ? TextDirection.RTL : TextDirection.LTR);
      builder.useDefaultPageSize(210, 297, PdfRendererBuilder.PageSizeUnits.MM);
      builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
      builder.useProtocolsStreamImplementation(
          url -> {
            throw new PdfException(PdfException.OUTSIDE_RESOURCE, "Nothing is fetched.");
          },
          PROTOCOLS);
      builder.useExternalResourceAccessControl(
          (uri, type) -> uri.startsWith("data:"),
          ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
      builder.useExternalResourceAccessControl(
          (uri, type) -> uri.startsWith("data:"),
          ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
      builder.usePageSupplier(
          (doc, width, height, number, shadow) -> boundedPage(doc, width, height));
      set.embed(builder, pdf);
      ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        PDDocument made = renderer.createPDFKeepOpen();
        Stamp.put(made, document);
        made.save(out);
      }
      return out.toByteArray();
    } catch (PdfException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new PdfException(
          PdfException.RENDERING_FAILED, "The engine could not lay out the page; simplify it.", e);
    }
  }

  private static PDPage boundedPage(PDDocument doc, float width, float height) {
    if (doc.getNumberOfPages() >= MAX_PAGES) {
      throw new PdfException(
          PdfException.TOO_LARGE, "The document has more than " + MAX_PAGES + " pages.");
    }
    PDPage page = new PDPage(new PDRectangle(width, height));
    doc.addPage(page);
    return page;
  }
}
