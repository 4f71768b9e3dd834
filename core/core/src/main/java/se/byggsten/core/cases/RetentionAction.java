package se.byggsten.core.cases;

/** What is to become of information. */
public enum RetentionAction {
  /**
   * Nothing is said of it.
   *
   * <p>It is then as the rule for the whole says; without one it is kept, since what nobody has
   * decided to dispose of may not be disposed of. Source: arkivlagen (1990:782) 3 and 10 §§.
   */
  UNSTATED,
  /** It is kept for ever (<i>bevaras</i>). */
  PRESERVE,
  /** It is disposed of after a term (<i>gallras</i>). */
  DISPOSE
}
