package se.byggsten.core.finding;

/** How serious a finding is. */
public enum Severity {
  /** A rule that must hold is broken. */
  ERROR,
  /** A rule that should hold is broken. */
  WARNING,
  /** Worth knowing; nothing is broken. */
  INFO
}
