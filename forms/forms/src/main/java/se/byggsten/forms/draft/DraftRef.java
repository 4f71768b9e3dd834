package se.byggsten.forms.draft;

/**
 * Which draft: whose, of which form, and the how-manieth.
 *
 * @param owner whose
 * @param formId the id of the form
 * @param number from 1; over 1 only where {@link DraftStore.Builder#several} allows
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

  byte[] secret() {
    return owner.secretWith(formId, number);
  }

  /** Leaves out whose it is. */
  @Override
  public String toString() {
    return "DraftRef[" + formId + " " + number + "]";
  }
}
