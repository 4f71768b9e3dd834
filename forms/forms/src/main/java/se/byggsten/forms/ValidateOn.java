package se.byggsten.forms;

/** When the answers of a page must be right. Nothing that is wrong is ever sent. */
public enum ValidateOn {
  /** When the citizen leaves the page: the way goes on when nothing is wrong. */
  PAGE,
  /**
   * At the review that comes after the page: the way goes on at once, and the review lists what is
   * to be put right. A page that no review comes after must be right when the citizen leaves it.
   */
  REVIEW
}
