package se.byggsten.forms.draft;

import java.util.Optional;
import se.byggsten.forms.draft.internal.Pack;

/**
 * Which draft: whose, of which form, and the how-manieth.
 *
 * @param owner whose
 * @param formId the id of the form
 * @param number from 1; over 1 only where {@link se.byggsten.forms.FormDefinition#drafts} allows
 */
public record DraftRef(DraftOwner owner, String formId, int number) {
  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is under 1
   */
  public DraftRef {
    if (number < 1) {
      throw new IllegalArgumentException("Drafts are numbered from 1");
    }
  }

  /**
   * Returns the first draft, the only one where nothing else was said.
   *
   * @param owner whose
   * @param formId the id of the form
   * @return the reference
   */
  public static DraftRef first(DraftOwner owner, String formId) {
    return new DraftRef(owner, formId, 1);
  }

  /**
   * Returns the reference as bytes, for a sealed place alone: they hold whose the draft is.
   *
   * @return the bytes, for {@link #of(byte[])}
   * @throws IllegalArgumentException when the owner is whoever has a code, since the code is not to
   *     lie anywhere
   */
  public byte[] bytes() {
    if (!owner.isPerson()) {
      throw new IllegalArgumentException("The draft of a code is found by the code alone");
    }
    return new Pack.Writer().bytes(owner.secret()).text(formId).number(number).done();
  }

  /**
   * Reads a reference that {@link #bytes()} wrote.
   *
   * @param bytes the bytes
   * @return the reference, or empty when they are none
   */
  public static Optional<DraftRef> of(byte[] bytes) {
    return Pack.read(
        bytes, in -> new DraftRef(DraftOwner.of(true, in.bytes()), in.text(), (int) in.number()));
  }

  byte[] secret() {
    return owner.secretWith(formId, number);
  }

  /** Leaves out whose it is. */
  @Override
  public String toString() {
    return "DraftRef[" + formId + " " + number + "]";
  }
}
