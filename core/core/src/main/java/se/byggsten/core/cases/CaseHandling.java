package se.byggsten.core.cases;

import java.util.UUID;

/**
 * Changes cases, each change in one transaction with its journal entry.
 *
 * <p>Whoever calls has checked that the actor may. A change that the status does not allow throws
 * {@link CaseException} with code {@code CASE-STATUS}; an unknown case {@code CASE-NOT-FOUND}.
 */
public interface CaseHandling {
  /**
   * Notes that a case handler opened the case; a received case becomes in progress.
   *
   * @param id the case
   * @param handler who opened it
   * @return the case as it stands
   */
  Case open(CaseId id, Actor handler);

  /**
   * Notes that somebody of the staff read a case that has a secrecy mark or whose applicant is
   * protected; does nothing for other cases.
   *
   * @param id the case
   * @param reader who read it
   */
  void noteRead(CaseId id, Actor reader);

  /**
   * Asks the citizen for a supplement.
   *
   * @param id the case
   * @param handler who asks
   * @param request what is asked for
   * @return the case as it stands
   */
  Case requestSupplement(CaseId id, Actor handler, SupplementRequest request);

  /**
   * Takes in a supplement; the same key again changes nothing.
   *
   * @param id the case
   * @param citizen who sends it
   * @param supplement what came in
   * @return the case as it stands
   */
  Case receiveSupplement(CaseId id, Actor citizen, Supplement supplement);

  /**
   * Takes in what a party sends of their own accord, such as another party's approval; the status
   * and a request that waits for an answer stay as they are, and the same key again changes
   * nothing. Allowed until the case is closed.
   *
   * @param id the case
   * @param party who sends it
   * @param supplement what came in
   * @return the case as it stands
   */
  Case receiveUnasked(CaseId id, Actor party, Supplement supplement);

  /**
   * Decides the case.
   *
   * @param id the case
   * @param handler who decides
   * @param decision the decision
   * @param document the decision as a document
   * @return the case as it stands
   */
  Case decide(CaseId id, Actor handler, Decision decision, NewDocument document);

  /**
   * Closes the case.
   *
   * @param id the case
   * @param handler who closes it
   * @return the case as it stands
   */
  Case close(CaseId id, Actor handler);

  /**
   * Sends a message in the case; allowed until it is closed.
   *
   * @param id the case
   * @param from who sends it
   * @param text what it says, not blank
   * @return the message
   */
  CaseMessage post(CaseId id, Actor from, String text);

  /**
   * Adds a document that a routine made; the same key again gives the same document.
   *
   * @param id the case
   * @param routine the routine
   * @param key the idempotency key
   * @param document the document
   * @return the document as stored
   */
  StoredDocument addDocument(CaseId id, Actor routine, String key, NewDocument document);

  /**
   * Writes the archive's receipt into the journal; the same package again changes nothing.
   *
   * @param id the case
   * @param routine the routine that delivered
   * @param delivery the archive's receipt
   */
  void recordDelivery(CaseId id, Actor routine, ArchiveDelivery delivery);

  /**
   * Writes into the journal that a document is withheld for good, since its content is harmful; the
   * same document again changes nothing.
   *
   * @param id the case
   * @param routine the routine that found it
   * @param documentId the document
   * @param reason why, as a word for programs such as {@code HARMFUL}; not personal data
   */
  void withholdDocument(CaseId id, Actor routine, UUID documentId, String reason);
}
