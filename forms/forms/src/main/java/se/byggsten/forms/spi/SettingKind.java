package se.byggsten.forms.spi;

/** The kinds of values that a setting of a field may have. */
public enum SettingKind {
  /** A text. */
  TEXT,
  /** A number. */
  NUMBER,
  /** True or false. */
  FLAG,
  /** A list of texts. */
  TEXTS
}
