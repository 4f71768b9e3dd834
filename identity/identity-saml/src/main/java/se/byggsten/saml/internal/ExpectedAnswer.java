package se.byggsten.saml.internal;

import java.time.Instant;
import java.util.Set;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.protocol.RequiredIdentity;

/**
 * What an answer must be an answer to.
 *
 * @param requestId the id of the request
 * @param identityProvider who was asked
 * @param levels the levels that were asked for
 * @param forceAuthn whether identification anew was asked for
 * @param askedAt when
 * @param required what the service needs to know
 */
public record ExpectedAnswer(
    String requestId,
    IdentityProviderMetadata identityProvider,
    Set<AssuranceLevel> levels,
    boolean forceAuthn,
    Instant askedAt,
    RequiredIdentity required) {}
