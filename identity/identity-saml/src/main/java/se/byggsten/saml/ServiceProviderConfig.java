package se.byggsten.saml;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.internal.CertifiedKey;
import se.byggsten.saml.internal.ConfigRules;
import se.byggsten.saml.internal.VerifierSettings;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.RequestedAttribute;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.IdentityBinding;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;

/**
 * Who a service is in a federation, what it needs, and with which keys.
 *
 * <p>Immutable. It is judged when it is built: what breaks a requirement of the Swedish profile is
 * told at once, with the id of the requirement. An application that sometimes needs a personal
 * number and sometimes an employee's id is two services with an entity id each, because what is
 * told of a visitor is settled per service (Swedish rules of connection, section 3.4).
 */
public final class ServiceProviderConfig {
  private final String entityId;
  private final URI acsUrl;
  private final SamlProfile profile;
  private final KeyMaterial signingKey;
  private final List<KeyMaterial> encryptionKeys;
  private final ServiceDescription description;
  private final List<EntityCategory> categories;
  private final List<RequestedAttribute> requestedAttributes;
  private final LevelPolicy levels;
  private final Set<IdentityBinding> trustedBindings;
  private final Duration clockSkew;
  private final Duration maxLoginDuration;
  private final @Nullable Duration maxAuthenticationAge;
  private final boolean signMetadata;
  private final @Nullable Duration metadataValidity;
  private final @Nullable Duration metadataCacheDuration;
  private final @Nullable URI discoveryResponse;

  ServiceProviderConfig(ServiceProviderConfigBuilder builder) {
    entityId = builder.entityId;
    acsUrl = builder.acsUrl;
    profile = builder.profile;
    signingKey =
        Objects.requireNonNull(
            builder.signingKey,
            "A signing key is missing: call signingKey(KeyMaterial.keptIn(file, password, clock))");
    encryptionKeys = List.copyOf(builder.encryptionKeys);
    description =
        Objects.requireNonNull(
            builder.description,
            "A description is missing: call description(ServiceDescription.builder()...build())");
    categories = List.copyOf(builder.categories);
    requestedAttributes = List.copyOf(builder.requestedAttributes);
    levels = builder.levels;
    trustedBindings = Set.copyOf(builder.trustedBindings);
    clockSkew = builder.clockSkew;
    maxLoginDuration = builder.maxLoginDuration;
    maxAuthenticationAge = builder.maxAuthenticationAge;
    signMetadata = builder.signMetadata;
    metadataValidity = builder.metadataValidity;
    metadataCacheDuration = builder.metadataCacheDuration;
    discoveryResponse = builder.discoveryResponse;
    List<String> broken = ConfigRules.broken(this);
    if (!broken.isEmpty()) {
      throw new SamlException(
          ErrorCode.of("SAML-CONFIG"),
          broken.stream()
              .collect(Collectors.joining("; ", "The service provider cannot be used: ", "")));
    }
  }

  /**
   * Returns a builder; the description and the keys are needed too.
   *
   * @param entityId the service's name in the federation, a URI of at most 1024 characters
   * @param acsUrl where answers are to be posted, the whole address
   * @return the builder
   */
  public static ServiceProviderConfigBuilder builder(String entityId, URI acsUrl) {
    return new ServiceProviderConfigBuilder(entityId, acsUrl);
  }

  /**
   * Returns the service's name in the federation.
   *
   * @return the entity id
   */
  public String entityId() {
    return entityId;
  }

  /**
   * Returns where answers are to be posted.
   *
   * @return the address of the assertion consumer service
   */
  public URI acsUrl() {
    return acsUrl;
  }

  /**
   * Returns the rules of the federation.
   *
   * @return the profile
   */
  public SamlProfile profile() {
    return profile;
  }

  /**
   * Returns the key that signs requests.
   *
   * @return the key
   */
  public KeyMaterial signingKey() {
    return signingKey;
  }

  /**
   * Returns the keys with which assertions may be encrypted.
   *
   * @return the keys; the first is published, the others are for the time of a change of keys
   */
  public List<KeyMaterial> encryptionKeys() {
    return encryptionKeys;
  }

  /**
   * Returns what the metadata tell about the service.
   *
   * @return the description
   */
  public ServiceDescription description() {
    return description;
  }

  /**
   * Returns the categories that the service declares.
   *
   * @return the categories, contracts among them
   */
  public List<EntityCategory> categories() {
    return categories;
  }

  /**
   * Returns the attributes that the service asks for beyond its categories.
   *
   * @return the attributes; may be empty
   */
  public List<RequestedAttribute> requestedAttributes() {
    return requestedAttributes;
  }

  /**
   * Returns the levels of assurance that are enough.
   *
   * @return the policy
   */
  public LevelPolicy levels() {
    return levels;
  }

  /**
   * Returns the processes by which a Swedish number may have been mapped to a foreign eID.
   *
   * @return the processes; may be empty
   */
  public Set<IdentityBinding> trustedBindings() {
    return trustedBindings;
  }

  /**
   * Returns by how much the clocks may differ.
   *
   * @return the difference
   */
  public Duration clockSkew() {
    return clockSkew;
  }

  /**
   * Returns how long a login may take.
   *
   * @return the time
   */
  public Duration maxLoginDuration() {
    return maxLoginDuration;
  }

  /**
   * Returns how long ago somebody may have identified themselves when that was not asked for anew.
   *
   * @return the time
   */
  public Duration maxAuthenticationAge() {
    return Objects.requireNonNullElseGet(
        maxAuthenticationAge,
        () -> profile.isSwedish() ? Duration.ofMinutes(60) : Duration.ofHours(12));
  }

  /**
   * Says whether the metadata are signed.
   *
   * @return true when they are
   */
  public boolean signMetadata() {
    return signMetadata;
  }

  /**
   * Returns for how long the metadata are valid from when they are asked for.
   *
   * @return the time, or empty
   */
  public Optional<Duration> metadataValidity() {
    return Optional.ofNullable(metadataValidity);
  }

  /**
   * Returns for how long others may keep the metadata without asking anew.
   *
   * @return the time, or empty
   */
  public Optional<Duration> metadataCacheDuration() {
    return Optional.ofNullable(metadataCacheDuration);
  }

  /**
   * Returns where a central discovery service is to send the visitor back.
   *
   * @return the address, or empty
   */
  public Optional<URI> discoveryResponse() {
    return Optional.ofNullable(discoveryResponse);
  }

  /**
   * Returns a builder that begins with this configuration.
   *
   * @return the builder
   */
  public ServiceProviderConfigBuilder toBuilder() {
    ServiceProviderConfigBuilder builder = new ServiceProviderConfigBuilder(entityId, acsUrl);
    builder.profile = profile;
    builder.signingKey = signingKey;
    builder.encryptionKeys.addAll(encryptionKeys);
    builder.description = description;
    builder.categories = new LinkedHashSet<>(categories);
    builder.requestedAttributes.addAll(requestedAttributes);
    builder.levels = levels;
    builder.trustedBindings = trustedBindings;
    builder.clockSkew = clockSkew;
    builder.maxLoginDuration = maxLoginDuration;
    builder.maxAuthenticationAge = maxAuthenticationAge;
    builder.signMetadata = signMetadata;
    builder.metadataValidity = metadataValidity;
    builder.metadataCacheDuration = metadataCacheDuration;
    builder.discoveryResponse = discoveryResponse;
    return builder;
  }

  VerifierSettings verifierSettings() {
    return new VerifierSettings(
        entityId,
        acsUrl.toString(),
        profile,
        clockSkew,
        maxAuthenticationAge(),
        requestedAttributes.stream()
            .filter(RequestedAttribute::required)
            .map(wanted -> wanted.attribute().name())
            .collect(Collectors.toUnmodifiableSet()),
        encryptionKeys.stream().map(ServiceProviderConfig::certified).toList());
  }

  static CertifiedKey certified(KeyMaterial key) {
    return new CertifiedKey(key.privateKey(), key.certificate());
  }

  @Override
  public String toString() {
    return "ServiceProviderConfig[" + entityId + "]";
  }
}
