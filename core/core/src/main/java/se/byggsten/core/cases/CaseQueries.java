package se.byggsten.core.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.byggsten.core.identifier.PersonIdentifier;

/**
 * Reads cases.
 *
 * <p>A citizen's page uses the methods that take the applicant: a case of somebody else is then as
 * good as no case. The others are for staff and routines; whoever calls them has checked the role.
 */
public interface CaseQueries {
  /**
   * Finds a case of an applicant.
   *
   * @param id the case
   * @param applicant whose it must be
   * @return the case, or empty when there is none or it is somebody else's
   */
  Optional<Case> find(CaseId id, PersonIdentifier applicant);

  /**
   * Finds a case, whoever's it is.
   *
   * @param id the case
   * @return the case, or empty
   */
  Optional<Case> find(CaseId id);

  /**
   * Lists the cases of an applicant, the latest first.
   *
   * @param applicant whose cases
   * @return the cases
   */
  List<Case> listOf(PersonIdentifier applicant);

  /**
   * Lists the cases of an authority: the oldest first, the closed ones last.
   *
   * @param authorityCode the authority
   * @param limit how many at the most
   * @return the cases
   */
  List<Case> listFor(String authorityCode, int limit);

  /**
   * Lists the documents of a case in the order in which they came.
   *
   * @param id the case
   * @return the documents
   */
  List<StoredDocument> documents(CaseId id);

  /**
   * Reads the bytes of a document.
   *
   * @param id the case that it must belong to
   * @param documentId the document
   * @return the bytes, or empty when the case has no such document
   */
  Optional<byte[]> content(CaseId id, UUID documentId);

  /**
   * Lists what the definitions say of the information in a case: that of the submission first, then
   * what supplements added.
   *
   * @param id the case
   * @return the facts, each once; no answers
   */
  List<InformationFacts> information(CaseId id);

  /**
   * Reads the journal of a case.
   *
   * @param id the case
   * @return the journal; empty when there is no such case
   */
  CaseJournal journal(CaseId id);

  /**
   * Lists the messages of a case, the oldest first.
   *
   * @param id the case
   * @return the messages
   */
  List<CaseMessage> messages(CaseId id);
}
