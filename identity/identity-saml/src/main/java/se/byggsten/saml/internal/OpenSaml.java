package se.byggsten.saml.internal;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilder;
import net.shibboleth.utilities.java.support.component.ComponentInitializationException;
import net.shibboleth.utilities.java.support.xml.BasicParserPool;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.config.ConfigurationService;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.InitializationService;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistry;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.Unmarshaller;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.protocol.SamlException;

/** Starts the engine once and gives its parser, builders and marshallers. */
final class OpenSaml {
  private static final ErrorCode ENGINE = ErrorCode.of("SAML-ENGINE");
  private static final BasicParserPool PARSERS = start();

  private OpenSaml() {}

  private static BasicParserPool start() {
    try {
      InitializationService.initialize();
      BasicParserPool pool = new BasicParserPool();
      pool.setMaxPoolSize(50);
      pool.setNamespaceAware(true);
      pool.setExpandEntityReferences(false);
      pool.setXincludeAware(false);
      pool.setIgnoreComments(true);
      pool.setCoalescing(true);
      Map<String, Boolean> features = new HashMap<>();
      features.put("http://apache.org/xml/features/disallow-doctype-decl", true);
      features.put(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      features.put("http://xml.org/sax/features/external-general-entities", false);
      features.put("http://xml.org/sax/features/external-parameter-entities", false);
      // All of every tree is read: to make its nodes when they are first asked for takes longer.
      features.put("http://apache.org/xml/features/dom/defer-node-expansion", false);
      pool.setBuilderFeatures(features);
      pool.setErrorHandler(new StrictErrors());
      pool.initialize();
      ConfigurationService.get(XMLObjectProviderRegistry.class).setParserPool(pool);
      return pool;
    } catch (InitializationException | ComponentInitializationException e) {
      throw new SamlException(
          ENGINE,
          "OpenSAML does not start: check that the versions of its jars are those of the BOM",
          e);
    }
  }

  /** Makes sure that the engine has started. */
  static BasicParserPool parsers() {
    return PARSERS;
  }

  /**
   * Parses XML from characters, so that what it declares of its encoding changes nothing; the
   * pool's own way writes every error in the log.
   */
  static Document parse(Reader xml) throws XMLParserException {
    DocumentBuilder builder = PARSERS.getBuilder();
    try {
      return builder.parse(new InputSource(xml));
    } catch (SAXException | IOException e) {
      throw new XMLParserException("The XML is not well-formed", e);
    } finally {
      PARSERS.returnBuilder(builder);
    }
  }

  /** Builds an element of this name. */
  static <T extends XMLObject> T build(Class<T> type, QName name) {
    return type.cast(XMLObjectSupport.buildXMLObject(name));
  }

  /** Turns an element of a document into an object of the engine. */
  static XMLObject unmarshall(Document document) throws UnmarshallingException {
    Element root = document.getDocumentElement();
    Unmarshaller unmarshaller =
        XMLObjectProviderRegistrySupport.getUnmarshallerFactory().getUnmarshaller(root);
    if (unmarshaller == null) {
      throw new UnmarshallingException("The root is of an unknown kind");
    }
    return unmarshaller.unmarshall(root);
  }

  /** Writes a document as XML. */
  static String write(Document document) {
    return SerializeSupport.nodeToString(document);
  }
}
