package se.byggsten.saml;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.saml.internal.FeedEngine;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.MetadataHealth;

/**
 * The identity providers of a federation, fetched again and again.
 *
 * <p>What is fetched is used when it is verified, all at once; until then, and when it fails, the
 * last good copy stays in use until the end of its validity. Nobody who asks waits for that. Signed
 * metadata that are older than those in use are refused: by the instant at which they were made,
 * where both say it ({@code mdrpi:PublicationInfo}), else by the end of their validity. An entity
 * id that is declared twice with different keys or addresses is used neither way. An identity
 * provider that a query server no longer knows stays until its metadata end.
 *
 * <p>Sources: Deployment Profile 2; SAML 2.0 Metadata 4; Metadata Query Protocol
 * (draft-young-md-query) and its SAML profile.
 */
public final class MetadataFeed implements IdentityProviders, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetadataFeed.class);

  /** No sleep is longer, so that a clock that is set or a machine that slept is noticed. */
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  private static final Duration SHORTEST_SLEEP = Duration.ofSeconds(1);

  private final FeedEngine engine;
  private final Object schedule = new Object();
  private @Nullable ScheduledExecutorService executor;
  private boolean ownExecutor;
  private @Nullable ScheduledFuture<?> next;
  private boolean closed;

  MetadataFeed(FeedEngine engine) {
    this.engine = engine;
  }

  /**
   * Reads a federation from an address.
   *
   * @param address an address of https; also http, when the metadata are signed
   * @return the builder
   */
  public static MetadataFeedBuilder from(URI address) {
    return MetadataFeedBuilder.http(address);
  }

  /**
   * Reads a federation, or one entity, from a file that somebody else replaces.
   *
   * @param file the file
   * @return the builder
   */
  public static MetadataFeedBuilder from(Path file) {
    return MetadataFeedBuilder.file(file);
  }

  /**
   * Asks a query server (MDQ) for each identity provider.
   *
   * @param base the server's base address, to which {@code entities/} is added
   * @param entityIds those that are fetched and kept fresh from the beginning
   * @return the builder
   */
  public static MetadataFeedBuilder query(URI base, Set<String> entityIds) {
    return MetadataFeedBuilder.query(base, entityIds);
  }

  @Override
  public Optional<IdentityProviderMetadata> find(String entityId) {
    return engine.find(entityId);
  }

  @Override
  public List<IdentityProviderMetadata> all() {
    return engine.all();
  }

  /**
   * Finds an identity provider, and asks the query server when it is not known.
   *
   * <p>Waits for the answer, at most the time-out. Whoever the server does not know is not asked
   * for again for a minute, at most four are asked for at once, and of those that were asked for in
   * this way the thousand last are kept. A feed without a query server knows all it can know.
   *
   * @param entityId its name in the federation; may come from outside and hold anything
   * @return its metadata, or empty when it is not known, cannot be fetched or too many are asked
   *     for at once
   */
  public Optional<IdentityProviderMetadata> prefetch(String entityId) {
    return engine.prefetch(entityId);
  }

  /**
   * Fetches now, in the thread of the caller, and waits for it.
   *
   * <p>For a first load before the service opens, for a timer of one's own and for tests.
   *
   * @return how it went
   */
  public MetadataHealth refresh() {
    engine.refreshAll();
    return engine.health();
  }

  /**
   * Tells how it goes.
   *
   * @return the state of the metadata and of the attempts to fetch them
   */
  public MetadataHealth health() {
    return engine.health();
  }

  /** Fetches from now on in the background; the given executor is not shut down at the end. */
  void start(@Nullable ScheduledExecutorService given) {
    synchronized (schedule) {
      ownExecutor = given == null;
      executor =
          given != null
              ? given
              : Executors.newSingleThreadScheduledExecutor(
                  task -> {
                    Thread thread = new Thread(task, "byggsten-saml-metadata");
                    thread.setDaemon(true);
                    return thread;
                  });
    }
    sleep(Duration.ZERO);
  }

  private void sleep(Duration duration) {
    synchronized (schedule) {
      if (!closed && executor != null) {
        next = executor.schedule(this::tick, duration.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private void tick() {
    Duration pause = LONGEST_SLEEP;
    try {
      engine.refreshDue();
      Duration wanted = engine.untilNext();
      pause = wanted.compareTo(LONGEST_SLEEP) > 0 ? LONGEST_SLEEP : wanted;
    } catch (RuntimeException e) {
      LOG.error("SAML-METADATA-FETCH: fetching metadata failed in an unforeseen way", e);
    } finally {
      sleep(pause.compareTo(SHORTEST_SLEEP) < 0 ? SHORTEST_SLEEP : pause);
    }
  }

  /** Stops fetching; what is held can still be asked for. */
  @Override
  public void close() {
    synchronized (schedule) {
      closed = true;
      if (next != null) {
        next.cancel(true);
      }
      if (executor != null && ownExecutor) {
        executor.shutdownNow();
      }
    }
  }
}
