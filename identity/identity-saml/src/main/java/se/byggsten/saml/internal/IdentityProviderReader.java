package se.byggsten.saml.internal;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.metadata.DeclaredAlgorithms;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviderLogo;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviderMetadataBuilder;
import se.byggsten.saml.metadata.SamlBinding;

/**
 * Reads one identity provider from its elements.
 *
 * <p>What cannot be understood is passed over: one party's fault must not take away the others. One
 * reader is used for a whole document, so that equal values are kept once.
 */
final class IdentityProviderReader {
  private static final String MD = "urn:oasis:names:tc:SAML:2.0:metadata";
  private static final String MDUI = "urn:oasis:names:tc:SAML:metadata:ui";
  private static final String MDATTR = "urn:oasis:names:tc:SAML:metadata:attribute";
  private static final String ALG = "urn:oasis:names:tc:SAML:metadata:algsupport";
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String SHIBMD = "urn:mace:shibboleth:metadata:1.0";
  private static final String PSC = "http://id.swedenconnect.se/authn/1.0/principal-selection/ns";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String CERTIFICATION =
      "urn:oasis:names:tc:SAML:attribute:assurance-certification";
  private static final String CATEGORY = "http://macedir.org/entity-category";

  /** SAML 2.0 Metadata 2.2.1 allows a name 1024 characters; no other text needs more. */
  private static final int LONGEST = 1024;

  private static final int LARGEST_PICTURE = 64 * 1024;
  private static final Pattern EMBEDDED =
      Pattern.compile("data:image/(?:png|jpeg|gif|svg\\+xml);base64,[A-Za-z0-9+/]++={0,2}");

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, EntityCategory> categories = new HashMap<>();
  private final Map<String, AssuranceLevel> levels = new HashMap<>();
  private final Map<DeclaredAlgorithms, DeclaredAlgorithms> algorithms = new HashMap<>();

  /** Reads a role of an entity; empty when it has no name, address or key that can be used. */
  Optional<IdentityProviderMetadata> read(
      Element entity, Element role, Optional<Instant> validUntil) {
    String entityId = entity.getAttribute("entityID");
    List<X509Certificate> signing = certificates(role, "signing");
    if (entityId.isBlank() || entityId.length() > LONGEST || signing.isEmpty()) {
      return Optional.empty();
    }
    IdentityProviderMetadataBuilder builder = IdentityProviderMetadata.builder(entityId);
    signing.forEach(builder::signingCertificate);
    certificates(role, "encryption").forEach(builder::encryptionCertificate);
    boolean reachable = endpoints(role, builder);
    names(role, builder);
    entityAttributes(entity, CATEGORY)
        .forEach(uri -> builder.category(categories.computeIfAbsent(uri, EntityCategory::new)));
    entityAttributes(entity, CERTIFICATION)
        .forEach(uri -> builder.level(levels.computeIfAbsent(uri, AssuranceLevel::of)));
    scopes(entity, role).forEach(builder::scope);
    attributeNames(Signatures.children(role, SAML, "Attribute").stream())
        .forEach(builder::offeredAttribute);
    attributeNames(
            extensions(role, PSC, "RequestedPrincipalSelection")
                .flatMap(e -> Signatures.children(e, PSC, "MatchValue").stream()))
        .forEach(builder::principalSelection);
    builder.algorithms(algorithms(entity, role));
    builder.wantsSignedRequests(isTrue(role.getAttribute("WantAuthnRequestsSigned")));
    validUntil.ifPresent(builder::validUntil);
    return reachable ? Optional.of(builder.build()) : Optional.empty();
  }

  private static boolean endpoints(Element role, IdentityProviderMetadataBuilder builder) {
    boolean found = false;
    for (Element service : Signatures.children(role, MD, "SingleSignOnService")) {
      Optional<SamlBinding> binding = SamlBinding.of(service.getAttribute("Binding"));
      Optional<URI> address = uri(service.getAttribute("Location"));
      if (binding.isPresent() && address.isPresent()) {
        builder.singleSignOn(binding.get(), address.get());
        found = true;
      }
    }
    return found;
  }

  private void names(Element role, IdentityProviderMetadataBuilder builder) {
    for (Element info : extensions(role, MDUI, "UIInfo").toList()) {
      for (Element name : Signatures.children(info, MDUI, "DisplayName")) {
        text(name).ifPresent(text -> builder.displayName(language(name), text));
      }
      for (Element logo : Signatures.children(info, MDUI, "Logo")) {
        picture(logo.getTextContent().strip())
            .ifPresent(
                address ->
                    builder.logo(
                        new IdentityProviderLogo(
                            address,
                            pixels(logo.getAttribute("width")),
                            pixels(logo.getAttribute("height")),
                            Optional.of(language(logo)).filter(l -> !l.isEmpty()))));
      }
    }
  }

  private String language(Element element) {
    return kept(element.getAttributeNS(XML, "lang").toLowerCase(Locale.ROOT));
  }

  private Stream<String> entityAttributes(Element entity, String name) {
    return extensions(entity, MDATTR, "EntityAttributes")
        .flatMap(group -> Signatures.children(group, SAML, "Attribute").stream())
        .filter(attribute -> name.equals(attribute.getAttribute("Name")))
        .flatMap(attribute -> Signatures.children(attribute, SAML, "AttributeValue").stream())
        .flatMap(value -> text(value).stream());
  }

  private Stream<String> scopes(Element entity, Element role) {
    return Stream.of(role, entity)
        .flatMap(place -> extensions(place, SHIBMD, "Scope"))
        .filter(scope -> !isTrue(scope.getAttribute("regexp")))
        .flatMap(scope -> text(scope).stream());
  }

  private Stream<String> attributeNames(Stream<Element> elements) {
    return elements
        .map(element -> element.getAttribute("Name"))
        .filter(name -> !name.isBlank() && name.length() <= LONGEST)
        .map(this::kept);
  }

  private DeclaredAlgorithms algorithms(Element entity, Element role) {
    // Those of the role stand in place of those of the entity (Algorithm Support 2.4).
    Element place = extensions(role, ALG, "SigningMethod").findAny().isPresent() ? role : entity;
    Element digests = extensions(role, ALG, "DigestMethod").findAny().isPresent() ? role : entity;
    DeclaredAlgorithms found =
        new DeclaredAlgorithms(
            uris(extensions(place, ALG, "SigningMethod")),
            uris(extensions(digests, ALG, "DigestMethod")),
            uris(
                keys(role, "encryption")
                    .flatMap(key -> Signatures.children(key, MD, "EncryptionMethod").stream())));
    return algorithms.computeIfAbsent(found, Function.identity());
  }

  private List<String> uris(Stream<Element> elements) {
    return elements
        .map(element -> element.getAttribute("Algorithm"))
        .filter(uri -> !uri.isBlank() && uri.length() <= LONGEST)
        .map(this::kept)
        .distinct()
        .toList();
  }

  private static Stream<Element> keys(Element role, String use) {
    return Signatures.children(role, MD, "KeyDescriptor").stream()
        .filter(key -> List.of("", use).contains(key.getAttribute("use")));
  }

  private static List<X509Certificate> certificates(Element role, String use) {
    List<X509Certificate> certificates = new ArrayList<>();
    keys(role, use)
        .flatMap(key -> Signatures.children(key, DS, "KeyInfo").stream())
        .flatMap(info -> Signatures.children(info, DS, "X509Data").stream())
        .flatMap(data -> Signatures.children(data, DS, "X509Certificate").stream())
        .flatMap(element -> certificate(element.getTextContent()).stream())
        .filter(certificate -> !certificates.contains(certificate))
        .forEach(certificates::add);
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
    } catch (CertificateException | RuntimeException unreadable) {
      // One broken certificate must not take away the other entities of a federation.
      return Optional.empty();
    }
  }

  private static Stream<Element> extensions(Element place, String namespace, String name) {
    return Signatures.children(place, MD, "Extensions").stream()
        .flatMap(extensions -> Signatures.children(extensions, namespace, name).stream());
  }

  private Optional<String> text(Element element) {
    return Optional.of(element.getTextContent().strip())
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
        .map(this::kept);
  }

  private String kept(String text) {
    return texts.computeIfAbsent(text, Function.identity());
  }

  private static boolean isTrue(String flag) {
    return "true".equals(flag.strip()) || "1".equals(flag.strip());
  }

  private static int pixels(String number) {
    try {
      return Math.max(0, Integer.parseInt(number.strip()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** A picture is at an address, or in the metadata themselves, as with three of twelve in 2022. */
  private static Optional<URI> picture(String text) {
    return text.length() <= LARGEST_PICTURE && EMBEDDED.matcher(text).matches()
        ? Optional.of(URI.create(text))
        : uri(text);
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
}
