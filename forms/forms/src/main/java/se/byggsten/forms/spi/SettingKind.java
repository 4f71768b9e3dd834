package se.byggsten.forms.spi;

import java.math.BigDecimal;
import java.util.List;

/** The kinds of values that a setting of a field may have. */
public enum SettingKind {
  /** A text. */
  TEXT(String.class),
  /** A number. */
  NUMBER(BigDecimal.class),
  /** True or false. */
  FLAG(Boolean.class),
  /** A list of texts. */
  TEXTS(List.class);

  private final Class<?> values;

  SettingKind(Class<?> values) {
    this.values = values;
  }

  /**
   * Tells whether a value is of this kind.
   *
   * @param value a value of {@link FieldSettings#all()}
   * @return true when it is
   */
  public boolean accepts(Object value) {
    return values.isInstance(value);
  }
}
