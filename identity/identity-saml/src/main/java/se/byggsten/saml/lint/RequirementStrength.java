package se.byggsten.saml.lint;

import se.byggsten.core.finding.RequirementLevel;
import se.byggsten.core.finding.Severity;

/** How binding a requirement of the framework is, by the words of RFC 2119. */
public enum RequirementStrength {
  /** Whoever breaks it does not conform. */
  MUST,
  /** Holds unless there is a good reason. */
  SHOULD,
  /** Good practice. */
  RECOMMENDED,
  /** Free to do, but in this way. */
  MAY;

  /**
   * Returns the level in the words of the catalogue.
   *
   * @return {@link RequirementLevel#SKA} for a MUST, else {@link RequirementLevel#BOR}
   */
  public RequirementLevel level() {
    return this == MUST ? RequirementLevel.SKA : RequirementLevel.BOR;
  }

  /** How serious it is to break it. */
  Severity severity() {
    return this == MUST ? Severity.ERROR : Severity.WARNING;
  }
}
