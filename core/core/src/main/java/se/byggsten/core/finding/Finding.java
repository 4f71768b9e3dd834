package se.byggsten.core.finding;

import se.byggsten.core.ErrorCode;

/**
 * One thing that a check, a validator or a linter found.
 *
 * <p>Every room speaks this type, so that one report can hold form lint, package validation,
 * accessibility rules and manifest checks alike. It never holds personal data.
 *
 * @param code the stable code of the kind of finding
 * @param severity how serious it is
 * @param rule the requirement or rule that it concerns
 * @param where where it was made
 * @param message what is wrong, for a person
 * @param remedy how to put it right; may be empty for {@link Severity#INFO}
 */
public record Finding(
    ErrorCode code,
    Severity severity,
    RequirementId rule,
    Location where,
    String message,
    String remedy) {

  /**
   * Returns a finding of severity {@link Severity#ERROR}.
   *
   * @param code the stable code
   * @param rule the requirement or rule
   * @param where where it was made
   * @param message what is wrong
   * @param remedy how to put it right
   * @return the finding
   */
  public static Finding error(
      ErrorCode code, RequirementId rule, Location where, String message, String remedy) {
    return new Finding(code, Severity.ERROR, rule, where, message, remedy);
  }

  /**
   * Returns a finding of severity {@link Severity#WARNING}.
   *
   * @param code the stable code
   * @param rule the requirement or rule
   * @param where where it was made
   * @param message what is wrong
   * @param remedy how to put it right
   * @return the finding
   */
  public static Finding warning(
      ErrorCode code, RequirementId rule, Location where, String message, String remedy) {
    return new Finding(code, Severity.WARNING, rule, where, message, remedy);
  }
}
