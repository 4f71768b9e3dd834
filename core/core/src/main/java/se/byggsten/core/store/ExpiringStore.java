package se.byggsten.core.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps small values that go away by themselves: drafts, sessions, login requests, replay marks.
 *
 * <p>A key belongs to a namespace. An expired value is as good as removed. All methods may be
 * called from many threads and, for a shared store, many nodes.
 */
public interface ExpiringStore {
  /**
   * Finds a value that has not expired.
   *
   * @param namespace what kind of value, such as {@code draft}
   * @param key the key in the namespace; not personal data
   * @return the value with its version, or empty
   */
  Optional<StoredValue> find(String namespace, String key);

  /**
   * Puts a value unless the key already has one that has not expired.
   *
   * @param namespace what kind of value
   * @param key the key in the namespace
   * @param value the bytes
   * @param expiresAt when it goes away
   * @return true when it was put; false when another was first
   */
  boolean putIfAbsent(String namespace, String key, byte[] value, Instant expiresAt);

  /**
   * Replaces a value if nobody else has replaced it since it was read.
   *
   * @param namespace what kind of value
   * @param key the key in the namespace
   * @param expectedVersion the version that was read
   * @param value the new bytes
   * @param expiresAt when it goes away
   * @return the new version, or empty when the value is gone or has another version
   */
  Optional<Long> replace(
      String namespace, String key, long expectedVersion, byte[] value, Instant expiresAt);

  /**
   * Removes a value; does nothing when there is none.
   *
   * @param namespace what kind of value
   * @param key the key in the namespace
   */
  void remove(String namespace, String key);

  /**
   * Removes a value and returns it, so that only one caller ever gets it.
   *
   * @param namespace what kind of value
   * @param key the key in the namespace
   * @return the value, or empty when there is none that has not expired
   */
  Optional<StoredValue> take(String namespace, String key);

  /**
   * Removes what has expired.
   *
   * @return how many values were removed
   */
  int removeExpired();
}
