package se.byggsten.forms.spi;

import java.math.BigDecimal;
import java.util.List;

/** The kinds of values that a setting of a field may have. */
public enum SettingKind {
  /** A text. */
  TEXT,
  /** A number. */
  NUMBER,
  /** True or false. */
  FLAG,
  /** A list of texts. */
  TEXTS;

  /**
   * Tells whether a value is of this kind.
   *
   * @param value a value of {@link FieldSettings#all()}
   * @return true when it is
   */
  public boolean accepts(Object value) {
    return switch (this) {
      case TEXT -> value instanceof String;
      case NUMBER -> value instanceof BigDecimal;
      case FLAG -> value instanceof Boolean;
      case TEXTS -> value instanceof List<?>;
    };
  }
}
