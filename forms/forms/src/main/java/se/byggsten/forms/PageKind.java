package se.byggsten.forms;

/** The kinds of pages. */
public enum PageKind {
  /** What the service is for, what is needed, what happens with the answers; nothing is asked. */
  INTRO,
  /** Questions, files among them. */
  QUESTIONS,
  /** The rows of a repeating group, with ways to add, change and remove them. */
  REPEAT,
  /** Files to send with the application. */
  UPLOAD,
  /** Statements to agree to before sending. */
  DECLARATION,
  /** All answers with links to change them. */
  REVIEW,
  /** That it was received and what happens now; shown after sending. */
  RECEIPT,
  /** Why the form cannot be used for this; nothing can be sent from it. */
  EXIT;

  /**
   * Tells whether pages of this kind ask something.
   *
   * @return true for questions, uploads and declarations
   */
  public boolean hasFields() {
    return this == QUESTIONS || this == UPLOAD || this == DECLARATION;
  }
}
