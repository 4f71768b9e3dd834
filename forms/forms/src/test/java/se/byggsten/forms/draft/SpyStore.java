package se.byggsten.forms.draft;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;

/** Remembers every name and value that was put. */
public final class SpyStore implements ExpiringStore {
  private final ExpiringStore store;
  public final Map<String, byte[]> put = new LinkedHashMap<>();

  public SpyStore(ExpiringStore store) {
    this.store = store;
  }

  @Override
  public Optional<StoredValue> find(String namespace, String key) {
    return store.find(namespace, key);
  }

  @Override
  public boolean putIfAbsent(String namespace, String key, byte[] value, Instant expiresAt) {
    put.put(namespace + " " + key, value);
    return store.putIfAbsent(namespace, key, value, expiresAt);
  }

  @Override
  public Optional<Long> replace(
      String namespace, String key, long version, byte[] value, Instant expiresAt) {
    put.put(namespace + " " + key, value);
    return store.replace(namespace, key, version, value, expiresAt);
  }

  @Override
  public void remove(String namespace, String key) {
    store.remove(namespace, key);
  }

  @Override
  public Optional<StoredValue> take(String namespace, String key) {
    return store.take(namespace, key);
  }

  @Override
  public int removeExpired() {
    return store.removeExpired();
  }
}
