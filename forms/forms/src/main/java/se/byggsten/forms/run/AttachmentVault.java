package se.byggsten.forms.run;

import java.time.Instant;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormException;
import se.byggsten.forms.internal.hash.Sha256;

/** Keeps the bytes of attachments in a store until they are sent or forgotten. */
public final class AttachmentVault {
  private static final String NAMESPACE = "form-attachment";

  private final ExpiringStore store;

  private AttachmentVault(ExpiringStore store) {
    this.store = store;
  }

  /**
   * Returns a vault.
   *
   * @param store where the bytes lie
   * @return the vault
   */
  public static AttachmentVault in(ExpiringStore store) {
    return new AttachmentVault(store);
  }

  /**
   * Does what a post says about files: puts the new away, takes the removed away.
   *
   * @param step what the post led to
   * @param expiresAt when the bytes go away by themselves
   */
  public void apply(StepResult step, Instant expiresAt) {
    for (AttachmentContent file : step.added()) {
      store.putIfAbsent(NAMESPACE, file.ref().id(), file.bytes(), expiresAt);
    }
    step.removed().forEach(file -> store.remove(NAMESPACE, file.id()));
  }

  /**
   * Returns the bytes of a file.
   *
   * @param file the reference, from a state
   * @return the bytes
   * @throws FormException {@link FormException#ATTACHMENT_GONE} when they are gone or not the same
   */
  public byte[] get(AttachmentRef file) {
    byte[] bytes =
        store.find(NAMESPACE, file.id()).map(StoredValue::bytes).orElseThrow(AttachmentVault::gone);
    if (!Sha256.hex(bytes).equals(file.sha256())) {
      throw gone();
    }
    return bytes;
  }

  /**
   * Puts the bytes of a file away again, such as those of a draft that was kept elsewhere.
   *
   * @param file the reference, from a state
   * @param bytes the bytes
   * @param expiresAt when the bytes go away by themselves
   * @throws FormException {@link FormException#ATTACHMENT_GONE} when they are not those of the
   *     reference
   */
  public void put(AttachmentRef file, byte[] bytes, Instant expiresAt) {
    if (!Sha256.hex(bytes).equals(file.sha256())) {
      throw gone();
    }
    store.remove(NAMESPACE, file.id());
    store.putIfAbsent(NAMESPACE, file.id(), bytes, expiresAt);
  }

  /**
   * Keeps the bytes of a file longer; does nothing when they are gone.
   *
   * @param file the reference, from a state
   * @param expiresAt when the bytes go away by themselves
   */
  public void extend(AttachmentRef file, Instant expiresAt) {
    store
        .find(NAMESPACE, file.id())
        .filter(value -> value.expiresAt().isBefore(expiresAt))
        .ifPresent(
            value ->
                store.replace(NAMESPACE, file.id(), value.version(), value.bytes(), expiresAt));
  }

  /**
   * Takes the bytes of a file away.
   *
   * @param file the reference, from a state
   */
  public void remove(AttachmentRef file) {
    store.remove(NAMESPACE, file.id());
  }

  private static FormException gone() {
    return new FormException(
        FormException.ATTACHMENT_GONE, "Ask the citizen to upload the file again");
  }
}
