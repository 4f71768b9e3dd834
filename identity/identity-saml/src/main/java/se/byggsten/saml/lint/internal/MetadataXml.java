package se.byggsten.saml.lint.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import se.byggsten.saml.protocol.internal.XmlLimits;

/** Reads metadata as a stream, entity by entity, within limits and without ever fetching. */
public final class MetadataXml {
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{0,40})[\"']");
  private static final String DISALLOW = "http://apache.org/xml/features/disallow-doctype-decl";

  private MetadataXml() {}

  /** Reads all of it; what stops the reading is answered, what does not goes to the reader. */
  public static Optional<SchemaProblem> read(byte[] bytes, MetadataHandler handler) {
    if (bytes.length > XmlLimits.METADATA.bytes()) {
      return Optional.of(SchemaProblem.at(1, 1, "XML-TOO-LARGE"));
    }
    Optional<String> decoded = decode(bytes);
    if (decoded.isEmpty()) {
      return Optional.of(SchemaProblem.at(1, 1, "XML-ENCODING"));
    }
    String text = decoded.get();
    Matcher declared = DECLARED.matcher(text);
    if (declared.find() && !"UTF-8".equalsIgnoreCase(declared.group(1))) {
      return Optional.of(SchemaProblem.at(1, 1, "XML-ENCODING"));
    }
    try {
      handler.text(text);
      XMLReader reader = reader();
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
      reader.parse(new InputSource(new StringReader(text)));
      return Optional.empty();
    } catch (MetadataXmlException e) {
      return Optional.of(e.problem());
    } catch (SAXParseException e) {
      // The name of the feature is in the message, whatever language that is in.
      boolean dtd = String.valueOf(e.getMessage()).contains(DISALLOW);
      return Optional.of(
          SchemaProblem.at(e.getLineNumber(), e.getColumnNumber(), dtd ? "XML-DTD" : "XML-BROKEN"));
    } catch (SAXException | IOException e) {
      return Optional.of(SchemaProblem.at(1, 1, "XML-BROKEN"));
    }
  }

  private static XMLReader reader() throws SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(DISALLOW, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The parser of the Java platform lacks its limits", e);
    }
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
