package se.byggsten.saml.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Identity providers that were given once. */
record FixedIdentityProviders(
    Map<String, IdentityProviderMetadata> byName, List<IdentityProviderMetadata> all)
    implements IdentityProviders {
  @Override
  public Optional<IdentityProviderMetadata> find(String entityId) {
    return Optional.ofNullable(byName.get(entityId));
  }
}
