package se.byggsten.forms;

/** How wide a field is drawn, as a hint of how much to write. */
public enum FieldWidth {
  /** Two to five characters. */
  SHORT,
  /** About twenty characters. */
  MEDIUM,
  /** The whole column. */
  FULL
}
