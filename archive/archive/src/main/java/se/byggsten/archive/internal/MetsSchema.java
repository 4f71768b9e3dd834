package se.byggsten.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import se.byggsten.core.finding.Location;

/**
 * Validates METS by the schemas that this module carries; what a package carries is not trusted.
 */
final class MetsSchema {
  private static final Schema SCHEMA = load();

  private MetsSchema() {}

  static void check(String path, InputStream in, Findings findings) {
    try {
      Validator validator = SCHEMA.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.setErrorHandler(new Told(path, findings));
      validator.validate(new SAXSource(HardenedXml.reader(), new InputSource(in)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      findings.error(
          Findings.XML_REFUSED,
          "PKG-XML",
          Location.in(path),
          "The file cannot be read as XML",
          "Write well-formed XML without a document type");
    }
  }

  private static Schema load() {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setResourceResolver(new Carried());
      List<Source> sources = new ArrayList<>();
      sources.add(new StreamSource(Bundled.open("schemas/mets1_12.xsd"), "mets1_12.xsd"));
      return factory.newSchema(sources.toArray(Source[]::new));
    } catch (SAXException e) {
      throw new IllegalStateException("The schemas of the module cannot be read; rebuild it", e);
    }
  }

  /** Gives the schemas that the module carries, and refuses all others. */
  private static final class Carried implements LSResourceResolver {
    @Override
    public LSInput resolveResource(
        @Nullable String type,
        @Nullable String namespace,
        @Nullable String publicId,
        @Nullable String systemId,
        @Nullable String base) {
      String name = systemId == null ? "" : systemId;
      if (!Set.copyOf(Bundled.SCHEMAS).contains(name)) {
        throw new IllegalStateException("A schema asks for one that the module does not carry");
      }
      return new CarriedInput(name, publicId);
    }
  }

  /** One carried schema. */
  private static final class CarriedInput implements LSInput {
    private final String name;
    private final @Nullable String publicId;

    CarriedInput(String name, @Nullable String publicId) {
      this.name = name;
      this.publicId = publicId;
    }

    @Override
    public @Nullable Reader getCharacterStream() {
      return null;
    }

    @Override
    public InputStream getByteStream() {
      return Bundled.open("schemas/" + name);
    }

    @Override
    public @Nullable String getStringData() {
      return null;
    }

    @Override
    public String getSystemId() {
      return name;
    }

    @Override
    public @Nullable String getPublicId() {
      return publicId;
    }

    @Override
    public @Nullable String getBaseURI() {
      return null;
    }

    @Override
    public @Nullable String getEncoding() {
      return null;
    }

    @Override
    public boolean getCertifiedText() {
      return false;
    }

    @Override
    public void setCharacterStream(Reader reader) {}

    @Override
    public void setByteStream(InputStream in) {}

    @Override
    public void setStringData(String data) {}

    @Override
    public void setSystemId(String id) {}

    @Override
    public void setPublicId(String id) {}

    @Override
    public void setBaseURI(String base) {}

    @Override
    public void setEncoding(String encoding) {}

    @Override
    public void setCertifiedText(boolean certified) {}
  }

  /** Tells of breaks by their kind and place: the schema engine's own words quote values. */
  private record Told(String path, Findings findings) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // Warnings of the engine concern the schema, not the document.
    }

    @Override
    public void error(SAXParseException e) {
      String message = String.valueOf(e.getMessage());
      int colon = message.indexOf(':');
      String kind = colon > 0 && message.startsWith("cvc-") ? message.substring(0, colon) : "cvc";
      findings.error(
          Findings.SCHEMA_BROKEN,
          "METS-XSD",
          Location.at(path, Math.max(1, e.getLineNumber()), Math.max(1, e.getColumnNumber())),
          "The METS breaks its schema (" + kind.toLowerCase(Locale.ROOT) + ")",
          "Write METS 1.12 with the elements and attributes in the schema's order");
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw new SAXException("Not well-formed");
    }
  }
}
