package se.byggsten.core.cases;

/** What kind of event a journal entry tells of. */
public enum JournalKind {
  /** The submission became a case. */
  RECEIVED,
  /** The case got its number in the diary. */
  REGISTERED,
  /** A case handler opened it. */
  OPENED,
  /** Somebody read it; for cases under strong secrecy. */
  READ,
  /** The citizen was asked for a supplement. */
  SUPPLEMENT_REQUESTED,
  /** A supplement came in. */
  SUPPLEMENT_RECEIVED,
  /** A message was sent. */
  MESSAGE,
  /** A document was added by a routine. */
  DOCUMENT_ADDED,
  /** A document was found to be harmful and is withheld for good. */
  DOCUMENT_WITHHELD,
  /** It was decided. */
  DECIDED,
  /** It was closed. */
  CLOSED,
  /** The archive gave its receipt for a package. */
  ARCHIVED
}
