package se.byggsten.forms.draft;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.draft.internal.Sealing;

/**
 * The service's keys for drafts: the one that seals now, and older ones that still open.
 *
 * <p>To rotate, put a new key first and keep the old one for as long as a draft or a saved file can
 * live; drafts are sealed anew at their next change.
 *
 * <pre>{@code
 * DraftKeys keys = DraftKeys.of("2026-11", fresh).and("2025-11", old);
 * }</pre>
 */
public final class DraftKeys {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");

  private final Map<String, byte[]> secrets;

  private DraftKeys(Map<String, byte[]> secrets) {
    this.secrets = secrets;
  }

  /**
   * Returns the key that seals.
   *
   * @param id its name, 1 to 40 letters, digits, points, hyphens or underscores; stored with what
   *     it seals
   * @param secret at least 32 random bytes, which the service keeps secret
   * @return the keys
   * @throws IllegalArgumentException when the name or the length will not do
   */
  public static DraftKeys of(String id, byte[] secret) {
    return new DraftKeys(Map.of()).and(id, secret);
  }

  /**
   * Returns these keys and an older one, which only opens.
   *
   * @param id its name
   * @param secret its bytes
   * @return the keys
   * @throws IllegalArgumentException when the name or the length will not do, or the name is taken
   */
  public DraftKeys and(String id, byte[] secret) {
    if (!ID.matcher(id).matches() || secret.length < Sealing.KEY || secrets.containsKey(id)) {
      throw new IllegalArgumentException(
          "A key has a name of its own and at least " + Sealing.KEY + " bytes");
    }
    Map<String, byte[]> more = new LinkedHashMap<>(secrets);
    more.put(id, secret.clone());
    return new DraftKeys(more);
  }

  /**
   * Returns a store that seals what it keeps with these keys, for what belongs to drafts.
   *
   * @param store where the sealed values lie
   * @param purpose what is kept there; another purpose has another key
   * @return the sealing store; it throws {@link DraftException#DAMAGED} or {@link
   *     DraftException#KEY_UNKNOWN} for a value that it cannot open
   */
  public ExpiringStore sealing(ExpiringStore store, String purpose) {
    byte[] owner = new Pack.Writer().text("purpose").text(purpose).done();
    return new SealedStore(store, this, owner, "");
  }

  String current() {
    return ids().get(0);
  }

  List<String> ids() {
    return List.copyOf(secrets.keySet());
  }

  /** A key for one purpose and context alone; empty when there is no key of that name. */
  Optional<byte[]> derived(String id, String purpose, byte[]... context) {
    return Optional.ofNullable(secrets.get(id))
        .map(
            secret ->
                Sealing.hmac(secret, ("byggsten " + purpose).getBytes(StandardCharsets.UTF_8)))
        .map(key -> Sealing.hmac(key, context));
  }

  /** The same, with the key that seals. */
  byte[] derivedNow(String purpose, byte[]... context) {
    return derived(current(), purpose, context).orElseThrow();
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "DraftKeys" + ids();
  }
}
