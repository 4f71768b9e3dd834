package se.byggsten.archive.internal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
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
    Builder builder = new Builder();
    try (InputStream in = new Bounded(new BufferedInputStream(source.open(path)))) {
      XMLReader xml = HardenedXml.reader();
      xml.setContentHandler(builder);
      xml.parse(new InputSource(in));
      Element root = builder.root;
      if (root != null && !root.name().equals("mets")) {
        refused(path, root.line(), "The document is not METS", "Write mets as outermost element");
        return null;
      }
      return root;
    } catch (TooManyException e) {
      findings.error(
          Findings.TOO_LARGE,
          "PKG-SIZE",
          Location.in(path),
          "The METS has too many elements, or too deep",
          "Write a METS for each representation");
    } catch (SAXParseException e) {
      // The parser's message may quote the file: only the place is told.
      refused(
          path,
          e.getLineNumber(),
          "The XML is not well-formed, or has a document type; it was not read",
          "Write well-formed XML without DOCTYPE");
    } catch (IOException | SAXException | ParserConfigurationException | RuntimeException e) {
      refused(path, 0, "The file cannot be read as XML", "Check that the file is whole");
    }
    return null;
  }

  /** Ends the reading of a document past the limits. */
  private static final class TooManyException extends SAXException {
    private static final long serialVersionUID = 1L;
  }

  /** Builds the elements. */
  private final class Builder extends DefaultHandler {
    private final Deque<Element> open = new ArrayDeque<>();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();
    private @Nullable Locator locator;
    private @Nullable Element root;
    private int count;

    @Override
    public void setDocumentLocator(Locator given) {
      locator = given;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes given)
        throws SAXException {
      if (open.size() >= MAX_DEPTH || ++count > MAX_ELEMENTS) {
        throw new TooManyException();
      }
      Element parent = open.peek();
      String name = name(uri, local);
      int line = locator == null ? 0 : locator.getLineNumber();
      Element element = new Element(name, parent, ordinal(parent, name), line);
      String[] attributes = new String[given.getLength() * 2];
      for (int i = 0; i < given.getLength(); i++) {
        attributes[i * 2] = name(given.getURI(i), given.getLocalName(i));
        attributes[i * 2 + 1] = given.getValue(i).strip();
      }
      element.attributes(attributes);
      if (parent == null) {
        root = element;
      } else {
        parent.addChild(element);
      }
      open.push(element);
      texts.push(new StringBuilder(0));
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
      open.pop().text(texts.pop().toString().strip());
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      StringBuilder text = texts.peek();
      if (text != null && text.length() < MAX_TEXT) {
        text.append(chars, start, Math.min(length, MAX_TEXT));
      }
    }
  }

  /** The last of the same name knows its number; looking back is short in METS. */
  private static int ordinal(@Nullable Element parent, String name) {
    if (parent != null) {
      for (int i = parent.children().size() - 1; i >= 0; i--) {
        Element before = parent.children().get(i);
        if (before.name().equals(name)) {
          return before.ordinal() + 1;
        }
      }
    }
    return 1;
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
