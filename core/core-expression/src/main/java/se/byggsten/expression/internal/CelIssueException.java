package se.byggsten.expression.internal;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** What the engine could not do, with the place in the source where it is known. */
public final class CelIssueException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final int line;
  private final int column;

  CelIssueException(ErrorCode code, String text, int line, int column) {
    super(code, text);
    this.text = text;
    this.line = line;
    this.column = column;
  }

  /**
   * Returns the message without the code.
   *
   * @return the message
   */
  public String text() {
    return text;
  }

  /**
   * Returns the line.
   *
   * @return the line from 1, or 0 where unknown
   */
  public int line() {
    return line;
  }

  /**
   * Returns the column.
   *
   * @return the column from 1, or 0 where unknown
   */
  public int column() {
    return column;
  }
}
