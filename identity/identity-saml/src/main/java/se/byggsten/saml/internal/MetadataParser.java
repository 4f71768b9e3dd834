package se.byggsten.saml.internal;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.SignableSAMLObject;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.protocol.SamlException;

/** Reads identity providers from metadata, one entity or a whole federation. */
public final class MetadataParser {
  private static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String MDUI = "urn:oasis:names:tc:SAML:metadata:ui";
  private static final String MDATTR = "urn:oasis:names:tc:SAML:metadata:attribute";
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String SHIBMD = "urn:mace:shibboleth:metadata:1.0";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
  private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
  private static final String CERTIFICATION =
      "urn:oasis:names:tc:SAML:attribute:assurance-certification";

  private MetadataParser() {}

  /** Reads metadata; with a signer, only such as its key signed and that say how long they hold. */
  public static List<IdentityProviderMetadata> read(
      byte[] xml, @Nullable X509Certificate signer, Instant at) {
    Document document = document(xml);
    Element root = document.getDocumentElement();
    if (signer != null) {
      requireSigned(document, signer);
      if (!root.hasAttribute("validUntil")) {
        throw content("The signed metadata do not say until when they are valid");
      }
    }
    if (!isElement(root, "EntitiesDescriptor") && !isElement(root, "EntityDescriptor")) {
      throw content("The XML is not SAML 2.0 metadata");
    }
    Optional<Instant> rootEnd = validUntil(root, Optional.empty());
    if (rootEnd.filter(end -> !at.isBefore(end)).isPresent()) {
      throw new SamlException(
          ErrorCode.of("SAML-METADATA-EXPIRED"),
          "The metadata are not valid any more: fetch the newest");
    }
    List<IdentityProviderMetadata> found = new ArrayList<>();
    collect(root, Optional.empty(), at, found::add);
    return List.copyOf(found);
  }

  private static Document document(byte[] xml) {
    try {
      return SafeXml.parse(xml, SafeXml.Limits.METADATA);
    } catch (RefusedException e) {
      throw new SamlException(
          ErrorCode.of("SAML-METADATA-XML"),
          "The metadata cannot be read as XML (" + e.refusal().code() + ")",
          e);
    }
  }

  private static void requireSigned(Document document, X509Certificate signer) {
    try {
      XMLObject object = OpenSaml.unmarshall(document);
      if (!(object instanceof SignableSAMLObject signable)) {
        throw content("The XML is not SAML 2.0 metadata");
      }
      Signatures.verify(signable, List.of(signer));
    } catch (RefusedException e) {
      throw new SamlException(
          ErrorCode.of("SAML-METADATA-SIGNATURE"),
          "The metadata are not signed by the expected key (" + e.refusal().code() + ")",
          e);
    } catch (SamlException e) {
      throw e;
    } catch (UnmarshallingException | RuntimeException e) {
      // The engine throws unchecked exceptions of many kinds at wrong values of attributes.
      throw new SamlException(
          ErrorCode.of("SAML-METADATA-XML"), "The XML is not SAML 2.0 metadata", e);
    }
  }

  private static void collect(
      Element element,
      Optional<Instant> outer,
      Instant at,
      Consumer<IdentityProviderMetadata> found) {
    Optional<Instant> end = validUntil(element, outer);
    if (end.filter(e -> !at.isBefore(e)).isPresent()) {
      return;
    }
    if (isElement(element, "EntityDescriptor")) {
      for (Element role : Signatures.children(element, MD, "IDPSSODescriptor")) {
        if (role.getAttribute("protocolSupportEnumeration").contains(PROTOCOL)) {
          provider(element, role, validUntil(role, end)).ifPresent(found);
        }
      }
      return;
    }
    for (String name : List.of("EntityDescriptor", "EntitiesDescriptor")) {
      Signatures.children(element, MD, name).forEach(child -> collect(child, end, at, found));
    }
  }

  private static Optional<IdentityProviderMetadata> provider(
      Element entity, Element role, Optional<Instant> validUntil) {
    String entityId = entity.getAttribute("entityID");
    Optional<URI> location =
        Signatures.children(role, MD, "SingleSignOnService").stream()
            .filter(service -> REDIRECT.equals(service.getAttribute("Binding")))
            .flatMap(service -> uri(service.getAttribute("Location")).stream())
            .findFirst();
    List<X509Certificate> certificates = certificates(role);
    if (entityId.isBlank() || location.isEmpty() || certificates.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new IdentityProviderMetadata(
            entityId,
            displayNames(role),
            location.get(),
            certificates,
            levels(entity),
            scopes(role),
            validUntil));
  }

  private static List<X509Certificate> certificates(Element role) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Element descriptor : Signatures.children(role, MD, "KeyDescriptor")) {
      String use = descriptor.getAttribute("use");
      if (use.isEmpty() || "signing".equals(use)) {
        for (Element info : Signatures.children(descriptor, DS, "KeyInfo")) {
          for (Element data : Signatures.children(info, DS, "X509Data")) {
            Signatures.children(data, DS, "X509Certificate")
                .forEach(c -> certificate(c.getTextContent()).ifPresent(certificates::add));
          }
        }
      }
    }
    return certificates;
  }

  private static Optional<X509Certificate> certificate(String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der))
              instanceof X509Certificate certificate
          ? Optional.of(certificate).filter(c -> KeyStores.isStrong(c.getPublicKey()))
          : Optional.empty();
    } catch (CertificateException | IllegalArgumentException unreadable) {
      // One broken certificate must not take away the other entities of a federation.
      return Optional.empty();
    }
  }

  private static Map<String, String> displayNames(Element role) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Element extensions : Signatures.children(role, MD, "Extensions")) {
      for (Element info : Signatures.children(extensions, MDUI, "UIInfo")) {
        for (Element name : Signatures.children(info, MDUI, "DisplayName")) {
          names.putIfAbsent(name.getAttributeNS(XML, "lang"), name.getTextContent().strip());
        }
      }
    }
    return names;
  }

  private static Set<AssuranceLevel> levels(Element entity) {
    Set<AssuranceLevel> levels = new HashSet<>();
    for (Element extensions : Signatures.children(entity, MD, "Extensions")) {
      for (Element group : Signatures.children(extensions, MDATTR, "EntityAttributes")) {
        for (Element attribute : Signatures.children(group, SAML, "Attribute")) {
          if (CERTIFICATION.equals(attribute.getAttribute("Name"))) {
            Signatures.children(attribute, SAML, "AttributeValue").stream()
                .map(value -> value.getTextContent().strip())
                .filter(value -> !value.isEmpty())
                .forEach(value -> levels.add(AssuranceLevel.of(value)));
          }
        }
      }
    }
    return levels;
  }

  private static Set<String> scopes(Element role) {
    Set<String> scopes = new HashSet<>();
    for (Element extensions : Signatures.children(role, MD, "Extensions")) {
      for (Element scope : Signatures.children(extensions, SHIBMD, "Scope")) {
        String regexp = scope.getAttribute("regexp");
        if (!"true".equals(regexp) && !"1".equals(regexp)) {
          scopes.add(scope.getTextContent().strip());
        }
      }
    }
    return scopes;
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return http && uri.getHost() != null && uri.getFragment() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> validUntil(Element element, Optional<Instant> outer) {
    if (!element.hasAttribute("validUntil")) {
      return outer;
    }
    try {
      Instant own = OffsetDateTime.parse(element.getAttribute("validUntil")).toInstant();
      return Optional.of(outer.filter(o -> o.isBefore(own)).orElse(own));
    } catch (DateTimeException e) {
      throw new SamlException(
          ErrorCode.of("SAML-METADATA-CONTENT"), "A validUntil of the metadata is no instant", e);
    }
  }

  private static boolean isElement(Element element, String name) {
    return MD.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  private static SamlException content(String message) {
    return new SamlException(ErrorCode.of("SAML-METADATA-CONTENT"), message);
  }
}
