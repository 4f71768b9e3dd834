package se.byggsten.core.spi;

import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.StoredDocument;

/**
 * Says whether a document of a case may leave the case store, for a case handler's screen or for
 * the archive.
 *
 * <p>Where forms and archive meet: what citizens have uploaded is scanned by the one and must not
 * be packaged unscanned by the other.
 */
@FunctionalInterface
public interface DocumentRelease {
  /** What is known of a document. */
  enum State {
    /** It may be shown and archived. */
    FREE,
    /** It may not yet: ask again later. */
    WAITING,
    /** It may never. */
    WITHHELD
  }

  /** Lets every document go, for cases that hold nothing from outside. */
  DocumentRelease ALL = (caseId, document) -> State.FREE;

  /**
   * Judges a document.
   *
   * @param caseId the case that it belongs to
   * @param document the document
   * @return what is known of it now
   */
  State of(CaseId caseId, StoredDocument document);
}
