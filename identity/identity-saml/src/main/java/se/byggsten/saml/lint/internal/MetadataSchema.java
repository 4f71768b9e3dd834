package se.byggsten.saml.lint.internal;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

/**
 * The schemas of SAML 2.0 metadata, of the jars of OpenSAML; nothing is ever fetched.
 *
 * <p>Extensions are judged by the requirements that ask for them, so their schemas are left out.
 */
final class MetadataSchema {
  /** By namespace, each after those that it builds on. */
  private static final List<Map.Entry<String, String>> FILES =
      List.of(
          Map.entry(Names.XML, "xml.xsd"),
          Map.entry(Names.DS, "xmldsig-core-schema.xsd"),
          Map.entry("http://www.w3.org/2001/04/xmlenc#", "xenc-schema.xsd"),
          Map.entry("http://www.w3.org/2009/xmldsig11#", "xmldsig11-schema.xsd"),
          Map.entry("http://www.w3.org/2009/xmlenc11#", "xenc11-schema.xsd"),
          Map.entry(Names.SAML, "saml-schema-assertion-2.0.xsd"),
          Map.entry(Names.MD, "saml-schema-metadata-2.0.xsd"));

  private static final Schema SCHEMA = load();

  private MetadataSchema() {}

  static ValidatorHandler handler() {
    return SCHEMA.newValidatorHandler();
  }

  private static Schema load() {
    try {
      DOMImplementationLS inputs =
          (DOMImplementationLS)
              DocumentBuilderFactory.newDefaultInstance()
                  .newDocumentBuilder()
                  .getDOMImplementation()
                  .getFeature("LS", "3.0");
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setResourceResolver(
          (type, namespace, publicId, systemId, base) -> {
            LSInput input = inputs.createLSInput();
            input.setByteStream(stream(namespace));
            input.setSystemId(null);
            return input;
          });
      List<Source> sources = new ArrayList<>();
      FILES.forEach(file -> sources.add(new StreamSource(stream(file.getKey()))));
      return factory.newSchema(sources.toArray(Source[]::new));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("The schemas of SAML metadata cannot be read", e);
    }
  }

  private static InputStream stream(String namespace) {
    for (Map.Entry<String, String> file : FILES) {
      if (file.getKey().equals(namespace)) {
        InputStream stream =
            MetadataSchema.class.getClassLoader().getResourceAsStream("schema/" + file.getValue());
        if (stream != null) {
          return stream;
        }
      }
    }
    throw new IllegalStateException("OpenSAML has no schema of the namespace " + namespace);
  }
}
