package se.byggsten.saml.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataListener;
import se.byggsten.saml.metadata.MetadataState;
import se.byggsten.saml.protocol.SamlException;

/**
 * The documents of a feed: one for a whole federation, or one for each identity provider that a
 * query server is asked for.
 */
public final class FeedEngine {
  private static final Logger LOG = LoggerFactory.getLogger(FeedEngine.class);

  /** So many documents in a row that cannot be fetched mean that the server is away. */
  private static final int AWAY = 3;

  private static final int MOST_UNKNOWN = 1000;
  private static final int MOST_ASKED = 1000;
  private static final int MOST_AT_ONCE = 4;
  private static final int LONGEST_NAME = 1024;
  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);
  private static final String WHOLE = "";

  private final HeldDocument.Rules rules;
  private final FeedNews news;
  private final boolean perEntity;
  private final Function<String, HeldDocument.Place> places;
  private final Map<String, HeldDocument> documents = new ConcurrentHashMap<>();
  private final Deque<String> asked = new ArrayDeque<>();
  private final Map<String, Instant> unknown = new LinkedHashMap<>();
  private volatile Instant pauseUntil = Instant.MIN;
  private final AtomicInteger timesAway = new AtomicInteger();
  private final Semaphore asking = new Semaphore(MOST_AT_ONCE);

  private FeedEngine(
      HeldDocument.Rules rules,
      List<MetadataListener> listeners,
      boolean perEntity,
      Function<String, HeldDocument.Place> places) {
    this.rules = rules;
    this.news = new FeedNews(listeners);
    this.perEntity = perEntity;
    this.places = places;
  }

  /** Reads a whole federation from one place. */
  public static FeedEngine whole(FeedRules rules, MetadataSource source, Optional<DiskCopy> disk) {
    HeldDocument.Place place = new HeldDocument.Place(source, disk, Optional.empty());
    FeedEngine engine = new FeedEngine(rules.rules(), rules.listeners(), false, name -> place);
    engine.add(WHOLE);
    return engine;
  }

  /** Asks a query server for each of these and for those that are asked for later. */
  public static FeedEngine perEntity(
      FeedRules rules,
      Collection<String> entityIds,
      Function<String, MetadataSource> sources,
      Function<String, Optional<DiskCopy>> disks) {
    FeedEngine engine =
        new FeedEngine(
            rules.rules(),
            rules.listeners(),
            true,
            name ->
                new HeldDocument.Place(sources.apply(name), disks.apply(name), Optional.of(name)));
    entityIds.forEach(engine::add);
    return engine;
  }

  private void add(String name) {
    HeldDocument document = new HeldDocument(places.apply(name), rules);
    document
        .restore()
        .ifPresent(
            code -> LOG.info("{}: the copy on disk of {} is not used", code, document.name()));
    document.parsed().ifPresent(parsed -> news.compareKeys(parsed.identityProviders()));
    documents.put(name, document);
  }

  /** Finds an identity provider among those that are held. */
  public Optional<IdentityProviderMetadata> find(String entityId) {
    HeldDocument document = documents.get(perEntity ? entityId : WHOLE);
    return document == null ? Optional.empty() : document.find(entityId, now());
  }

  /** Returns all that are held and valid. */
  public List<IdentityProviderMetadata> all() {
    Instant now = now();
    if (!perEntity) {
      return held().findFirst().map(document -> document.all(now)).orElse(List.of());
    }
    return documents.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().all(now).stream())
        .toList();
  }

  /** Fetches all documents now. */
  public void refreshAll() {
    refresh(Instant.MAX);
  }

  /** Fetches the documents whose time has come. */
  public void refreshDue() {
    if (!now().isBefore(pauseUntil)) {
      refresh(now());
    }
  }

  private void refresh(Instant dueBy) {
    int away = 0;
    List<HeldDocument> due =
        held()
            .filter(document -> !document.next().isAfter(dueBy))
            .sorted(Comparator.comparing(HeldDocument::next))
            .toList();
    for (HeldDocument document : due) {
      Optional<ErrorCode> failure = attempt(document);
      away = failure.filter(MetadataErrors.FETCH::equals).isPresent() ? away + 1 : 0;
      if (away >= AWAY) {
        // Those that are left would else be tried at once, one small crowd after the other.
        pauseUntil = now().plus(pause());
        return;
      } else if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  /** Returns how long to let a server be that is away: not long when nobody at all can log in. */
  private Duration pause() {
    return state(now()) == MetadataState.NEVER_LOADED
        ? rules.plan().beforeTheFirst(timesAway.incrementAndGet())
        : rules.plan().shortest();
  }

  private Optional<ErrorCode> attempt(HeldDocument document) {
    try {
      document.refresh();
    } catch (SamlException e) {
      LOG.debug("Metadata from {} are not renewed", document.name(), e);
      if (Thread.currentThread().isInterrupted()) {
        return Optional.of(e.code());
      }
      news.failed(document, e, health(), now());
      return Optional.of(e.code());
    }
    document.parsed().ifPresent(parsed -> news.compareKeys(parsed.identityProviders()));
    timesAway.set(0);
    news.succeeded(document.name(), health());
    return Optional.empty();
  }

  /** Returns how long it is until a document is to be fetched; zero when one is due. */
  public Duration untilNext() {
    Instant now = now();
    return held()
        .map(HeldDocument::next)
        .min(Comparator.naturalOrder())
        .map(next -> next.isAfter(pauseUntil) ? next : pauseUntil)
        .map(next -> next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO)
        .orElse(rules.plan().longest());
  }

  /** Asks the query server for somebody who is not held; waits for its answer. */
  public Optional<IdentityProviderMetadata> prefetch(String entityId) {
    Optional<IdentityProviderMetadata> held = find(entityId);
    if (held.isPresent()
        || !perEntity
        || !isName(entityId)
        || documents.containsKey(entityId)
        || isUnknown(entityId)
        || !asking.tryAcquire()) {
      return held;
    }
    try {
      HeldDocument document = new HeldDocument(places.apply(entityId), rules);
      document.refresh();
      keep(entityId, document);
      document.parsed().ifPresent(parsed -> news.compareKeys(parsed.identityProviders()));
      return find(entityId);
    } catch (SamlException e) {
      // Whoever is asked for may be made up, so this is no failure of the feed's.
      LOG.debug("{}: the query server gives nobody", e.code(), e);
      remember(entityId);
      return Optional.empty();
    } finally {
      asking.release();
    }
  }

  private static boolean isName(String entityId) {
    try {
      return entityId.length() <= LONGEST_NAME && new URI(entityId).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private boolean isUnknown(String entityId) {
    synchronized (unknown) {
      Instant until = unknown.get(entityId);
      return until != null && now().isBefore(until);
    }
  }

  private void remember(String entityId) {
    synchronized (unknown) {
      unknown.remove(entityId);
      unknown.put(entityId, now().plus(UNKNOWN_FOR));
      if (unknown.size() > MOST_UNKNOWN) {
        unknown.remove(unknown.keySet().iterator().next());
      }
    }
  }

  private void keep(String entityId, HeldDocument document) {
    synchronized (asked) {
      if (documents.putIfAbsent(entityId, document) == null) {
        asked.add(entityId);
      }
      if (asked.size() > MOST_ASKED) {
        documents.remove(asked.remove());
      }
    }
  }

  /** Returns how it goes, of several documents the worst. */
  public MetadataHealth health() {
    Instant now = now();
    return new MetadataHealth(
        state(now),
        all().size(),
        held().flatMap(d -> d.parsed().stream()).mapToInt(ParsedMetadata::ambiguous).sum(),
        held().flatMap(d -> d.lastSuccess().stream()).max(Comparator.naturalOrder()),
        held().flatMap(d -> d.lastAttempt().stream()).max(Comparator.naturalOrder()),
        held()
            .filter(d -> d.lastError().isPresent())
            .max(Comparator.comparing(d -> d.lastAttempt().orElse(Instant.MIN)))
            .flatMap(HeldDocument::lastError),
        held()
            .flatMap(d -> d.parsed().flatMap(ParsedMetadata::validUntil).stream())
            .min(Comparator.naturalOrder()),
        held()
            .map(HeldDocument::next)
            .filter(next -> !next.equals(Instant.MIN))
            .min(Comparator.naturalOrder()));
  }

  private MetadataState state(Instant now) {
    List<MetadataState> states = held().map(d -> d.state(now)).distinct().toList();
    boolean anyUsable =
        states.contains(MetadataState.FRESH) || states.contains(MetadataState.STALE);
    if (states.size() == 1) {
      return states.get(0);
    } else if (anyUsable) {
      return MetadataState.STALE;
    }
    return states.contains(MetadataState.EXPIRED)
        ? MetadataState.EXPIRED
        : MetadataState.NEVER_LOADED;
  }

  private Stream<HeldDocument> held() {
    return documents.values().stream();
  }

  private Instant now() {
    return rules.clock().instant();
  }
}
