package se.byggsten.forms.draft;

import java.time.Instant;
import java.util.Optional;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.draft.internal.Sealing;

/**
 * A store whose values are sealed for one owner, and bound to where they lie.
 *
 * <p>The name of the key that sealed a value stands before it, so that an older key opens it.
 */
final class SealedStore implements ExpiringStore {
  private static final String PURPOSE = "draft content";
  private static final int FORMAT = 1;

  private final ExpiringStore store;
  private final DraftKeys keys;
  private final byte[] owner;
  private final String prefix;

  SealedStore(ExpiringStore store, DraftKeys keys, byte[] owner, String prefix) {
    this.store = store;
    this.keys = keys;
    this.owner = owner;
    this.prefix = prefix;
  }

  private String name(String key) {
    return prefix + key;
  }

  private static byte[] bound(String namespace, String name) {
    return new Pack.Writer().text(namespace).text(name).done();
  }

  private byte[] seal(String namespace, String key, byte[] value) {
    byte[] sealed =
        Sealing.seal(keys.derivedNow(PURPOSE, owner), value, bound(namespace, name(key)));
    return new Pack.Writer().number(FORMAT).text(keys.current()).bytes(sealed).done();
  }

  private StoredValue open(String namespace, String key, StoredValue stored) {
    byte[] plain =
        Pack.read(stored.bytes(), in -> opened(in, namespace, key))
            .flatMap(found -> found)
            .orElseThrow(
                () ->
                    new DraftException(
                        DraftException.DAMAGED,
                        "A stored draft has been altered; restore it or let it expire"));
    return StoredValue.of(plain, stored.version(), stored.expiresAt());
  }

  private Optional<byte[]> opened(Pack in, String namespace, String key) {
    if (in.number() != FORMAT) {
      return Optional.empty();
    }
    String id = in.text();
    byte[] sealed = in.bytes();
    byte[] contentKey =
        keys.derived(id, PURPOSE, owner)
            .orElseThrow(
                () ->
                    new DraftException(
                        DraftException.KEY_UNKNOWN,
                        "Give the draft store the key that older drafts were sealed with"));
    return Sealing.open(contentKey, sealed, bound(namespace, name(key)));
  }

  @Override
  public Optional<StoredValue> find(String namespace, String key) {
    return store.find(namespace, name(key)).map(value -> open(namespace, key, value));
  }

  @Override
  public boolean putIfAbsent(String namespace, String key, byte[] value, Instant expiresAt) {
    return store.putIfAbsent(namespace, name(key), seal(namespace, key, value), expiresAt);
  }

  @Override
  public Optional<Long> replace(
      String namespace, String key, long expectedVersion, byte[] value, Instant expiresAt) {
    return store.replace(
        namespace, name(key), expectedVersion, seal(namespace, key, value), expiresAt);
  }

  @Override
  public void remove(String namespace, String key) {
    store.remove(namespace, name(key));
  }

  @Override
  public Optional<StoredValue> take(String namespace, String key) {
    return store.take(namespace, name(key)).map(value -> open(namespace, key, value));
  }

  @Override
  public int removeExpired() {
    return store.removeExpired();
  }

  @Override
  public String toString() {
    return "SealedStore";
  }
}
