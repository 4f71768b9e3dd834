package se.byggsten.forms.draft;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.spi.AttemptLimit;

/** Counts tries in a store that all nodes share: so many in so long a time, from the first one. */
public final class StoredAttempts implements AttemptLimit {
  private static final String NAMESPACE = "form-attempt";
  private static final int RETRIES = 20;

  private final ExpiringStore store;
  private final DraftKeys keys;
  private final Clock clock;
  private final int most;
  private final Duration window;

  private StoredAttempts(
      ExpiringStore store, DraftKeys keys, Clock clock, int most, Duration window) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.most = most;
    this.window = window;
  }

  /**
   * Returns a limit.
   *
   * @param store where the counts lie
   * @param keys hash who tries
   * @param clock the time
   * @param most how many tries are let through
   * @param window in how long a time, counted from the first
   * @return the limit
   */
  public static StoredAttempts in(
      ExpiringStore store, DraftKeys keys, Clock clock, int most, Duration window) {
    return new StoredAttempts(store, keys, clock, most, window);
  }

  @Override
  public boolean permits(String kind, String who) {
    byte[] asked = new Pack.Writer().text(kind).text(who).done();
    String name = HexFormat.of().formatHex(keys.derivedNow("attempt", asked));
    for (int i = 0; i < RETRIES; i++) {
      Instant until = clock.instant().plus(window);
      if (store.putIfAbsent(NAMESPACE, name, count(1), until)) {
        return most >= 1;
      }
      Optional<StoredValue> found = store.find(NAMESPACE, name);
      if (found.isEmpty()) {
        continue;
      }
      long tried = Pack.read(found.get().bytes(), Pack::number).orElse(Long.MAX_VALUE);
      if (tried >= most) {
        return false;
      }
      long version = found.get().version();
      Instant ends = found.get().expiresAt();
      if (store.replace(NAMESPACE, name, version, count(tried + 1), ends).isPresent()) {
        return true;
      }
    }
    // So many at once is what the limit is against.
    return false;
  }

  private static byte[] count(long tries) {
    return new Pack.Writer().number(tries).done();
  }

  @Override
  public String toString() {
    return "StoredAttempts[" + most + " in " + window + "]";
  }
}
