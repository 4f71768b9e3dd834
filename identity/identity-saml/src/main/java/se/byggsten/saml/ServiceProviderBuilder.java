package se.byggsten.saml;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.ServiceDescription;

/** Gathers the parts of a {@link ServiceProvider}. */
public final class ServiceProviderBuilder {
  @Nullable String entityId;
  @Nullable URI acsUrl;
  @Nullable KeyMaterial signing;
  final List<KeyMaterial> encryption = new ArrayList<>();
  @Nullable Supplier<List<IdentityProviderMetadata>> identityProviders;
  Set<AssuranceLevel> accepted =
      Set.of(AssuranceLevel.LOA3, AssuranceLevel.UNCERTIFIED_LOA3, AssuranceLevel.LOA4);
  Duration skew = Duration.ofSeconds(30);
  Duration maxDuration = Duration.ofMinutes(15);
  boolean encryptionRequired = true;
  @Nullable ExpiringStore store;
  @Nullable Clock clock;
  @Nullable ServiceDescription description;

  ServiceProviderBuilder() {}

  /**
   * Sets the service's name in the federation.
   *
   * @param value the entity id, a URI
   * @return this builder
   */
  public ServiceProviderBuilder entityId(String value) {
    entityId = value;
    return this;
  }

  /**
   * Sets where answers are to be posted.
   *
   * @param value the whole address
   * @return this builder
   */
  public ServiceProviderBuilder acsUrl(URI value) {
    acsUrl = value;
    return this;
  }

  /**
   * Sets the key that signs requests.
   *
   * @param value the key
   * @return this builder
   */
  public ServiceProviderBuilder signingKey(KeyMaterial value) {
    signing = value;
    return this;
  }

  /**
   * Adds a key with which assertions may be encrypted.
   *
   * <p>The first is published; the others are for the time of a change of keys (Deployment Profile
   * 2.1.1.2).
   *
   * @param value the key
   * @return this builder
   */
  public ServiceProviderBuilder encryptionKey(KeyMaterial value) {
    encryption.add(value);
    return this;
  }

  /**
   * Sets the only identity provider.
   *
   * @param value its metadata
   * @return this builder
   */
  public ServiceProviderBuilder identityProvider(IdentityProviderMetadata value) {
    return identityProviders(() -> List.of(value));
  }

  /**
   * Sets where the identity providers come from, which is asked at each login, so that fresh
   * metadata need no restart.
   *
   * @param value gives the newest metadata at once, without waiting for a network
   * @return this builder
   */
  public ServiceProviderBuilder identityProviders(Supplier<List<IdentityProviderMetadata>> value) {
    identityProviders = value;
    return this;
  }

  /**
   * Sets the levels that the service accepts; 3, uncertified 3 and 4 unless set.
   *
   * <p>BankID through a third party comes as uncertified 3. There is no order between levels.
   *
   * @param value the levels
   * @return this builder
   */
  public ServiceProviderBuilder acceptedLevels(Set<AssuranceLevel> value) {
    accepted = value;
    return this;
  }

  /**
   * Sets by how much the clocks may differ; 30 seconds unless set, and at most 60.
   *
   * @param value the difference
   * @return this builder
   */
  public ServiceProviderBuilder clockSkew(Duration value) {
    skew = value;
    return this;
  }

  /**
   * Sets how long a login may take; 15 minutes unless set.
   *
   * @param value the time
   * @return this builder
   */
  public ServiceProviderBuilder maxLoginDuration(Duration value) {
    maxDuration = value;
    return this;
  }

  /**
   * Sets whether an assertion that is not encrypted is refused; true unless set, and the Swedish
   * profile requires it.
   *
   * @param value false only outside that profile
   * @return this builder
   */
  public ServiceProviderBuilder encryptionRequired(boolean value) {
    encryptionRequired = value;
    return this;
  }

  /**
   * Sets where logins under way and marks against replay are kept.
   *
   * @param value the store, which all nodes share
   * @return this builder
   */
  public ServiceProviderBuilder store(ExpiringStore value) {
    store = value;
    return this;
  }

  /**
   * Sets what says what time it is.
   *
   * @param value the clock
   * @return this builder
   */
  public ServiceProviderBuilder clock(Clock value) {
    clock = value;
    return this;
  }

  /**
   * Sets what the metadata tell about the service.
   *
   * @param value the description
   * @return this builder
   */
  public ServiceProviderBuilder description(ServiceDescription value) {
    description = value;
    return this;
  }

  /**
   * Builds the service provider.
   *
   * @return the service provider
   * @throws IllegalArgumentException when the parts contradict each other
   */
  public ServiceProvider build() {
    return new ServiceProvider(this);
  }
}
