package se.byggsten.saml.internal;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.protocol.SamlException;

/** Writes a message of ours: elements of known prefixes, each named with its namespace once. */
final class XmlOut {
  /** The prefixes and namespaces of what we write. */
  enum Namespace {
    MD("urn:oasis:names:tc:SAML:2.0:metadata"),
    SAML2("urn:oasis:names:tc:SAML:2.0:assertion"),
    SAML2P("urn:oasis:names:tc:SAML:2.0:protocol"),
    MDUI("urn:oasis:names:tc:SAML:metadata:ui"),
    MDATTR("urn:oasis:names:tc:SAML:metadata:attribute"),
    ALG("urn:oasis:names:tc:SAML:metadata:algsupport"),
    DS("http://www.w3.org/2000/09/xmldsig#"),
    IDPDISC("urn:oasis:names:tc:SAML:profiles:SSO:idp-discovery-protocol"),
    MDORGEXT("http://id.swedenconnect.se/authn/1.0/md-org-ext/ns"),
    PSC("http://id.swedenconnect.se/authn/1.0/principal-selection/ns"),
    UMSG("http://id.swedenconnect.se/authn/1.0/user-message/ns");

    private final String uri;
    private final String prefix;

    Namespace(String uri) {
      this.uri = uri;
      prefix = name().toLowerCase(Locale.ROOT);
    }

    String uri() {
      return uri;
    }
  }

  /** What is written between the start of the document and its end. */
  interface Content {
    void writeTo(XmlOut out) throws XMLStreamException;
  }

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final XMLStreamWriter writer;

  private XmlOut(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /** Returns a document as text. */
  static String document(Content content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
      content.writeTo(new XmlOut(writer));
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new SamlException(
          ErrorCode.of("SAML-REQUEST"),
          "The message cannot be written: look for control characters in names and texts",
          e);
    }
    return text.toString();
  }

  /** Begins an element whose namespace has been declared around it. */
  XmlOut start(Namespace namespace, String name) throws XMLStreamException {
    writer.writeStartElement(namespace.prefix, name, namespace.uri);
    return this;
  }

  /** Declares namespaces for the element that has just begun and all within. */
  XmlOut declare(Namespace... namespaces) throws XMLStreamException {
    for (Namespace namespace : namespaces) {
      writer.writeNamespace(namespace.prefix, namespace.uri);
    }
    return this;
  }

  XmlOut attribute(String name, String value) throws XMLStreamException {
    writer.writeAttribute(name, allowed(value));
    return this;
  }

  XmlOut language(String tag) throws XMLStreamException {
    writer.writeAttribute("xml", XML, "lang", tag);
    return this;
  }

  XmlOut text(String text) throws XMLStreamException {
    writer.writeCharacters(allowed(text));
    return this;
  }

  /** The JDK writes characters that no parser accepts (XML 1.0, section 2.2), so they stop here. */
  private static String allowed(String text) throws XMLStreamException {
    boolean wellFormed =
        text.codePoints()
            .allMatch(
                c ->
                    c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= ' ' && c < 0xD800)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000);
    if (!wellFormed) {
      throw new XMLStreamException("A character that XML does not have");
    }
    return text;
  }

  XmlOut end() throws XMLStreamException {
    writer.writeEndElement();
    return this;
  }

  /** Writes an element with nothing but text. */
  XmlOut element(Namespace namespace, String name, String text) throws XMLStreamException {
    return start(namespace, name).text(text).end();
  }

  /** Writes an empty element that names an algorithm. */
  XmlOut algorithm(Namespace namespace, String name, String uri) throws XMLStreamException {
    return start(namespace, name).attribute("Algorithm", uri).end();
  }
}
