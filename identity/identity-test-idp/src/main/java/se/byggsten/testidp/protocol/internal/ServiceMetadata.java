package se.byggsten.testidp.protocol.internal;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import se.byggsten.testidp.protocol.TestIdpException;

/**
 * What a service tells of itself.
 *
 * @param entityId its name
 * @param displayNames its name for people, by language; may be empty
 * @param acsUrls where it takes answers, by their index; the one that is used when nothing is said
 *     comes first
 * @param signing the certificates of the keys that sign its requests
 * @param encryption the certificate to encrypt for
 * @param encryptionMethods the URIs of the ciphers that it declares
 * @param oaepDigests the URIs of the digests that it declares for OAEP
 * @param categories the URIs of its entity categories
 * @param requestedAttributes the names of the attributes that it asks for beside those
 */
public record ServiceMetadata(
    String entityId,
    Map<String, String> displayNames,
    Map<String, String> acsUrls,
    List<X509Certificate> signing,
    X509Certificate encryption,
    List<String> encryptionMethods,
    Set<String> oaepDigests,
    Set<String> categories,
    Set<String> requestedAttributes) {
  private static final String UI = "urn:oasis:names:tc:SAML:metadata:ui";
  private static final String LANGUAGE = "http://www.w3.org/XML/1998/namespace";
  private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

  /** Reads the metadata of all services in a document of one entity or many. */
  public static List<ServiceMetadata> read(String xml) {
    Element root = Xml.parse(xml).getDocumentElement();
    List<Element> entities =
        "EntityDescriptor".equals(root.getLocalName())
            ? List.of(root)
            : Xml.all(root, Names.MD, "EntityDescriptor");
    return entities.stream()
        .filter(entity -> !Xml.all(entity, Names.MD, "SPSSODescriptor").isEmpty())
        .map(ServiceMetadata::of)
        .toList();
  }

  /** Returns where answers go when the request does not say it. */
  public String defaultAcsUrl() {
    return acsUrls.values().iterator().next();
  }

  private static ServiceMetadata of(Element entity) {
    Map<String, String> acsUrls = acsUrls(entity);
    List<X509Certificate> encryption = certificates(entity, "encryption");
    if (acsUrls.isEmpty() || encryption.isEmpty()) {
      throw new TestIdpException("The service's metadata lack an address or an encryption key");
    }
    return new ServiceMetadata(
        entity.getAttribute("entityID"),
        displayNames(entity),
        acsUrls,
        certificates(entity, "signing"),
        encryption.get(0),
        Xml.all(entity, Names.MD, "EncryptionMethod").stream()
            .map(method -> method.getAttribute("Algorithm"))
            .toList(),
        digests(entity),
        categories(entity),
        requested(entity));
  }

  private static Map<String, String> displayNames(Element entity) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Element service : Xml.all(entity, Names.MD, "SPSSODescriptor")) {
      Xml.all(service, UI, "DisplayName")
          .forEach(
              name ->
                  found.putIfAbsent(
                      name.getAttributeNS(LANGUAGE, "lang"), name.getTextContent().strip()));
    }
    return found;
  }

  private static Map<String, String> acsUrls(Element entity) {
    Map<String, String> found = new LinkedHashMap<>();
    List<Element> services =
        Xml.all(entity, Names.MD, "AssertionConsumerService").stream()
            .filter(service -> POST.equals(service.getAttribute("Binding")))
            .toList();
    services.stream()
        .filter(service -> "true".equals(service.getAttribute("isDefault")))
        .forEach(service -> put(found, service));
    services.forEach(service -> put(found, service));
    return found;
  }

  private static void put(Map<String, String> found, Element service) {
    found.putIfAbsent(service.getAttribute("index"), service.getAttribute("Location"));
  }

  private static Set<String> digests(Element entity) {
    Set<String> found = new TreeSet<>();
    for (Element method : Xml.all(entity, Names.MD, "EncryptionMethod")) {
      Xml.all(method, Names.DS, "DigestMethod")
          .forEach(digest -> found.add(digest.getAttribute("Algorithm")));
    }
    return found;
  }

  private static Set<String> categories(Element entity) {
    Set<String> found = new TreeSet<>();
    for (Element attribute : Xml.all(entity, Names.SAML, "Attribute")) {
      if ("http://macedir.org/entity-category".equals(attribute.getAttribute("Name"))) {
        Xml.all(attribute, Names.SAML, "AttributeValue")
            .forEach(value -> found.add(value.getTextContent().strip()));
      }
    }
    return found;
  }

  private static Set<String> requested(Element entity) {
    Set<String> found = new TreeSet<>();
    Xml.all(entity, Names.MD, "RequestedAttribute")
        .forEach(attribute -> found.add(attribute.getAttribute("Name")));
    return found;
  }

  /** A key without a use is for both (SAML 2.0 Metadata, section 2.4.1.1). */
  private static List<X509Certificate> certificates(Element root, String use) {
    List<X509Certificate> found = new ArrayList<>();
    for (Element key : Xml.all(root, Names.MD, "KeyDescriptor")) {
      if (use.equals(key.getAttribute("use")) || key.getAttribute("use").isEmpty()) {
        Xml.all(key, Names.DS, "X509Certificate").forEach(c -> found.add(certificate(c)));
      }
    }
    return found;
  }

  private static X509Certificate certificate(Element element) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(
                      Base64.getMimeDecoder().decode(element.getTextContent())));
    } catch (CertificateException | IllegalArgumentException e) {
      throw new TestIdpException("A certificate in the service's metadata is broken", e);
    }
  }
}
