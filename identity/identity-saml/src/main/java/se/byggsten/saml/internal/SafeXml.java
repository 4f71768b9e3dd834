package se.byggsten.saml.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import se.byggsten.saml.protocol.SamlRefusal;
import se.byggsten.saml.protocol.internal.XmlLimits;

/** Reads XML from outside: limits first, then a cheap look, then the parser. */
final class SafeXml {
  private static final Pattern LINE_BREAKS = Pattern.compile("[\r\n]");
  private static final Set<String> ID_NAMES = Set.of("ID", "Id", "id", "AssertionID");

  private SafeXml() {}

  /** Decodes base64 strictly; only line breaks are allowed beside its alphabet. */
  static byte[] decode(String base64, XmlLimits limits) {
    if (base64.length() > limits.bytes() / 3 * 4 + 4096) {
      throw new RefusedException(SamlRefusal.TOO_LARGE);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(LINE_BREAKS.matcher(base64).replaceAll(""));
      if (bytes.length == 0) {
        throw new RefusedException(SamlRefusal.ENCODING);
      }
      return bytes;
    } catch (IllegalArgumentException notBase64) {
      throw new RefusedException(SamlRefusal.ENCODING, notBase64);
    }
  }

  /** Parses XML that keeps within the limits, has no DTD, is UTF-8 and gives no id twice. */
  static Document parse(byte[] bytes, XmlLimits limits) {
    if (bytes.length > limits.bytes()) {
      throw new RefusedException(SamlRefusal.TOO_LARGE);
    }
    requireUtf8(bytes);
    look(bytes, limits);
    try {
      return limits.equals(XmlLimits.METADATA)
          ? LargeXml.parse(new ByteArrayInputStream(bytes))
          : OpenSaml.parsers().parse(new ByteArrayInputStream(bytes));
    } catch (XMLParserException | SAXException | IOException e) {
      throw new RefusedException(SamlRefusal.XML, e);
    }
  }

  /** Reads through it piece by piece, so that a federation is not held twice. */
  private static void requireUtf8(byte[] bytes) {
    try (Reader reader = utf8(bytes)) {
      char[] piece = new char[8192];
      while (reader.read(piece) >= 0) {
        // Only whether it can be read is asked.
      }
    } catch (IOException e) {
      throw new RefusedException(SamlRefusal.ENCODING, e);
    }
  }

  private static Reader utf8(byte[] bytes) {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static void look(byte[] xml, XmlLimits limits) {
    // Whatever StAX says of it, a document type is refused before any parser reads on.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    boolean rootSeen = false;
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(utf8(xml));
      String declared = reader.getCharacterEncodingScheme();
      if (declared != null && !"UTF-8".equalsIgnoreCase(declared)) {
        throw new RefusedException(SamlRefusal.ENCODING);
      }
      int depth = 0;
      int elements = 0;
      int attributes = 0;
      Set<String> ids = new HashSet<>();
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new RefusedException(SamlRefusal.DTD);
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          rootSeen = true;
          depth++;
          elements++;
          attributes += reader.getAttributeCount() + reader.getNamespaceCount();
          collectIds(reader, ids);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
          elements++;
        }
        if (depth > limits.depth()
            || elements > limits.elements()
            || attributes > limits.attributes()) {
          throw new RefusedException(SamlRefusal.TOO_LARGE);
        }
      }
    } catch (XMLStreamException e) {
      // A broken document type never gets as far as its event.
      boolean dtd = !rootSeen && new String(xml, StandardCharsets.UTF_8).contains("<!DOCTYPE");
      throw new RefusedException(dtd ? SamlRefusal.DTD : SamlRefusal.XML, e);
    }
  }

  private static void collectIds(XMLStreamReader reader, Set<String> ids) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (ID_NAMES.contains(reader.getAttributeLocalName(i))
          && !ids.add(reader.getAttributeValue(i))) {
        throw new RefusedException(SamlRefusal.DUPLICATE_ID);
      }
    }
  }
}
