package se.byggsten.forms;

/** What is known of whether a file is harmful. */
public enum ScanState {
  /** It was scanned and nothing was found; it may be shown to a case handler. */
  CLEAN,
  /** It was not scanned yet; nobody but the sender may get it. */
  PENDING,
  /** It was scanned later and is harmful; nobody may get it. */
  INFECTED
}
