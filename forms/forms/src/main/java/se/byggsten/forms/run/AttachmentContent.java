package se.byggsten.forms.run;

import se.byggsten.forms.AttachmentRef;

/** A file that was accepted, with its bytes, to be put away by the caller. */
public final class AttachmentContent {
  private final AttachmentRef ref;
  private final byte[] bytes;

  AttachmentContent(AttachmentRef ref, byte[] bytes) {
    this.ref = ref;
    this.bytes = bytes;
  }

  /**
   * Returns what the state holds of the file.
   *
   * @return the reference
   */
  public AttachmentRef ref() {
    return ref;
  }

  /**
   * Returns the bytes.
   *
   * @return the bytes themselves, which nobody may change
   */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return "AttachmentContent[" + ref + "]";
  }
}
