package se.byggsten.saml;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.RequestedAttribute;
import se.byggsten.saml.metadata.SamlAttribute;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.IdentityBinding;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;

/** Gathers the parts of a {@link ServiceProviderConfig}. */
public final class ServiceProviderConfigBuilder {
  final String entityId;
  final URI acsUrl;
  SamlProfile profile = SamlProfile.SWEDEN_CONNECT_1_9;
  @Nullable KeyMaterial signingKey;
  final List<KeyMaterial> encryptionKeys = new ArrayList<>();
  @Nullable ServiceDescription description;
  Set<EntityCategory> categories =
      new LinkedHashSet<>(
          List.of(
              EntityCategory.LOA3_PNR,
              EntityCategory.PUBLIC_SECTOR,
              EntityCategory.ACCEPTS_COORDINATION_NUMBER));
  final List<RequestedAttribute> requestedAttributes = new ArrayList<>();
  LevelPolicy levels = LevelPolicy.LOA3_OR_BANKID;
  Set<IdentityBinding> trustedBindings =
      Set.of(IdentityBinding.POPULATION_REGISTER, IdentityBinding.SWEDISH_EID);
  Duration clockSkew = Duration.ofMinutes(1);
  Duration maxLoginDuration = Duration.ofMinutes(15);
  @Nullable Duration maxAuthenticationAge;
  boolean signMetadata;
  @Nullable Duration metadataValidity;
  @Nullable Duration metadataCacheDuration;
  @Nullable URI discoveryResponse;

  ServiceProviderConfigBuilder(String entityId, URI acsUrl) {
    this.entityId = entityId;
    this.acsUrl = acsUrl;
  }

  /**
   * Sets the rules of the federation; the newest of Sweden Connect unless set.
   *
   * @param value the profile
   * @return this builder
   */
  public ServiceProviderConfigBuilder profile(SamlProfile value) {
    profile = value;
    return this;
  }

  /**
   * Sets the key that signs requests.
   *
   * @param value the key
   * @return this builder
   */
  public ServiceProviderConfigBuilder signingKey(KeyMaterial value) {
    signingKey = value;
    return this;
  }

  /**
   * Adds a key with which assertions may be encrypted.
   *
   * <p>The first is published. Those that are added then are older ones, for the time of a change
   * of keys (Deployment Profile 2.1.1.2).
   *
   * @param value the key
   * @return this builder
   */
  public ServiceProviderConfigBuilder encryptionKey(KeyMaterial value) {
    encryptionKeys.add(value);
    return this;
  }

  /**
   * Sets what the metadata tell about the service.
   *
   * @param value the description
   * @return this builder
   */
  public ServiceProviderConfigBuilder description(ServiceDescription value) {
    description = value;
    return this;
  }

  /**
   * Replaces the categories; unless set they are those of a municipality's service for citizens: a
   * personal number at level 3, the public sector, and people with samordningsnummer.
   *
   * @param value the categories
   * @return this builder
   */
  public ServiceProviderConfigBuilder categories(List<EntityCategory> value) {
    categories = new LinkedHashSet<>(value);
    return this;
  }

  /**
   * Adds a category, such as a contract.
   *
   * @param value the category
   * @return this builder
   */
  public ServiceProviderConfigBuilder category(EntityCategory value) {
    categories.add(value);
    return this;
  }

  /**
   * Sets the levels of assurance that are enough; level 3 or BankID unless set.
   *
   * @param value the policy
   * @return this builder
   */
  public ServiceProviderConfigBuilder levels(LevelPolicy value) {
    levels = value;
    return this;
  }

  /**
   * Sets the processes by which a Swedish number may have been mapped to a foreign eID; the two of
   * Sweden Connect unless set.
   *
   * @param value the processes
   * @return this builder
   */
  public ServiceProviderConfigBuilder trustedBindings(Set<IdentityBinding> value) {
    trustedBindings = value;
    return this;
  }

  /**
   * Sets by how much the clocks may differ; one minute unless set.
   *
   * @param value the difference, at most that of the profile
   * @return this builder
   */
  public ServiceProviderConfigBuilder clockSkew(Duration value) {
    clockSkew = value;
    return this;
  }

  /**
   * Sets how long a login may take; 15 minutes unless set.
   *
   * @param value the time
   * @return this builder
   */
  public ServiceProviderConfigBuilder maxLoginDuration(Duration value) {
    maxLoginDuration = value;
    return this;
  }

  /**
   * Sets how long ago somebody may have identified themselves when that was not asked for anew; 60
   * minutes unless set, and 12 hours outside the Swedish profile.
   *
   * @param value the time
   * @return this builder
   */
  public ServiceProviderConfigBuilder maxAuthenticationAge(Duration value) {
    maxAuthenticationAge = value;
    return this;
  }

  /**
   * Sets whether the metadata are signed; false unless set.
   *
   * @param value true to sign them
   * @return this builder
   */
  public ServiceProviderConfigBuilder signMetadata(boolean value) {
    signMetadata = value;
    return this;
  }

  /**
   * Sets for how long the metadata are valid from when they are asked for; not told unless set.
   *
   * @param value the time
   * @return this builder
   */
  public ServiceProviderConfigBuilder metadataValidity(Duration value) {
    metadataValidity = value;
    return this;
  }

  /**
   * Sets for how long others may keep the metadata without asking anew; not told unless set.
   *
   * @param value the time
   * @return this builder
   */
  public ServiceProviderConfigBuilder metadataCacheDuration(Duration value) {
    metadataCacheDuration = value;
    return this;
  }

  /**
   * Sets where a central discovery service is to send the visitor back; only where there is one.
   *
   * @param value the address
   * @return this builder
   */
  public ServiceProviderConfigBuilder discoveryResponse(URI value) {
    discoveryResponse = value;
    return this;
  }

  /**
   * Asks for an attribute beyond those of the categories.
   *
   * @param attribute the attribute
   * @param required whether a login without it is refused
   * @return this builder
   */
  public ServiceProviderConfigBuilder request(SamlAttribute attribute, boolean required) {
    requestedAttributes.add(new RequestedAttribute(attribute, required));
    return this;
  }

  /**
   * Builds the configuration.
   *
   * @return the configuration
   * @throws SamlException with code {@code SAML-CONFIG} when it breaks requirements, which are
   *     named
   * @throws NullPointerException when the signing key or the description is missing, and says how
   *     to give it
   */
  public ServiceProviderConfig build() {
    return new ServiceProviderConfig(this);
  }
}
