package se.byggsten.saml.metadata;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AssuranceLevel;

/** Gathers the parts of an {@link IdentityProviderMetadata}. */
public final class IdentityProviderMetadataBuilder {
  final String entityId;
  final Map<String, String> displayNames = new LinkedHashMap<>();
  final List<IdentityProviderLogo> logos = new ArrayList<>();
  final Map<SamlBinding, URI> singleSignOn = new EnumMap<>(SamlBinding.class);
  final List<X509Certificate> signingCertificates = new ArrayList<>();
  final List<X509Certificate> encryptionCertificates = new ArrayList<>();
  final Set<AssuranceLevel> levels = new LinkedHashSet<>();
  final Set<EntityCategory> categories = new LinkedHashSet<>();
  final Set<String> scopes = new LinkedHashSet<>();
  final Set<String> offeredAttributes = new LinkedHashSet<>();
  final Set<String> principalSelection = new LinkedHashSet<>();
  DeclaredAlgorithms algorithms = DeclaredAlgorithms.NONE;
  boolean wantsSignedRequests;
  @Nullable Instant validUntil;

  IdentityProviderMetadataBuilder(String entityId) {
    this.entityId = entityId;
  }

  /**
   * Adds a name for people; the first of a language counts.
   *
   * @param language the language tag, such as {@code sv}
   * @param name the name
   * @return this builder
   */
  public IdentityProviderMetadataBuilder displayName(String language, String name) {
    displayNames.putIfAbsent(language, name);
    return this;
  }

  /**
   * Adds a picture.
   *
   * @param value the logo
   * @return this builder
   */
  public IdentityProviderMetadataBuilder logo(IdentityProviderLogo value) {
    logos.add(value);
    return this;
  }

  /**
   * Adds where requests go; the first of a binding counts.
   *
   * @param binding the binding
   * @param address the address
   * @return this builder
   */
  public IdentityProviderMetadataBuilder singleSignOn(SamlBinding binding, URI address) {
    singleSignOn.putIfAbsent(binding, address);
    return this;
  }

  /**
   * Adds the certificate of a key with which it signs.
   *
   * @param value the certificate, expired or not
   * @return this builder
   */
  public IdentityProviderMetadataBuilder signingCertificate(X509Certificate value) {
    signingCertificates.add(value);
    return this;
  }

  /**
   * Adds the certificate of a key to which messages can be encrypted.
   *
   * @param value the certificate
   * @return this builder
   */
  public IdentityProviderMetadataBuilder encryptionCertificate(X509Certificate value) {
    encryptionCertificates.add(value);
    return this;
  }

  /**
   * Adds a level of assurance that it declares.
   *
   * @param value the level
   * @return this builder
   */
  public IdentityProviderMetadataBuilder level(AssuranceLevel value) {
    levels.add(value);
    return this;
  }

  /**
   * Adds a category that it declares.
   *
   * @param value the category
   * @return this builder
   */
  public IdentityProviderMetadataBuilder category(EntityCategory value) {
    categories.add(value);
    return this;
  }

  /**
   * Adds a scope that it may vouch for.
   *
   * @param value an organisation number without hyphen
   * @return this builder
   */
  public IdentityProviderMetadataBuilder scope(String value) {
    scopes.add(value);
    return this;
  }

  /**
   * Adds an attribute that it says it can deliver.
   *
   * @param name the attribute's name, a URI
   * @return this builder
   */
  public IdentityProviderMetadataBuilder offeredAttribute(String name) {
    offeredAttributes.add(name);
    return this;
  }

  /**
   * Adds an attribute by which a request may name the person.
   *
   * @param name the attribute's name, a URI
   * @return this builder
   */
  public IdentityProviderMetadataBuilder principalSelection(String name) {
    principalSelection.add(name);
    return this;
  }

  /**
   * Sets the algorithms that it declares; none unless set.
   *
   * @param value the algorithms
   * @return this builder
   */
  public IdentityProviderMetadataBuilder algorithms(DeclaredAlgorithms value) {
    algorithms = value;
    return this;
  }

  /**
   * Sets whether requests must be signed; not unless set.
   *
   * @param value whether they must
   * @return this builder
   */
  public IdentityProviderMetadataBuilder wantsSignedRequests(boolean value) {
    wantsSignedRequests = value;
    return this;
  }

  /**
   * Sets from when on the data may not be used; never unless set.
   *
   * @param value the instant
   * @return this builder
   */
  public IdentityProviderMetadataBuilder validUntil(Instant value) {
    validUntil = value;
    return this;
  }

  /**
   * Builds the metadata.
   *
   * @return the metadata
   * @throws IllegalArgumentException when there is no name, address or signing certificate
   */
  public IdentityProviderMetadata build() {
    return new IdentityProviderMetadata(this);
  }
}
