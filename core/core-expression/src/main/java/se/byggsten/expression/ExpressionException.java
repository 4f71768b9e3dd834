package se.byggsten.expression;

import java.util.OptionalInt;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;
import se.byggsten.expression.internal.CelIssueException;

/**
 * An expression that cannot be compiled or evaluated.
 *
 * <p>Codes: {@code EXPRESSION-TOO-LONG}, {@code EXPRESSION-TOO-DEEP}, {@code EXPRESSION-INVALID}
 * (syntax, unknown name, type error), {@code EXPRESSION-NOT-A-CONDITION}, {@code EXPRESSION-FAILED}
 * (such as a division by zero) and {@code EXPRESSION-TOO-COSTLY}. The message of a failed
 * evaluation never holds the values.
 */
public final class ExpressionException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  ExpressionException(ErrorCode code, String message, int line, int column) {
    super(code, message);
    this.line = line;
    this.column = column;
  }

  static ExpressionException of(CelIssueException issue) {
    return new ExpressionException(issue.code(), issue.text(), issue.line(), issue.column());
  }

  /**
   * Returns the line in the source.
   *
   * @return the line from 1, where known
   */
  public OptionalInt line() {
    return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
  }

  /**
   * Returns the column in the source.
   *
   * @return the column from 1, where known
   */
  public OptionalInt column() {
    return column > 0 ? OptionalInt.of(column) : OptionalInt.empty();
  }
}
