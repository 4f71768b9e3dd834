package se.byggsten.saml.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.protocol.SamlException;

/**
 * What metadata hold.
 *
 * @param identityProviders those that can be used, each with another name
 * @param validUntil when the whole ends
 * @param cacheDuration after how long some part of it is to be fetched again, at the latest
 * @param createdAt when it was made ({@code mdrpi:PublicationInfo})
 * @param ambiguous how many names were passed over for being declared twice with different keys
 */
public record ParsedMetadata(
    List<IdentityProviderMetadata> identityProviders,
    Optional<Instant> validUntil,
    Optional<Duration> cacheDuration,
    Optional<Instant> createdAt,
    int ambiguous) {
  /**
   * Returns the same with nobody but this one, who was asked for.
   *
   * @throws SamlException when it is not there
   */
  ParsedMetadata only(String entityId) {
    List<IdentityProviderMetadata> one =
        identityProviders.stream().filter(idp -> idp.entityId().equals(entityId)).toList();
    if (one.isEmpty()) {
      throw new SamlException(
          MetadataErrors.CONTENT, "The metadata are not of the identity provider asked for");
    }
    return new ParsedMetadata(one, validUntil, cacheDuration, createdAt, ambiguous);
  }
}
