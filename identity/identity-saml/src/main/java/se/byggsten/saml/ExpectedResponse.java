package se.byggsten.saml;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.metadata.IdentityProviderMetadata;

/**
 * What a response must be an answer to.
 *
 * @param requestId the id of the request
 * @param identityProvider who was asked
 * @param levels the levels that were asked for; empty when none was, and then one that the identity
 *     provider declares is enough
 * @param forcedAt when identification anew was asked for, or empty when it was not
 */
public record ExpectedResponse(
    String requestId,
    IdentityProviderMetadata identityProvider,
    Set<AssuranceLevel> levels,
    Optional<Instant> forcedAt) {

  /** Copies the levels. */
  public ExpectedResponse {
    levels = Set.copyOf(levels);
  }

  /**
   * Returns what answers a request in which neither a level nor identification anew was asked for.
   *
   * @param requestId the id of the request
   * @param identityProvider who was asked
   * @return what is expected
   */
  public static ExpectedResponse to(String requestId, IdentityProviderMetadata identityProvider) {
    return new ExpectedResponse(requestId, identityProvider, Set.of(), Optional.empty());
  }

  /**
   * Returns the same with the levels that were asked for.
   *
   * @param asked the levels
   * @return what is expected
   */
  public ExpectedResponse withLevels(Set<AssuranceLevel> asked) {
    return new ExpectedResponse(requestId, identityProvider, asked, forcedAt);
  }

  /**
   * Returns the same for a request that asked for identification anew.
   *
   * @param askedAt when it was sent
   * @return what is expected
   */
  public ExpectedResponse forcedAt(Instant askedAt) {
    return new ExpectedResponse(requestId, identityProvider, levels, Optional.of(askedAt));
  }
}
