package se.byggsten.saml.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
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
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import se.byggsten.saml.protocol.SamlRefusal;
import se.byggsten.saml.protocol.internal.XmlLimits;

/** Reads XML from outside: limits first, then the parser. */
final class SafeXml {
  /** Up to this size a text is held as a whole while it is read. */
  private static final int WHOLE = 256 * 1024;

  private static final String DOCTYPE = "<!DOCTYPE";
  private static final Pattern LINE_BREAKS = Pattern.compile("[\r\n]");

  /** Attributes that name their element, in SAML and in signatures. */
  static final Set<String> ID_NAMES = Set.of("ID", "Id", "id", "AssertionID");

  private SafeXml() {}

  /** Decodes base64 strictly; only line breaks are allowed beside its alphabet. */
  static byte[] decode(String base64, XmlLimits limits) {
    if (base64.length() > limits.bytes() / 3 * 4 + 4096) {
      throw new RefusedException(SamlRefusal.TOO_LARGE);
    }
    try {
      boolean broken = base64.indexOf('\n') >= 0 || base64.indexOf('\r') >= 0;
      byte[] bytes =
          Base64.getDecoder().decode(broken ? LINE_BREAKS.matcher(base64).replaceAll("") : base64);
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
    return bytes.length <= WHOLE ? parseWhole(bytes, limits) : parseByPieces(bytes, limits);
  }

  /**
   * Parses what is small. When no document type can stand in it, and no more tags than the limits
   * allow, the tree itself is small, and its limits can be judged in it: that saves a reading of
   * the text, which is a fourth of the time of an answer that is not encrypted.
   */
  private static Document parseWhole(byte[] bytes, XmlLimits limits) {
    String text;
    try {
      text = strictUtf8().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(SamlRefusal.ENCODING, e);
    }
    if (text.contains(DOCTYPE) || tags(text) > 2 * limits.elements()) {
      look(bytes, limits);
    }
    // From characters, so that what it declares of its encoding changes nothing.
    Document document = build(new StringReader(text));
    requireDeclaredUtf8(document.getXmlEncoding());
    TreeLimits.require(document, limits);
    return document;
  }

  private static Document parseByPieces(byte[] bytes, XmlLimits limits) {
    requireUtf8(bytes);
    look(bytes, limits);
    try {
      return LargeXml.parse(new ByteArrayInputStream(bytes));
    } catch (SAXException | IOException e) {
      throw new RefusedException(SamlRefusal.XML, e);
    }
  }

  private static Document build(Reader xml) {
    try {
      return OpenSaml.parse(xml);
    } catch (XMLParserException e) {
      throw new RefusedException(SamlRefusal.XML, e);
    }
  }

  private static int tags(String text) {
    int count = 0;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      count++;
    }
    return count;
  }

  private static void requireDeclaredUtf8(@Nullable String declared) {
    if (declared != null && !"UTF-8".equalsIgnoreCase(declared)) {
      throw new RefusedException(SamlRefusal.ENCODING);
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
    return new InputStreamReader(new ByteArrayInputStream(bytes), strictUtf8());
  }

  private static CharsetDecoder strictUtf8() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
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
      requireDeclaredUtf8(reader.getCharacterEncodingScheme());
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
      boolean dtd = !rootSeen && new String(xml, StandardCharsets.UTF_8).contains(DOCTYPE);
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
