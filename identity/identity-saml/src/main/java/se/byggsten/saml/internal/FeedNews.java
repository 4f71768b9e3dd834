package se.byggsten.saml.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.KeyChange;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataListener;
import se.byggsten.saml.metadata.MetadataState;
import se.byggsten.saml.protocol.SamlException;

/**
 * Tells the log and whoever listens what happens, once each.
 *
 * <p>A failure that goes on is warned of when it begins, when it becomes another or worse, and once
 * a day.
 */
final class FeedNews {
  private static final Logger LOG = LoggerFactory.getLogger(FeedNews.class);
  private static final Duration REMINDER = Duration.ofDays(1);

  /** Those that have gone are remembered too, so that none comes back with a new key unseen. */
  private static final int MOST_REMEMBERED = 20_000;

  private static final int MOST_LOGGED = 20;
  private static final int DEEPEST_CAUSE = 10;

  private final List<MetadataListener> listeners;
  private final Map<String, Set<String>> keys = new LinkedHashMap<>();
  private Optional<ErrorCode> warnedOf = Optional.empty();
  private MetadataState worst = MetadataState.FRESH;
  private Instant warnedAt = Instant.MIN;

  FeedNews(List<MetadataListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /** Tells that a document is in use that was fetched or found unchanged. */
  synchronized void succeeded(String source, MetadataHealth health) {
    if (warnedOf.isPresent() && health.lastError().isEmpty()) {
      LOG.info("Metadata from {} are fetched again", source);
      warnedOf = Optional.empty();
      worst = MetadataState.FRESH;
    }
    tell(listener -> listener.refreshed(health));
  }

  /** Tells that a document could not be fetched or was refused. */
  synchronized void failed(
      HeldDocument document, SamlException why, MetadataHealth health, Instant now) {
    String source = document.name();
    ErrorCode code = why.code();
    boolean news =
        !warnedOf.equals(Optional.of(code))
            || worst != health.state()
            || !now.isBefore(warnedAt.plus(REMINDER));
    if (news) {
      LOG.warn(
          "{}: metadata from {} are not renewed: {}; the next attempt is at {}; the state is {}, {}"
              + " identity providers",
          code,
          source,
          cause(why),
          document.next().truncatedTo(ChronoUnit.SECONDS),
          health.state(),
          health.identityProviders());
      warnedOf = Optional.of(code);
      worst = health.state();
      warnedAt = now;
    } else {
      LOG.debug("{}: metadata from {} are still not renewed", code, source);
    }
    tell(listener -> listener.failed(code, health));
  }

  /**
   * Returns what to mend, and of which kind the faults below are; not what those say, which may
   * hold what the other side sent.
   */
  private static String cause(SamlException why) {
    Set<String> kinds = new LinkedHashSet<>();
    Throwable below = why.getCause();
    for (int depth = 0; below != null && depth < DEEPEST_CAUSE; depth++) {
      if (!(below instanceof ExecutionException || below instanceof CompletionException)) {
        kinds.add(below.getClass().getSimpleName());
      }
      below = below.getCause();
    }
    String text = String.valueOf(why.getMessage());
    String code = why.code() + ": ";
    return LogText.of(
        (text.startsWith(code) ? text.substring(code.length()) : text)
            + (kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")"));
  }

  /** Compares the keys with those that were last seen. */
  synchronized void compareKeys(List<IdentityProviderMetadata> identityProviders) {
    int logged = 0;
    for (IdentityProviderMetadata one : identityProviders) {
      Set<String> before = keys.put(one.entityId(), one.signingKeys());
      if (before != null && !before.equals(one.signingKeys())) {
        KeyChange change =
            new KeyChange(
                one.entityId(),
                without(one.signingKeys(), before),
                without(before, one.signingKeys()));
        if (logged++ < MOST_LOGGED) {
          LOG.warn(
              "SAML-METADATA-KEYS: {} signs with other keys: new {}, gone {}",
              one.entityId().replaceAll("\\p{Cntrl}", "?"),
              change.added(),
              change.removed());
        }
        tell(listener -> listener.keysChanged(change));
      }
    }
    while (keys.size() > MOST_REMEMBERED) {
      keys.remove(keys.keySet().iterator().next());
    }
  }

  private static Set<String> without(Set<String> from, Set<String> what) {
    Set<String> left = new TreeSet<>(from);
    left.removeAll(what);
    return left;
  }

  private void tell(Consumer<MetadataListener> news) {
    for (MetadataListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        LOG.warn("A listener to metadata throws", e);
      }
    }
  }
}
