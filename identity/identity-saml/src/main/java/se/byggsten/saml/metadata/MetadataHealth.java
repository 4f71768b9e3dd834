package se.byggsten.saml.metadata;

import java.time.Instant;
import java.util.Optional;
import se.byggsten.core.ErrorCode;

/**
 * How it goes with fetching metadata, to be watched by whoever runs the service.
 *
 * @param state how good the metadata in use are
 * @param identityProviders how many can be used now
 * @param ambiguous how many names were passed over for being declared twice with different keys
 * @param lastSuccess when they were last fetched, or found unchanged
 * @param lastAttempt when that was last tried
 * @param lastError the code of what went wrong at the last attempt; empty when nothing did
 * @param validUntil when the metadata in use end; the first to end, where there are several
 * @param nextRefresh when they are to be fetched next
 */
public record MetadataHealth(
    MetadataState state,
    int identityProviders,
    int ambiguous,
    Optional<Instant> lastSuccess,
    Optional<Instant> lastAttempt,
    Optional<ErrorCode> lastError,
    Optional<Instant> validUntil,
    Optional<Instant> nextRefresh) {}
