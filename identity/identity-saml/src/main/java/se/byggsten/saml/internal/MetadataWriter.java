package se.byggsten.saml.internal;

import java.io.StringWriter;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.SamlException;

/** Writes a service's metadata (Deployment Profile 2.1, Swedish rules of connection 3). */
public final class MetadataWriter {
  private static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String MDUI = "urn:oasis:names:tc:SAML:metadata:ui";
  private static final String MDATTR = "urn:oasis:names:tc:SAML:metadata:attribute";
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String ALG = "urn:oasis:names:tc:SAML:metadata:algsupport";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String ORG = "http://id.swedenconnect.se/authn/1.0/md-org-ext/ns";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final XMLStreamWriter out;

  private MetadataWriter(XMLStreamWriter out) {
    this.out = out;
  }

  /** Returns the metadata as XML. */
  public static String write(
      String entityId,
      String acsUrl,
      X509Certificate signing,
      X509Certificate encryption,
      ServiceDescription description) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
      new MetadataWriter(writer).entity(entityId, acsUrl, signing, encryption, description);
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new SamlException(
          ErrorCode.of("SAML-METADATA-CONTENT"),
          "The metadata cannot be written: look for control characters in names and texts",
          e);
    } catch (CertificateEncodingException e) {
      throw new SamlException(ErrorCode.of("SAML-KEYS"), "A certificate cannot be encoded", e);
    }
    return text.toString();
  }

  private void entity(
      String entityId,
      String acsUrl,
      X509Certificate signing,
      X509Certificate encryption,
      ServiceDescription description)
      throws XMLStreamException, CertificateEncodingException {
    start("md", MD, "EntityDescriptor");
    out.writeNamespace("md", MD);
    out.writeNamespace("mdui", MDUI);
    out.writeNamespace("mdattr", MDATTR);
    out.writeNamespace("saml", SAML);
    out.writeNamespace("alg", ALG);
    out.writeNamespace("ds", DS);
    out.writeAttribute("entityID", entityId);
    start("md", MD, "Extensions");
    for (String method : Signatures.DIGEST_METHODS) {
      algorithm("alg", ALG, "DigestMethod", method);
    }
    for (String method : Signatures.SIGNATURE_METHODS) {
      algorithm("alg", ALG, "SigningMethod", method);
    }
    categories(description.categories());
    end();
    start("md", MD, "SPSSODescriptor");
    out.writeAttribute("AuthnRequestsSigned", "true");
    out.writeAttribute("WantAssertionsSigned", "false");
    out.writeAttribute("protocolSupportEnumeration", "urn:oasis:names:tc:SAML:2.0:protocol");
    start("md", MD, "Extensions");
    uiInfo(description);
    end();
    key("signing", signing, List.of());
    key("encryption", encryption, encryptionMethods());
    text("md", MD, "NameIDFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
    text("md", MD, "NameIDFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:transient");
    start("md", MD, "AssertionConsumerService");
    out.writeAttribute("Binding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");
    out.writeAttribute("Location", acsUrl);
    out.writeAttribute("index", "0");
    out.writeAttribute("isDefault", "true");
    end();
    end();
    organisation(description);
    if (description.supportEmail().isPresent()) {
      start("md", MD, "ContactPerson");
      out.writeAttribute("contactType", "support");
      text("md", MD, "EmailAddress", "mailto:" + description.supportEmail().get());
      end();
    }
    end();
  }

  private static List<String> encryptionMethods() {
    // Only what goes beyond the mandatory algorithms needs to be declared, but naming all is clear.
    return List.of(
        AssertionDecryption.BLOCK.get(0),
        AssertionDecryption.BLOCK.get(2),
        AssertionDecryption.BLOCK.get(3),
        AssertionDecryption.BLOCK.get(5),
        AssertionDecryption.TRANSPORT.get(0));
  }

  private void categories(List<EntityCategory> categories) throws XMLStreamException {
    start("mdattr", MDATTR, "EntityAttributes");
    start("saml", SAML, "Attribute");
    out.writeAttribute("Name", "http://macedir.org/entity-category");
    out.writeAttribute("NameFormat", "urn:oasis:names:tc:SAML:2.0:attrname-format:uri");
    for (EntityCategory category : categories) {
      text("saml", SAML, "AttributeValue", category.uri());
    }
    end();
    end();
  }

  private void uiInfo(ServiceDescription description) throws XMLStreamException {
    start("mdui", MDUI, "UIInfo");
    inBoth("mdui", MDUI, "DisplayName", description.name());
    inBoth("mdui", MDUI, "Description", description.description());
    start("mdui", MDUI, "Logo");
    out.writeAttribute("height", Integer.toString(description.logo().height()));
    out.writeAttribute("width", Integer.toString(description.logo().width()));
    out.writeCharacters(description.logo().address().toString());
    end();
    end();
  }

  private void key(String use, X509Certificate certificate, List<String> methods)
      throws XMLStreamException, CertificateEncodingException {
    start("md", MD, "KeyDescriptor");
    out.writeAttribute("use", use);
    start("ds", DS, "KeyInfo");
    start("ds", DS, "X509Data");
    text("ds", DS, "X509Certificate", Base64.getEncoder().encodeToString(certificate.getEncoded()));
    end();
    end();
    for (String method : methods) {
      algorithm("md", MD, "EncryptionMethod", method);
    }
    end();
  }

  private void organisation(ServiceDescription description) throws XMLStreamException {
    start("md", MD, "Organization");
    if (description.organisationNumber().isPresent()) {
      start("md", MD, "Extensions");
      out.writeStartElement("mdorgext", "OrganizationNumber", ORG);
      out.writeNamespace("mdorgext", ORG);
      out.writeCharacters(description.organisationNumber().get());
      end();
      end();
    }
    inBoth("md", MD, "OrganizationName", description.organisation());
    inBoth("md", MD, "OrganizationDisplayName", description.organisation());
    String url = description.organisationUrl().toString();
    inBoth("md", MD, "OrganizationURL", new ServiceDescription.Text(url, url));
    end();
  }

  private void inBoth(String prefix, String namespace, String name, ServiceDescription.Text text)
      throws XMLStreamException {
    start(prefix, namespace, name);
    out.writeAttribute("xml", XML, "lang", "sv");
    out.writeCharacters(text.sv());
    end();
    start(prefix, namespace, name);
    out.writeAttribute("xml", XML, "lang", "en");
    out.writeCharacters(text.en());
    end();
  }

  private void algorithm(String prefix, String namespace, String name, String algorithm)
      throws XMLStreamException {
    start(prefix, namespace, name);
    out.writeAttribute("Algorithm", algorithm);
    end();
  }

  private void text(String prefix, String namespace, String name, String text)
      throws XMLStreamException {
    start(prefix, namespace, name);
    out.writeCharacters(text);
    end();
  }

  private void start(String prefix, String namespace, String name) throws XMLStreamException {
    out.writeStartElement(prefix, name, namespace);
  }

  private void end() throws XMLStreamException {
    out.writeEndElement();
  }
}
