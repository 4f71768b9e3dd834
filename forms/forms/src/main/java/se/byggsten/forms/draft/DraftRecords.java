package se.byggsten.forms.draft;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.forms.run.AttachmentVault;

/** Where drafts, their files and what became of them lie in the store, sealed. */
final class DraftRecords {
  /**
   * A draft that was found.
   *
   * @param name where it lies; the same for as long as it lives, also when the keys are rotated
   * @param version its version
   * @param expiresAt when it goes away
   * @param envelope what was sealed
   */
  record Found(String name, long version, Instant expiresAt, Envelope envelope) {
    /** Leaves out what it holds. */
    @Override
    public String toString() {
      return "Found[version " + version + "]";
    }
  }

  private static final String DRAFT = "form-draft";
  private static final String OUTCOME = "form-draft-outcome";

  private final ExpiringStore store;
  private final DraftKeys keys;

  DraftRecords(ExpiringStore store, DraftKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  private String name(String keyId, DraftRef ref) {
    return HexFormat.of().formatHex(keys.derived(keyId, "draft name", ref.secret()).orElseThrow());
  }

  /** A name of a place that tells nobody whose it is. */
  String place(DraftRef ref) {
    return name(keys.current(), ref);
  }

  private SealedStore sealed(DraftRef ref) {
    return new SealedStore(store, keys, ref.secret(), "");
  }

  Optional<Found> find(DraftRef ref) {
    SealedStore sealed = sealed(ref);
    for (String keyId : keys.ids()) {
      String name = name(keyId, ref);
      Optional<StoredValue> value = sealed.find(DRAFT, name);
      if (value.isPresent()) {
        return value.map(v -> new Found(name, v.version(), v.expiresAt(), envelope(v)));
      }
    }
    return Optional.empty();
  }

  private static Envelope envelope(StoredValue value) {
    return Envelope.read(value.bytes())
        .orElseThrow(
            () ->
                new DraftException(
                    DraftException.DAMAGED, "A stored draft was written by another version"));
  }

  /** Empty when another window was first. */
  Optional<Found> create(DraftRef ref, Envelope envelope, Instant expiresAt) {
    String name = name(keys.current(), ref);
    return sealed(ref).putIfAbsent(DRAFT, name, envelope.write(), expiresAt)
        ? Optional.of(new Found(name, 1, expiresAt, envelope))
        : Optional.empty();
  }

  /** Empty when another window was first. */
  Optional<Found> replace(DraftRef ref, Found found, Envelope envelope, Instant expiresAt) {
    return sealed(ref)
        .replace(DRAFT, found.name(), found.version(), envelope.write(), expiresAt)
        .map(version -> new Found(found.name(), version, expiresAt, envelope));
  }

  /** What was removed; empty when another window was first. */
  Optional<Envelope> take(DraftRef ref, Found found) {
    return sealed(ref).take(DRAFT, found.name()).map(DraftRecords::envelope);
  }

  void forget(DraftRef ref) {
    keys.ids().forEach(keyId -> sealed(ref).remove(DRAFT, name(keyId, ref)));
  }

  AttachmentVault files(DraftRef ref, Found found) {
    return AttachmentVault.in(new SealedStore(store, keys, ref.secret(), found.name() + "/"));
  }

  void putOutcome(DraftRef ref, String outcome, Instant expiresAt) {
    String name = name(keys.current(), ref);
    SealedStore sealed = sealed(ref);
    sealed.remove(OUTCOME, name);
    byte[] bytes = outcome.getBytes(StandardCharsets.UTF_8);
    sealed.putIfAbsent(OUTCOME, name, bytes, expiresAt);
  }

  Optional<String> outcome(DraftRef ref) {
    SealedStore sealed = sealed(ref);
    return keys.ids().stream()
        .map(keyId -> sealed.find(OUTCOME, name(keyId, ref)))
        .flatMap(Optional::stream)
        .findFirst()
        .map(value -> new String(value.bytes(), StandardCharsets.UTF_8));
  }
}
