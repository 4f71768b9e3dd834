package se.byggsten.samples.benchmarks.saml;

import java.time.Instant;
import java.util.Optional;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;

/**
 * Takes every mark against replay and forgets it, so that one answer can be verified again and
 * again; the peers keep no marks at all.
 */
final class ForgetfulStore implements ExpiringStore {
  @Override
  public Optional<StoredValue> find(String namespace, String key) {
    return Optional.empty();
  }

  @Override
  public boolean putIfAbsent(String namespace, String key, byte[] value, Instant expiresAt) {
    return true;
  }

  @Override
  public Optional<Long> replace(
      String namespace, String key, long expectedVersion, byte[] value, Instant expiresAt) {
    return Optional.empty();
  }

  @Override
  public void remove(String namespace, String key) {}

  @Override
  public Optional<StoredValue> take(String namespace, String key) {
    return Optional.empty();
  }

  @Override
  public int removeExpired() {
    return 0;
  }
}
