package se.byggsten.saml;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.saml.metadata.IdentityProviders;

/** Gathers what a {@link ServiceProvider} works with. */
public final class ServiceProviderBuilder {
  final ServiceProviderConfig config;
  @Nullable IdentityProviders identityProviders;
  @Nullable ExpiringStore store;
  @Nullable Clock clock;

  ServiceProviderBuilder(ServiceProviderConfig config) {
    this.config = config;
  }

  /**
   * Sets where the identity providers come from, which is asked at each login, so that fresh
   * metadata need no restart.
   *
   * @param value gives the newest metadata at once, without waiting for a network
   * @return this builder
   */
  public ServiceProviderBuilder identityProviders(IdentityProviders value) {
    identityProviders = value;
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
   * Builds the service provider.
   *
   * @return the service provider
   * @throws se.byggsten.saml.protocol.SamlException with code {@code SAML-CONFIG} when the metadata
   *     of the service break requirements of the federation, which are named
   * @throws NullPointerException when identity providers, store or clock are missing, and says how
   *     to give them
   */
  public ServiceProvider build() {
    return new ServiceProvider(this);
  }
}
