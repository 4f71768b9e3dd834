package se.byggsten.archive.internal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.finding.Location;

/** Reads METS into elements: no document types, nothing fetched, bounded size, depth and count. */
final class MetsReader {
  private static final long MAX_BYTES = 256L << 20;
  private static final int MAX_ELEMENTS = 2_000_000;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_TEXT = 10_000;
  private static final Map<String, String> PREFIXES =
      Map.of(
          Names.METS,
          "",
          Names.XLINK,
          "xlink:",
          Names.CSIP,
          "csip:",
          Names.SIP,
          "sip:",
          Names.XSI,
          "xsi:",
          "",
          "");

  private final PackageSource source;
  private final Findings findings;
  private final Map<String, String> seen = new HashMap<>();

  MetsReader(PackageSource source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  @Nullable Element read(String path) {
    try (InputStream in = new Bounded(new BufferedInputStream(source.open(path)))) {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      Element root = elements(xml, path);
      if (root != null && !root.name().equals("mets")) {
        refused(path, root.line(), "The document is not METS", "Write mets as outermost element");
        return null;
      }
      return root;
    } catch (XMLStreamException e) {
      // The parser's message may quote the file: only the place is told.
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      refused(path, line, "The XML is not well-formed", "Write well-formed XML");
    } catch (IOException | RuntimeException e) {
      refused(path, 0, "The file cannot be read as XML", "Check that the file is whole");
    }
    return null;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Nothing is fetched");
        });
    return factory;
  }

  private @Nullable Element elements(XMLStreamReader xml, String path) throws XMLStreamException {
    Element root = null;
    Element[] open = new Element[MAX_DEPTH];
    StringBuilder[] texts = new StringBuilder[MAX_DEPTH];
    int depth = 0;
    int count = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (depth >= MAX_DEPTH || ++count > MAX_ELEMENTS) {
            findings.error(
                Findings.TOO_LARGE,
                "PKG-SIZE",
                Location.in(path),
                "The METS has too many elements, or too deep",
                "Write a METS for each representation");
            return null;
          }
          Element element = begin(xml, depth == 0 ? null : open[depth - 1]);
          if (root == null) {
            root = element;
          }
          open[depth] = element;
          texts[depth++] = new StringBuilder(0);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          open[depth].text(texts[depth].toString().strip());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (depth > 0 && texts[depth - 1].length() < MAX_TEXT && !xml.isWhiteSpace()) {
            texts[depth - 1].append(xml.getText());
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
          refused(
              path,
              xml.getLocation().getLineNumber(),
              "The XML has a document type, which could expand or fetch; it was not read",
              "Leave DOCTYPE out");
          return null;
        }
        default -> {
          // Comments and instructions say nothing here.
        }
      }
    }
    return root;
  }

  private Element begin(XMLStreamReader xml, @Nullable Element parent) {
    String name = name(xml.getNamespaceURI(), xml.getLocalName());
    int ordinal = 1;
    if (parent != null) {
      // The last of the same name knows its number; looking back is short in METS.
      for (int i = parent.children().size() - 1; i >= 0; i--) {
        Element before = parent.children().get(i);
        if (before.name().equals(name)) {
          ordinal = before.ordinal() + 1;
          break;
        }
      }
    }
    Element element = new Element(name, parent, ordinal, xml.getLocation().getLineNumber());
    int count = xml.getAttributeCount();
    String[] attributes = new String[count * 2];
    for (int i = 0; i < count; i++) {
      attributes[i * 2] = name(xml.getAttributeNamespace(i), xml.getAttributeLocalName(i));
      attributes[i * 2 + 1] = xml.getAttributeValue(i).strip();
    }
    element.attributes(attributes);
    if (parent != null) {
      parent.addChild(element);
    }
    return element;
  }

  /** A foreign name keeps its braces, so that it never passes for one of ours. */
  private String name(@Nullable String namespace, String local) {
    String uri = namespace == null ? "" : namespace;
    String prefix = PREFIXES.get(uri);
    String name = prefix == null ? "{" + uri + "}" + local : prefix + local;
    String known = seen.putIfAbsent(name, name);
    return known == null ? name : known;
  }

  private void refused(String path, int line, String message, String remedy) {
    Location where = line > 0 ? Location.at(path, line, 1) : Location.in(path);
    findings.error(Findings.XML_REFUSED, "PKG-XML", where, message, remedy);
  }

  /** Ends with an error past the limit. */
  private static final class Bounded extends FilterInputStream {
    private long left = MAX_BYTES;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count(Math.max(0, n));
      return n;
    }

    private void count(int n) throws IOException {
      left -= n;
      if (left < 0) {
        throw new IOException("The file is larger than any METS may be");
      }
    }
  }
}
