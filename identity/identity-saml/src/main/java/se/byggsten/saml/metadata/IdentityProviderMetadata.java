package se.byggsten.saml.metadata;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.byggsten.core.person.AssuranceLevel;

/**
 * What an identity provider tells about itself, as far as a service needs it.
 *
 * <p>Thousands of these fit in memory: certificates are kept as bytes until they are asked for.
 * Nothing is missing for being expired or self-signed: trust comes from the federation's signature
 * (Deployment Profile 2.1.1.2).
 */
public final class IdentityProviderMetadata {
  private final String entityId;
  private final Map<String, String> displayNames;
  private final List<IdentityProviderLogo> logos;
  private final Map<SamlBinding, URI> singleSignOn;
  private final Certificates signing;
  private final Set<String> signingKeys;
  private final Certificates encryption;
  private final Set<AssuranceLevel> levels;
  private final Set<EntityCategory> categories;
  private final Set<String> scopes;
  private final Set<String> offeredAttributes;
  private final Set<String> principalSelection;
  private final DeclaredAlgorithms algorithms;
  private final boolean wantsSignedRequests;
  private final Optional<Instant> validUntil;

  IdentityProviderMetadata(IdentityProviderMetadataBuilder builder) {
    entityId = builder.entityId;
    displayNames = Map.copyOf(builder.displayNames);
    logos = List.copyOf(builder.logos);
    singleSignOn = Map.copyOf(builder.singleSignOn);
    signing = Certificates.of(builder.signingCertificates);
    signingKeys = fingerprints(builder.signingCertificates);
    encryption = Certificates.of(builder.encryptionCertificates);
    levels = Set.copyOf(builder.levels);
    categories = Set.copyOf(builder.categories);
    scopes = Set.copyOf(builder.scopes);
    offeredAttributes = Set.copyOf(builder.offeredAttributes);
    principalSelection = Set.copyOf(builder.principalSelection);
    algorithms = builder.algorithms;
    wantsSignedRequests = builder.wantsSignedRequests;
    validUntil = Optional.ofNullable(builder.validUntil);
    if (entityId.isBlank() || singleSignOn.isEmpty() || signing.isEmpty()) {
      throw new IllegalArgumentException(
          "An identity provider has a name, an address and a signing certificate");
    }
  }

  /**
   * Returns a builder.
   *
   * @param entityId the identity provider's name in the federation
   * @return the builder
   */
  public static IdentityProviderMetadataBuilder builder(String entityId) {
    return new IdentityProviderMetadataBuilder(entityId);
  }

  /**
   * Returns the name in the federation.
   *
   * @return the entity id
   */
  public String entityId() {
    return entityId;
  }

  /**
   * Returns the names for people.
   *
   * @return the names by language; may be empty
   */
  public Map<String, String> displayNames() {
    return displayNames;
  }

  /**
   * Returns the name for people in a language.
   *
   * @param language the language tag, such as {@code sv}
   * @return the name in that language, else in Swedish, English or any, else the entity id
   */
  public String displayName(String language) {
    for (String tried : List.of(language, "sv", "en")) {
      String name = displayNames.get(tried);
      if (name != null) {
        return name;
      }
    }
    return displayNames.values().stream().sorted().findFirst().orElse(entityId);
  }

  /**
   * Returns the pictures.
   *
   * @return the logos, in the order of the metadata; may be empty
   */
  public List<IdentityProviderLogo> logos() {
    return logos;
  }

  /**
   * Returns where requests go.
   *
   * @return the addresses by binding, one or both
   */
  public Map<SamlBinding, URI> singleSignOn() {
    return singleSignOn;
  }

  /**
   * Returns where requests go by a binding.
   *
   * @param binding the binding
   * @return the address, or empty when the identity provider does not take that binding
   */
  public Optional<URI> singleSignOn(SamlBinding binding) {
    return Optional.ofNullable(singleSignOn.get(binding));
  }

  /**
   * Returns the certificates of the keys with which it signs.
   *
   * @return at least one; any of them will do, expired or not
   */
  public List<X509Certificate> signingCertificates() {
    return signing.all();
  }

  /**
   * Returns the keys with which it signs, to be compared over time.
   *
   * @return for each the SHA-256 of the public key (SubjectPublicKeyInfo) in hexadecimal; a new
   *     certificate for the same key changes nothing
   */
  public Set<String> signingKeys() {
    return signingKeys;
  }

  /**
   * Returns the certificates of the keys to which messages can be encrypted, such as a text to
   * sign.
   *
   * @return the certificates, the first preferred; may be empty
   */
  public List<X509Certificate> encryptionCertificates() {
    return encryption.all();
  }

  /**
   * Returns the levels of assurance that it declares.
   *
   * @return the levels; empty when it declares none
   */
  public Set<AssuranceLevel> levels() {
    return levels;
  }

  /**
   * Returns the categories that it declares, also unknown ones.
   *
   * @return the categories; may be empty
   */
  public Set<EntityCategory> categories() {
    return categories;
  }

  /**
   * Says whether it declares a category.
   *
   * @param category the category
   * @return whether it does, with this very URI
   */
  public boolean has(EntityCategory category) {
    return categories.contains(category);
  }

  /**
   * Returns the scopes that it may vouch for ({@code shibmd:Scope}).
   *
   * @return organisation numbers without hyphen; may be empty
   */
  public Set<String> scopes() {
    return scopes;
  }

  /**
   * Returns the attributes that it says it can deliver ({@code saml:Attribute} of its role).
   *
   * @return names such as {@code urn:oid:1.2.752.29.4.13}; empty when it does not say
   */
  public Set<String> offeredAttributes() {
    return offeredAttributes;
  }

  /**
   * Returns the attributes by which a request may name the person ({@code
   * psc:RequestedPrincipalSelection}).
   *
   * @return names such as {@code urn:oid:1.2.752.29.4.13}; empty when it takes none
   */
  public Set<String> principalSelection() {
    return principalSelection;
  }

  /**
   * Returns the algorithms that it declares.
   *
   * @return the algorithms; empty lists where it declares none
   */
  public DeclaredAlgorithms algorithms() {
    return algorithms;
  }

  /**
   * Says whether requests to it must be signed.
   *
   * @return {@code WantAuthnRequestsSigned}
   */
  public boolean wantsSignedRequests() {
    return wantsSignedRequests;
  }

  /**
   * Says whether it shows a message that a request carries.
   *
   * @return whether it declares {@link EntityCategory#SUPPORTS_USER_MESSAGE}
   */
  public boolean supportsUserMessage() {
    return has(EntityCategory.SUPPORTS_USER_MESSAGE);
  }

  /**
   * Says whether it is not to be offered for choice.
   *
   * @return whether it declares {@link EntityCategory#HIDE_FROM_DISCOVERY}
   */
  public boolean hideFromDiscovery() {
    return has(EntityCategory.HIDE_FROM_DISCOVERY);
  }

  /**
   * Returns from when on these data may not be used.
   *
   * @return the earliest end of validity of the entity and what it stands in, where it is said
   */
  public Optional<Instant> validUntil() {
    return validUntil;
  }

  /**
   * Says whether the data may be used.
   *
   * @param at when
   * @return false from the end of validity on
   */
  public boolean isValid(Instant at) {
    return validUntil.map(at::isBefore).orElse(true);
  }

  private static Set<String> fingerprints(List<X509Certificate> certificates) {
    return certificates.stream()
        .map(certificate -> Certificates.sha256(certificate.getPublicKey().getEncoded()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String toString() {
    return "IdentityProviderMetadata[" + entityId + "]";
  }
}
