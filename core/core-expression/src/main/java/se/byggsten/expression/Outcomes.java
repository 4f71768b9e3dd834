package se.byggsten.expression;

/**
 * What a condition can evaluate to.
 *
 * @param canBeTrue false when no values at all make it true
 * @param canBeFalse false when no values at all make it false
 */
public record Outcomes(boolean canBeTrue, boolean canBeFalse) {
  /** Both, or it is not known. */
  public static final Outcomes BOTH = new Outcomes(true, true);
}
