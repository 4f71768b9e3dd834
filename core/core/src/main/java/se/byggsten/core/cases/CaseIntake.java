package se.byggsten.core.cases;

/**
 * Where a submission becomes a case.
 *
 * <p>In one transaction: the receiving authority is settled, the case, its documents and the first
 * journal entries are stored, the hooks take part, and the outbox gets its rows. Either all of it
 * is there or none.
 */
public interface CaseIntake {
  /**
   * Accepts a submission; accepting the same key again gives the same receipt.
   *
   * @param submission what came in
   * @return the receipt
   * @throws CaseException with code {@code CASE-KEY-TAKEN} when the key belongs to somebody else's
   *     submission
   */
  Receipt accept(Submission submission);
}
