package se.byggsten.core.text;

/** What a text does on a page; some rules of plain language hold for some roles only. */
public enum TextRole {
  /** Running text: introductions, explanations, messages. */
  BODY,
  /** A heading or page title. */
  HEADING,
  /** The label of a field or of a group of choices. */
  LABEL,
  /** The label of a question that is answered with yes or no. */
  YES_NO_LABEL,
  /** A hint below a label. */
  HINT,
  /** An error text beside a field. */
  ERROR,
  /** The text of a link. */
  LINK,
  /** A button, an option, a word in a table. */
  WORDS;

  /**
   * Tells whether the text is a label.
   *
   * @return true for {@link #LABEL} and {@link #YES_NO_LABEL}
   */
  public boolean isLabel() {
    return this == LABEL || this == YES_NO_LABEL;
  }
}
