package se.byggsten.archive;

/** What the archive is to do with a package (E-ARK SIP 2.1.0, SIP3). */
public enum RecordStatus {
  /** The package is the first of its object. */
  NEW,
  /** The package adds to an earlier one. */
  SUPPLEMENT,
  /** The package replaces an earlier one. */
  REPLACEMENT,
  /** The package is a test and is not to be kept. */
  TEST
}
