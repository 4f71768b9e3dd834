package se.byggsten.pdf.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import se.byggsten.pdf.PdfException;

/**
 * The parsed fonts of one rendering at a time.
 *
 * <p>Parsing costs more than a page does, so a set is kept; a parsed font is not safe for two
 * threads, so each rendering borrows a whole set.
 */
final class FontSet {
  /** The family that pages are set in. */
  static final String FAMILY = "Byggsten Sans";

  /** The family that holds what the first one lacks. */
  static final String RESERVE = "Byggsten Reserve";

  private static final int REPLACEMENT = 0xFFFD;

  private record Face(String file, int weight, FontStyle style) {}

  private static final List<Face> FACES =
      List.of(
          new Face("LiberationSans-Regular.ttf", 400, FontStyle.NORMAL),
          new Face("LiberationSans-Bold.ttf", 700, FontStyle.NORMAL),
          new Face("LiberationSans-Italic.ttf", 400, FontStyle.ITALIC),
          new Face("LiberationSans-BoldItalic.ttf", 700, FontStyle.ITALIC));

  private final List<TrueTypeFont> main = new ArrayList<>();
  private final List<CmapLookup> mainLookups = new ArrayList<>();
  private final TrueTypeFont reserve;
  private final CmapLookup reserveLookup;

  FontSet() {
    try {
      for (Face face : FACES) {
        TrueTypeFont font = parse("fonts/liberation/" + face.file());
        main.add(font);
        mainLookups.add(font.getUnicodeCmapLookup());
      }
      reserve = parse("fonts/dejavu/DejaVuSans.ttf");
      reserveLookup = reserve.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new PdfException(
          PdfException.RENDERING_FAILED, "A font of the module cannot be read; rebuild it.", e);
    }
  }

  private static TrueTypeFont parse(String name) throws IOException {
    try (InputStream in = FontSet.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("The resource " + name + " is missing from the jar");
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
    }
  }

  /** Embeds the fonts in a document, as subsets. */
  void embed(PdfRendererBuilder builder, PDDocument document) throws IOException {
    for (int i = 0; i < FACES.size(); i++) {
      Face face = FACES.get(i);
      use(builder, document, main.get(i), FAMILY, face.weight(), face.style());
    }
    use(builder, document, reserve, RESERVE, 400, FontStyle.NORMAL);
  }

  private static void use(
      PdfRendererBuilder builder,
      PDDocument document,
      TrueTypeFont font,
      String family,
      int weight,
      FontStyle style)
      throws IOException {
    PDType0Font embedded = PDType0Font.load(document, font, true);
    builder.useFont(new PDFontSupplier(embedded), family, weight, style, true);
    if (family.equals(FAMILY)) {
      // Page margins inherit nothing: what no rule reaches is set in the engine's own "serif".
      builder.useFont(new PDFontSupplier(embedded), "serif", weight, style, true);
    }
  }

  /** Returns the text with U+FFFD for what no font can show. */
  String showable(String text) {
    int length = text.length();
    for (int i = 0; i < length; ) {
      int point = text.codePointAt(i);
      if (!canShow(point)) {
        return replaced(text);
      }
      i += Character.charCount(point);
    }
    return text;
  }

  private String replaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(p -> out.appendCodePoint(canShow(p) ? p : REPLACEMENT));
    return out.toString();
  }

  private boolean canShow(int point) {
    if (point == '\n' || point == '\r' || point == '\t') {
      return true;
    }
    if (Character.getType(point) == Character.PRIVATE_USE) {
      // PDF/A-2a, 6.2.11.7.3: what a private character means must be told, and nobody knows.
      return false;
    }
    return reserveLookup.getGlyphId(point) > 0
        || mainLookups.stream().allMatch(lookup -> lookup.getGlyphId(point) > 0);
  }
}
