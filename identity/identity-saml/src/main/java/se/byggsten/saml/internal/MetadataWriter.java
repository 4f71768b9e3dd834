package se.byggsten.saml.internal;

import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.internal.XmlOut.Namespace;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.RequestedAttribute;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.SamlException;

/** Writes a service's metadata (Deployment Profile 2.1, Swedish rules of connection 3). */
public final class MetadataWriter {
  private static final String URI_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
  private static final String NAME_ID = "urn:oasis:names:tc:SAML:2.0:nameid-format:";

  private final ServiceProviderConfig config;
  private final XmlOut out;

  private MetadataWriter(ServiceProviderConfig config, XmlOut out) {
    this.config = config;
    this.out = out;
  }

  /** Returns the metadata as XML, signed when the service wishes that. */
  public static String write(ServiceProviderConfig config, CertifiedKey key, Instant now) {
    String xml = XmlOut.document(out -> new MetadataWriter(config, out).entity(now));
    return config.signMetadata()
        ? EnvelopedSignatures.sign(
            xml, key, SigningAlgorithm.mandatory(key.privateKey()), Optional.empty())
        : xml;
  }

  private void entity(Instant now) throws XMLStreamException {
    out.start(Namespace.MD, "EntityDescriptor")
        .declare(
            Namespace.MD,
            Namespace.MDUI,
            Namespace.MDATTR,
            Namespace.SAML2,
            Namespace.ALG,
            Namespace.DS);
    if (config.signMetadata()) {
      out.attribute("ID", "_" + PendingLogins.secret());
    }
    out.attribute("entityID", config.entityId());
    Optional<Duration> validity = config.metadataValidity();
    if (validity.isPresent()) {
      out.attribute("validUntil", now.plus(validity.get()).toString());
    }
    Optional<Duration> cache = config.metadataCacheDuration();
    if (cache.isPresent()) {
      out.attribute("cacheDuration", cache.get().toString());
    }
    out.start(Namespace.MD, "Extensions");
    for (String method : Signatures.DIGEST_METHODS) {
      out.algorithm(Namespace.ALG, "DigestMethod", method);
    }
    for (String method : Signatures.SIGNATURE_METHODS) {
      out.algorithm(Namespace.ALG, "SigningMethod", method);
    }
    categories();
    out.end();
    role();
    organisation();
    contact();
    out.end();
  }

  private void role() throws XMLStreamException {
    out.start(Namespace.MD, "SPSSODescriptor")
        .attribute("AuthnRequestsSigned", "true")
        .attribute("WantAssertionsSigned", "false")
        .attribute("protocolSupportEnumeration", Namespace.SAML2P.uri());
    out.start(Namespace.MD, "Extensions");
    uiInfo();
    Optional<URI> discovery = config.discoveryResponse();
    if (discovery.isPresent()) {
      out.start(Namespace.IDPDISC, "DiscoveryResponse")
          .declare(Namespace.IDPDISC)
          .attribute("Binding", Namespace.IDPDISC.uri())
          .attribute("Location", discovery.get().toString())
          .attribute("index", "0")
          .end();
    }
    out.end();
    key("signing", config.signingKey().certificate(), List.of());
    key("encryption", config.encryptionKeys().get(0).certificate(), encryptionMethods());
    out.element(Namespace.MD, "NameIDFormat", NAME_ID + "persistent");
    out.element(Namespace.MD, "NameIDFormat", NAME_ID + "transient");
    out.start(Namespace.MD, "AssertionConsumerService")
        .attribute("Binding", SamlBinding.POST.uri())
        .attribute("Location", config.acsUrl().toString())
        .attribute("index", "0")
        .attribute("isDefault", "true")
        .end();
    requestedAttributes();
    out.end();
  }

  /**
   * All that is accepted. Only what goes beyond the mandatory algorithms needs to be declared, but
   * naming all is clear.
   */
  private List<String> encryptionMethods() {
    return Stream.concat(
            AssertionDecryption.BLOCK.stream(),
            AssertionDecryption.transports(config.profile()).stream())
        .toList();
  }

  private void categories() throws XMLStreamException {
    if (config.categories().isEmpty()) {
      return;
    }
    out.start(Namespace.MDATTR, "EntityAttributes")
        .start(Namespace.SAML2, "Attribute")
        .attribute("Name", "http://macedir.org/entity-category")
        .attribute("NameFormat", URI_FORMAT);
    for (EntityCategory category : config.categories()) {
      out.element(Namespace.SAML2, "AttributeValue", category.uri());
    }
    out.end().end();
  }

  private void uiInfo() throws XMLStreamException {
    ServiceDescription description = config.description();
    out.start(Namespace.MDUI, "UIInfo");
    inBoth(Namespace.MDUI, "DisplayName", description.name());
    inBoth(Namespace.MDUI, "Description", description.description());
    page("InformationURL", description.informationUrl());
    page("PrivacyStatementURL", description.privacyStatementUrl());
    out.start(Namespace.MDUI, "Logo")
        .attribute("height", Integer.toString(description.logo().height()))
        .attribute("width", Integer.toString(description.logo().width()))
        .text(description.logo().address().toString())
        .end();
    out.end();
  }

  private void page(String name, Optional<URI> address) throws XMLStreamException {
    if (address.isPresent()) {
      String url = address.get().toString();
      inBoth(Namespace.MDUI, name, new ServiceDescription.Text(url, url));
    }
  }

  private void key(String use, X509Certificate certificate, List<String> methods)
      throws XMLStreamException {
    out.start(Namespace.MD, "KeyDescriptor")
        .attribute("use", use)
        .start(Namespace.DS, "KeyInfo")
        .start(Namespace.DS, "X509Data")
        .element(Namespace.DS, "X509Certificate", encoded(certificate))
        .end()
        .end();
    for (String method : methods) {
      out.algorithm(Namespace.MD, "EncryptionMethod", method);
    }
    out.end();
  }

  private static String encoded(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new SamlException(ErrorCode.of("SAML-KEYS"), "A certificate cannot be encoded", e);
    }
  }

  private void requestedAttributes() throws XMLStreamException {
    if (config.requestedAttributes().isEmpty()) {
      return;
    }
    out.start(Namespace.MD, "AttributeConsumingService")
        .attribute("index", "0")
        .attribute("isDefault", "true");
    inBoth(Namespace.MD, "ServiceName", config.description().name());
    for (RequestedAttribute wanted : config.requestedAttributes()) {
      out.start(Namespace.MD, "RequestedAttribute")
          .attribute("Name", wanted.attribute().name())
          .attribute("NameFormat", URI_FORMAT)
          .attribute("FriendlyName", wanted.attribute().friendlyName())
          .attribute("isRequired", Boolean.toString(wanted.required()))
          .end();
    }
    out.end();
  }

  private void organisation() throws XMLStreamException {
    ServiceDescription description = config.description();
    out.start(Namespace.MD, "Organization");
    Optional<String> number = description.organisationNumber();
    if (number.isPresent()) {
      out.start(Namespace.MD, "Extensions")
          .start(Namespace.MDORGEXT, "OrganizationNumber")
          .declare(Namespace.MDORGEXT)
          .text(number.get())
          .end()
          .end();
    }
    inBoth(Namespace.MD, "OrganizationName", description.organisation());
    inBoth(Namespace.MD, "OrganizationDisplayName", description.organisation());
    String url = description.organisationUrl().toString();
    inBoth(Namespace.MD, "OrganizationURL", new ServiceDescription.Text(url, url));
    out.end();
  }

  private void contact() throws XMLStreamException {
    Optional<String> email = config.description().supportEmail();
    if (email.isPresent()) {
      out.start(Namespace.MD, "ContactPerson")
          .attribute("contactType", "support")
          .element(Namespace.MD, "EmailAddress", "mailto:" + email.get())
          .end();
    }
  }

  private void inBoth(Namespace namespace, String name, ServiceDescription.Text text)
      throws XMLStreamException {
    out.start(namespace, name).language("sv").text(text.sv()).end();
    out.start(namespace, name).language("en").text(text.en()).end();
  }
}
