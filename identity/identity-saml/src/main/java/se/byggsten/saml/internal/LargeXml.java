package se.byggsten.saml.internal;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.protocol.SamlException;

/**
 * Parses a document that is read from end to end once, such as a federation.
 *
 * <p>The engine's parsers build a tree whose nodes come into being as they are visited, beside the
 * table that they come from, and are kept for the next document with all that they hold.
 */
final class LargeXml {
  private static final String APACHE = "http://apache.org/xml/features/";
  private static final String SAX = "http://xml.org/sax/features/";

  private LargeXml() {}

  static Document parse(InputStream in) throws SAXException, IOException {
    DocumentBuilder builder = builder();
    builder.setErrorHandler(new StrictErrors());
    return builder.parse(new InputSource(in));
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(APACHE + "disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(SAX + "external-general-entities", false);
      factory.setFeature(SAX + "external-parameter-entities", false);
      factory.setFeature(APACHE + "dom/defer-node-expansion", false);
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setIgnoringComments(true);
      factory.setCoalescing(true);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new SamlException(
          ErrorCode.of("SAML-ENGINE"), "This JDK's XML parser cannot be made safe", e);
    }
  }
}
