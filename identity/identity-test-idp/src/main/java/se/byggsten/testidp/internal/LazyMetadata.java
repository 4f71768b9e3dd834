package se.byggsten.testidp.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import se.byggsten.testidp.protocol.TestIdpException;
import se.byggsten.testidp.protocol.internal.MetadataSource;

/**
 * Metadata at an address, fetched when they are first needed and then kept until they are renewed.
 *
 * <p>Requests that are not understood come from anybody, so an address is asked again at most every
 * other second, whatever it answered.
 */
public final class LazyMetadata implements MetadataSource {
  private static final long BETWEEN = Duration.ofSeconds(2).toNanos();

  private final URI address;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private @Nullable String fetched;
  private Instant fetchedAt = Instant.EPOCH;
  private @Nullable TestIdpException failure;
  private long triedAgainAt;
  private boolean triedAgain;

  private LazyMetadata(URI address, Clock clock, LongSupplier nanoTime) {
    this.address = address;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** Returns the metadata at an address; the clock says when they were fetched. */
  public static LazyMetadata at(URI address, Clock clock) {
    return at(address, clock, System::nanoTime);
  }

  static LazyMetadata at(URI address, Clock clock, LongSupplier nanoTime) {
    return new LazyMetadata(address, clock, nanoTime);
  }

  @Override
  public synchronized String xml() {
    String known = fetched;
    if (known == null) {
      TestIdpException before = failure;
      if (before != null && !mayTryAgain()) {
        throw before;
      }
      known = fetch();
    }
    return known;
  }

  @Override
  public synchronized boolean renew() {
    String before = fetched;
    if (before == null || !mayTryAgain()) {
      return false;
    }
    try {
      return !fetch().equals(before);
    } catch (TestIdpException whatIsKnownIsKept) {
      return false;
    }
  }

  @Override
  public synchronized String origin() {
    return "fetched from "
        + HttpFetch.shown(address)
        + " at "
        + fetchedAt.truncatedTo(ChronoUnit.SECONDS);
  }

  private boolean mayTryAgain() {
    long now = nanoTime.getAsLong();
    if (triedAgain && now - triedAgainAt < BETWEEN) {
      return false;
    }
    triedAgain = true;
    triedAgainAt = now;
    return true;
  }

  private String fetch() {
    try {
      HttpFetch.Answer answer = HttpFetch.get(address, Map.of());
      if (answer.status() != 200) {
        throw new TestIdpException(
            "The metadata of the service cannot be fetched: %s answers %d"
                .formatted(HttpFetch.shown(address), answer.status()));
      }
      fetched = answer.body();
      fetchedAt = clock.instant();
      failure = null;
      return answer.body();
    } catch (TestIdpException e) {
      failure = e;
      throw e;
    }
  }
}
