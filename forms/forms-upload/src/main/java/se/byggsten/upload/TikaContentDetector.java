package se.byggsten.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import se.byggsten.forms.file.Detection;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.file.FileKind;
import se.byggsten.forms.file.Refusal;
import se.byggsten.forms.spi.ContentDetector;
import se.byggsten.upload.internal.OfficeFile;
import se.byggsten.upload.internal.TextFile;
import se.byggsten.upload.internal.ZipDirectory;

/**
 * Knows files by Apache Tika's table of signatures, and looks into PDF and office documents.
 *
 * <p>Refused whatever the form allows: a file that is two kinds at once (an archive behind a
 * picture, a PDF that begins with something else), office documents with macros, controls or parts
 * fetched from elsewhere, SVG, damaged archives and archives that grow when unpacked. Nothing is
 * ever unpacked to disk. Scripts inside a PDF are not judged: forms of authorities have them, and
 * the scanner looks for harmful ones.
 */
public final class TikaContentDetector implements ContentDetector {
  private static final int HEAD = 1_024;
  private static final int TAIL = 2_048;
  private static final String PDF = "%PDF-";
  private static final Set<String> ARCHIVES =
      Set.of("application/zip", "application/x-tika-ooxml", "application/java-archive");

  private final MimeTypes types;

  private TikaContentDetector(MimeTypes types) {
    this.types = types;
  }

  /**
   * Returns a detector.
   *
   * @return the detector
   */
  public static TikaContentDetector create() {
    return new TikaContentDetector(MimeTypes.getDefaultMimeTypes());
  }

  @Override
  public Detection detect(FileContent content, String fileName) {
    String head = latin(content.read(0, HEAD));
    String type = tika(content);
    // Readers of PDF accept one that begins anywhere in the first kilobyte.
    if (head.indexOf(PDF) > 0) {
      return new Detection.Refused(Refusal.POLYGLOT);
    }
    if (head.startsWith("PK") && isArchive(type)) {
      return OfficeFile.detect(content);
    }
    if (ZipDirectory.isAppended(content)) {
      return new Detection.Refused(Refusal.POLYGLOT);
    }
    if (type.equals("image/svg+xml")) {
      return new Detection.Refused(Refusal.ACTIVE_CONTENT);
    }
    if (type.equals("application/pdf")) {
      return pdf(content, head);
    }
    if (type.startsWith("text/")) {
      return text(content, type, fileName);
    }
    return FileKind.of(type).isPresent() ? new Detection.Known(type) : new Detection.Unknown();
  }

  private static boolean isArchive(String type) {
    return ARCHIVES.contains(type)
        || type.startsWith("application/vnd.")
        || type.equals("application/epub+zip");
  }

  /** What the bytes alone say; the name is not asked. */
  private String tika(FileContent content) {
    try (InputStream stream = new BufferedInputStream(content.open())) {
      MediaType type = types.detect(stream, new Metadata());
      String plain = type.getBaseType().toString();
      // HEIF is the container, HEIC the pictures in it that telephones take.
      return plain.equals("image/heif") ? "image/heic" : plain;
    } catch (IOException e) {
      return "application/octet-stream";
    }
  }

  private static Detection pdf(FileContent content, String head) {
    String tail = latin(content.read(Math.max(0, content.size() - TAIL), TAIL));
    // Each PDF ends with these, so one without was cut off on its way.
    boolean whole = head.startsWith(PDF) && tail.contains("%%EOF");
    return whole ? new Detection.Known("application/pdf") : new Detection.Refused(Refusal.DAMAGED);
  }

  private static Detection text(FileContent content, String type, String fileName) {
    if (type.equals("text/html") || !TextFile.isPlain(content)) {
      return new Detection.Unknown();
    }
    return new Detection.Known(FileKind.ending(fileName).equals("csv") ? "text/csv" : "text/plain");
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
