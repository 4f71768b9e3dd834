package se.byggsten.expression;

/**
 * What an expression may cost.
 *
 * @param length the longest source, in characters
 * @param nesting how deep brackets and operators may nest
 * @param iterations how many elements all comprehensions of one evaluation may visit
 */
public record ExpressionLimits(int length, int nesting, int iterations) {
  /** Enough for any form: 2,000 characters, 24 levels, 20,000 elements. */
  public static final ExpressionLimits DEFAULT = new ExpressionLimits(2_000, 24, 20_000);

  /**
   * Checks that each limit is positive.
   *
   * @throws IllegalArgumentException when one is not
   */
  public ExpressionLimits {
    if (length < 1 || nesting < 1 || iterations < 1) {
      throw new IllegalArgumentException("Every limit of an expression is at least 1");
    }
  }
}
