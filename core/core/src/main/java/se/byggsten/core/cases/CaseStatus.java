package se.byggsten.core.cases;

/** Where a case stands, as the citizen sees it. */
public enum CaseStatus {
  /** The authority has it; nobody has opened it. */
  RECEIVED,
  /** A case handler works with it. */
  IN_PROGRESS,
  /** The citizen has been asked to supplement it. */
  AWAITING_SUPPLEMENT,
  /** It has been decided. */
  DECIDED,
  /** It is closed, after a decision or without one. */
  CLOSED;

  /**
   * Tells whether a case may go from this status to another.
   *
   * @param next the other status
   * @return true when it may
   */
  public boolean mayBecome(CaseStatus next) {
    return switch (this) {
      case RECEIVED -> next == IN_PROGRESS;
      case IN_PROGRESS -> next == AWAITING_SUPPLEMENT || next == DECIDED || next == CLOSED;
      case AWAITING_SUPPLEMENT -> next == IN_PROGRESS || next == DECIDED || next == CLOSED;
      case DECIDED -> next == CLOSED;
      case CLOSED -> false;
    };
  }
}
