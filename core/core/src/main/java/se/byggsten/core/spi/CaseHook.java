package se.byggsten.core.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.outbox.OutboxMessage;

/**
 * Takes part in the transaction in which something happens to a case.
 *
 * <p>What a hook throws undoes the whole transaction, so a hook does only what must be true
 * together with the case: the diary registers and gives the number. All else goes by the outbox.
 */
public interface CaseHook {
  /**
   * Called when a submission has become a case, in its transaction.
   *
   * @param accepted the case as it stands
   * @param documents what was sent in
   * @param transaction the open transaction; not to be committed, rolled back or closed
   * @return what the hook adds
   * @throws SQLException when the database fails; the transaction is undone
   */
  default HookResult onAccepted(
      Case accepted, List<StoredDocument> documents, Connection transaction) throws SQLException {
    return HookResult.NOTHING;
  }

  /**
   * Called when a case has got further documents: a supplement or a decision.
   *
   * @param changed the case as it stands
   * @param documents the new documents
   * @param transaction the open transaction; not to be committed, rolled back or closed
   * @return what the hook adds; a diarienummer is passed over
   * @throws SQLException when the database fails; the transaction is undone
   */
  default HookResult onDocuments(
      Case changed, List<StoredDocument> documents, Connection transaction) throws SQLException {
    return HookResult.NOTHING;
  }

  /**
   * Called when the applicant has been asked to supplement a case.
   *
   * @param asked the case as it stands, with {@link Case#supplementRequest()}
   * @param transaction the open transaction; not to be committed, rolled back or closed
   * @return what the hook adds; a diarienummer is passed over
   * @throws SQLException when the database fails; the transaction is undone
   */
  default HookResult onSupplementRequested(Case asked, Connection transaction) throws SQLException {
    return HookResult.NOTHING;
  }

  /**
   * Called when a case has been closed, in the transaction of the closing.
   *
   * @param closed the case as it stands
   * @param transaction the open transaction; not to be committed, rolled back or closed
   * @return what the hook adds; a diarienummer is passed over
   * @throws SQLException when the database fails; the transaction is undone
   */
  default HookResult onClosed(Case closed, Connection transaction) throws SQLException {
    return HookResult.NOTHING;
  }

  /**
   * What a hook adds to the transaction.
   *
   * @param diarienummer the number in the diary, from the one hook that gives it
   * @param messages what is to be done after the commit
   */
  record HookResult(Optional<Diarienummer> diarienummer, List<OutboxMessage> messages) {
    /** Adds nothing. */
    public static final HookResult NOTHING = new HookResult(Optional.empty(), List.of());

    /** Copies the list. */
    public HookResult {
      messages = List.copyOf(messages);
    }
  }
}
