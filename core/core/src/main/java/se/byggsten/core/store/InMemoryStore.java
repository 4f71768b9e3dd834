package se.byggsten.core.store;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An {@link ExpiringStore} in memory, for one node and for tests.
 *
 * <p>It forgets what has expired by itself when it has grown, so that nobody fills the memory by
 * beginning what they never end.
 */
public final class InMemoryStore implements ExpiringStore {
  private record Key(String namespace, String key) {}

  private static final int SMALL = 1000;

  private final Clock clock;
  private final Map<Key, StoredValue> values = new HashMap<>();
  private int cleanAt = SMALL;

  private InMemoryStore(Clock clock) {
    this.clock = clock;
  }

  /**
   * Returns an empty store.
   *
   * @param clock says what has expired
   * @return the store
   */
  public static InMemoryStore with(Clock clock) {
    return new InMemoryStore(clock);
  }

  @Override
  public synchronized Optional<StoredValue> find(String namespace, String key) {
    return Optional.ofNullable(values.get(new Key(namespace, key))).filter(this::isLive);
  }

  @Override
  public synchronized boolean putIfAbsent(
      String namespace, String key, byte[] value, Instant expiresAt) {
    if (find(namespace, key).isPresent()) {
      return false;
    }
    if (values.size() >= cleanAt) {
      removeExpired();
      // Twice what is left, so that cleaning costs no more for each value the more there are.
      cleanAt = Math.max(SMALL, 2 * values.size());
    }
    values.put(new Key(namespace, key), StoredValue.of(value, 1, expiresAt));
    return true;
  }

  @Override
  public synchronized Optional<Long> replace(
      String namespace, String key, long expectedVersion, byte[] value, Instant expiresAt) {
    return find(namespace, key)
        .filter(current -> current.version() == expectedVersion)
        .map(
            current -> {
              long next = current.version() + 1;
              values.put(new Key(namespace, key), StoredValue.of(value, next, expiresAt));
              return next;
            });
  }

  @Override
  public synchronized void remove(String namespace, String key) {
    values.remove(new Key(namespace, key));
  }

  @Override
  public synchronized Optional<StoredValue> take(String namespace, String key) {
    Optional<StoredValue> found = find(namespace, key);
    remove(namespace, key);
    return found;
  }

  @Override
  public synchronized int removeExpired() {
    int before = values.size();
    values.values().removeIf(value -> !isLive(value));
    return before - values.size();
  }

  private boolean isLive(StoredValue value) {
    return clock.instant().isBefore(value.expiresAt());
  }
}
