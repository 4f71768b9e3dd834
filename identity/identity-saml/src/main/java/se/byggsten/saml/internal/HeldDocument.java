package se.byggsten.saml.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.MetadataState;
import se.byggsten.saml.protocol.SamlException;

/**
 * One metadata document: its last good copy, and when to fetch it next.
 *
 * <p>Readers see the copy as it was until a new one has been verified; then that one, all at once.
 * They take no lock. One thread at a time fetches.
 */
final class HeldDocument {
  /**
   * What all documents of a feed have in common.
   *
   * @param trust why they are believed
   * @param plan when they are fetched
   * @param clock what time it is
   */
  record Rules(MetadataTrust trust, RefreshPlan plan, Clock clock) {}

  /** The document in use, by name of identity provider. */
  private record Copy(
      ParsedMetadata parsed,
      Map<String, IdentityProviderMetadata> byName,
      Optional<Instant> firstEnd,
      String digest) {
    static Copy of(ParsedMetadata parsed, String digest) {
      Map<String, IdentityProviderMetadata> byName = new LinkedHashMap<>();
      parsed.identityProviders().forEach(one -> byName.put(one.entityId(), one));
      return new Copy(
          parsed,
          Map.copyOf(byName),
          parsed.identityProviders().stream()
              .flatMap(one -> one.validUntil().stream())
              .min(Instant::compareTo),
          digest);
    }
  }

  /** How the attempts went. */
  private record Attempts(
      Optional<Instant> lastSuccess,
      Optional<Instant> lastAttempt,
      Optional<ErrorCode> lastError,
      int failures,
      Instant next) {}

  /**
   * Where a document comes from and is kept.
   *
   * @param source where it comes from
   * @param disk where the last good copy is kept, if anywhere
   * @param only the one identity provider that it is to be about, if it is
   */
  record Place(MetadataSource source, Optional<DiskCopy> disk, Optional<String> only) {}

  private final Place place;
  private final Rules rules;
  private volatile @Nullable Copy copy;
  private volatile Attempts attempts;
  private MetadataSource.Version version = MetadataSource.Version.NONE;

  HeldDocument(Place place, Rules rules) {
    this.place = place;
    this.rules = rules;
    attempts = new Attempts(Optional.empty(), Optional.empty(), Optional.empty(), 0, Instant.MIN);
  }

  /** Uses the copy on disk, where there is one that can be believed now. */
  synchronized Optional<ErrorCode> restore() {
    Optional<byte[]> content = place.disk().flatMap(DiskCopy::read);
    try {
      content.ifPresent(bytes -> copy = Copy.of(parse(bytes, now()), Digests.sha256(bytes)));
      return Optional.empty();
    } catch (SamlException e) {
      return Optional.of(e.code());
    }
  }

  /**
   * Fetches, verifies and puts in use.
   *
   * @throws SamlException when that fails; the copy before stays in use
   */
  synchronized void refresh() {
    Instant now = now();
    try {
      fetch(now);
      Duration wait =
          rules.plan().afterSuccess(parsed().flatMap(ParsedMetadata::cacheDuration), left(now));
      attempts =
          new Attempts(Optional.of(now), Optional.of(now), Optional.empty(), 0, now.plus(wait));
    } catch (SamlException e) {
      failed(now, e);
      throw e;
    } catch (RuntimeException e) {
      SamlException unforeseen =
          new SamlException(MetadataErrors.FETCH, "Fetching metadata failed, unforeseen", e);
      failed(now, unforeseen);
      throw unforeseen;
    }
  }

  private void failed(Instant now, SamlException why) {
    int failures = attempts.failures() + 1;
    attempts =
        new Attempts(
            attempts.lastSuccess(),
            Optional.of(now),
            Optional.of(why.code()),
            failures,
            now.plus(
                copy == null
                    ? rules.plan().beforeTheFirst(failures)
                    : rules.plan().afterFailure(failures, left(now))));
  }

  private void fetch(Instant now) {
    Copy before = copy;
    boolean usable = before != null && !hasEnded(before, now);
    MetadataSource.Fetched fetched =
        place.source().fetch(usable ? version : MetadataSource.Version.NONE);
    byte[] content = fetched.content();
    if (content == null) {
      return;
    }
    String digest = Digests.sha256(content);
    if (before == null || !usable || !digest.equals(before.digest())) {
      ParsedMetadata fresh = parse(content, now);
      if (before != null && rules.trust().signed() && isOlder(fresh, before.parsed())) {
        throw new SamlException(
            MetadataErrors.OLDER,
            "The metadata are older than those in use, which stay: ask the federation");
      }
      copy = Copy.of(fresh, digest);
      place.disk().ifPresent(disk -> disk.write(content));
    }
    version = fetched.version();
  }

  private ParsedMetadata parse(byte[] content, Instant now) {
    ParsedMetadata parsed = MetadataParser.parse(content, rules.trust(), now);
    if (parsed.identityProviders().isEmpty()) {
      throw new SamlException(
          MetadataErrors.CONTENT,
          "The metadata hold no identity provider that can be used: check the address");
    }
    return place.only().map(parsed::only).orElse(parsed);
  }

  /** Old metadata that were rightly signed once can bring back a key that was taken out since. */
  private static boolean isOlder(ParsedMetadata fresh, ParsedMetadata held) {
    if (fresh.createdAt().isPresent() && held.createdAt().isPresent()) {
      return fresh.createdAt().get().isBefore(held.createdAt().get());
    }
    return held.validUntil().isPresent()
        && fresh.validUntil().filter(held.validUntil().get()::isAfter).isPresent();
  }

  Optional<IdentityProviderMetadata> find(String entityId, Instant now) {
    Copy current = copy;
    return current == null
        ? Optional.empty()
        : Optional.ofNullable(current.byName().get(entityId)).filter(one -> one.isValid(now));
  }

  List<IdentityProviderMetadata> all(Instant now) {
    Copy current = copy;
    if (current == null) {
      return List.of();
    }
    List<IdentityProviderMetadata> all = current.parsed().identityProviders();
    return current.firstEnd().map(now::isBefore).orElse(true)
        ? all
        : all.stream().filter(one -> one.isValid(now)).toList();
  }

  MetadataState state(Instant now) {
    Copy current = copy;
    Attempts tried = attempts;
    if (current == null) {
      return MetadataState.NEVER_LOADED;
    } else if (hasEnded(current, now)) {
      return MetadataState.EXPIRED;
    }
    boolean overdue = tried.next().isBefore(now.minus(rules.plan().longest()));
    return tried.lastSuccess().isEmpty() || tried.lastError().isPresent() || overdue
        ? MetadataState.STALE
        : MetadataState.FRESH;
  }

  private static boolean hasEnded(Copy copy, Instant now) {
    return copy.parsed().validUntil().filter(end -> !now.isBefore(end)).isPresent();
  }

  private Optional<Duration> left(Instant now) {
    Copy current = copy;
    return current == null
        ? Optional.empty()
        : Stream.concat(
                current.parsed().validUntil().stream(),
                current.parsed().identityProviders().stream()
                    .flatMap(one -> one.validUntil().stream())
                    .filter(now::isBefore))
            .min(Instant::compareTo)
            .map(end -> Duration.between(now, end));
  }

  Optional<ParsedMetadata> parsed() {
    return Optional.ofNullable(copy).map(Copy::parsed);
  }

  Optional<Instant> lastSuccess() {
    return attempts.lastSuccess();
  }

  Optional<Instant> lastAttempt() {
    return attempts.lastAttempt();
  }

  Optional<ErrorCode> lastError() {
    return attempts.lastError();
  }

  /** Returns when to fetch next; long ago when that has never been tried. */
  Instant next() {
    return attempts.next();
  }

  String name() {
    return place.source().name();
  }

  private Instant now() {
    return rules.clock().instant();
  }
}
