package se.byggsten.saml.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The identity providers that a service can use now.
 *
 * <p>Asked at every login, from many threads. No method ever waits for a network, a file or a lock
 * that is held during either. Whoever is returned has metadata that are valid now.
 */
public interface IdentityProviders {
  /**
   * Finds an identity provider.
   *
   * @param entityId its name in the federation; may come from outside and hold anything
   * @return its metadata, or empty when it is not known or they are not valid any more
   */
  Optional<IdentityProviderMetadata> find(String entityId);

  /**
   * Returns all of them.
   *
   * @return those whose metadata are valid, in the order of the source; unmodifiable
   */
  List<IdentityProviderMetadata> all();

  /**
   * Returns such as never change, whoever's clock it is.
   *
   * <p>The end of their validity is not watched here: the service provider does that.
   *
   * @param fixed the identity providers, each with another name
   * @return the port
   * @throws IllegalArgumentException when two have the same name
   */
  static IdentityProviders of(List<IdentityProviderMetadata> fixed) {
    Map<String, IdentityProviderMetadata> byName = new LinkedHashMap<>();
    for (IdentityProviderMetadata one : fixed) {
      if (byName.put(one.entityId(), one) != null) {
        throw new IllegalArgumentException("Two identity providers have the same name");
      }
    }
    return new FixedIdentityProviders(Map.copyOf(byName), List.copyOf(fixed));
  }
}
