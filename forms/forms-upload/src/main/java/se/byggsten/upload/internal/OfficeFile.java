package se.byggsten.upload.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.byggsten.forms.file.Detection;
import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.file.FileKind;
import se.byggsten.forms.file.Refusal;

/**
 * Says which kind of office document an archive is, and refuses those that can run.
 *
 * <p>Sources: ECMA-376-2 10.1 (Open Packaging Conventions), OpenDocument 1.3 part 2, 3.3.
 */
public final class OfficeFile {
  private static final String TYPES = "[Content_Types].xml";
  private static final int LARGEST_XML = 1_000_000;
  private static final String ODF = "application/vnd.oasis.opendocument.";

  private final ZipDirectory zip;

  private OfficeFile(ZipDirectory zip) {
    this.zip = zip;
  }

  /**
   * Detects an office document.
   *
   * @param content an archive
   * @return the kind; unknown for archives that are none; refused when it can run or is damaged
   */
  public static Detection detect(FileContent content) {
    try {
      OfficeFile file = new OfficeFile(ZipDirectory.read(content));
      Optional<ZipDirectory.Entry> types = file.entry(TYPES);
      if (types.isPresent()) {
        return file.openXml(types.get());
      }
      Optional<ZipDirectory.Entry> mimetype = file.entry("mimetype");
      return mimetype.isPresent() ? file.openDocument(mimetype.get()) : new Detection.Unknown();
    } catch (ZipDirectory.BombException e) {
      return new Detection.Refused(Refusal.BOMB);
    } catch (DamagedException | XMLStreamException e) {
      return new Detection.Refused(Refusal.DAMAGED);
    }
  }

  private Optional<ZipDirectory.Entry> entry(String name) {
    return zip.entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private Detection openDocument(ZipDirectory.Entry mimetype) throws DamagedException {
    String type =
        zip.bytes(mimetype, 200)
            .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
            .orElse("");
    if (!type.startsWith(ODF) || FileKind.of(type).isEmpty()) {
      return new Detection.Unknown();
    }
    boolean runs =
        zip.entries().stream()
            .map(ZipDirectory.Entry::name)
            .anyMatch(
                name ->
                    !name.endsWith("/")
                        && (name.startsWith("Basic/")
                            || name.startsWith("Scripts/")
                            || name.startsWith("Dialogs/")));
    return runs ? new Detection.Refused(Refusal.ACTIVE_CONTENT) : new Detection.Known(type);
  }

  private Detection openXml(ZipDirectory.Entry types) throws DamagedException, XMLStreamException {
    boolean runs =
        zip.entries().stream()
            .map(entry -> entry.name().toLowerCase(Locale.ROOT))
            .anyMatch(name -> name.endsWith("vbaproject.bin") || name.contains("/activex/"));
    String kind = "";
    XMLStreamReader xml = xml(types);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        String type = attribute(xml, "ContentType").toLowerCase(Locale.ROOT);
        runs |= type.contains("macroenabled") || type.contains("vba") || type.contains("activex");
        if (type.endsWith(".main+xml")) {
          String main = type.substring(0, type.length() - ".main+xml".length());
          // A second main part would be a document that two programs read in two ways.
          if (!kind.isEmpty() && !kind.equals(main)) {
            return new Detection.Refused(Refusal.POLYGLOT);
          }
          kind = main;
        }
      }
    }
    for (ZipDirectory.Entry entry : zip.entries()) {
      runs |= entry.name().endsWith(".rels") && fetches(entry);
    }
    if (runs) {
      return new Detection.Refused(Refusal.ACTIVE_CONTENT);
    }
    return FileKind.of(kind).isPresent() ? new Detection.Known(kind) : new Detection.Unknown();
  }

  /** Whether a part is fetched from elsewhere and run when the document is opened. */
  private boolean fetches(ZipDirectory.Entry rels) throws DamagedException, XMLStreamException {
    XMLStreamReader xml = xml(rels);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && attribute(xml, "TargetMode").equals("External")) {
        String type = attribute(xml, "Type");
        if (List.of("attachedTemplate", "oleObject", "frame", "subDocument", "externalLinkPath")
            .contains(type.substring(type.lastIndexOf('/') + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private XMLStreamReader xml(ZipDirectory.Entry entry)
      throws DamagedException, XMLStreamException {
    byte[] bytes =
        zip.bytes(entry, LARGEST_XML)
            .orElseThrow(() -> new DamagedException("A part of the document is too large"));
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("No entity is fetched");
        });
    return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
  }
}
