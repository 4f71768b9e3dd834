package se.byggsten.core.finding;

/** How binding a requirement is. */
public enum RequirementLevel {
  /** A must-requirement (<i>skall-krav</i>): a service that breaks it does not conform. */
  SKA,
  /** Will be a must-requirement from a date to come; reported, but does not gate. */
  COMING,
  /** A should-requirement (<i>bör-krav</i>). */
  BOR
}
