package se.byggsten.forms;

/** The kinds of pages. */
public enum PageKind {
  /** Questions, files among them. */
  QUESTIONS,
  /** Statements to agree to before sending. */
  DECLARATION,
  /** All answers with links to change them; the last page. */
  REVIEW
}
