package se.byggsten.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.byggsten.expression.ValueType;

/** The kinds of facts that a service gives a form, which nobody can post. */
public enum InputType {
  /** A text. */
  TEXT,
  /** A number. */
  NUMBER,
  /** A day. */
  DATE,
  /** True or false. */
  YES_NO,
  /** A list of texts. */
  TEXTS;

  /**
   * Returns the type that conditions see.
   *
   * @return the type
   */
  public ValueType valueType() {
    return switch (this) {
      case TEXT -> ValueType.TEXT;
      case NUMBER -> ValueType.DECIMAL;
      case DATE -> ValueType.DATE;
      case YES_NO -> ValueType.BOOLEAN;
      case TEXTS -> ValueType.listOf(ValueType.TEXT);
    };
  }

  /**
   * Tells whether a value is of the kind.
   *
   * @param value a value
   * @return true for a String, BigDecimal, LocalDate, Boolean or list of String, by kind
   */
  public boolean accepts(Object value) {
    return switch (this) {
      case TEXT -> value instanceof String;
      case NUMBER -> value instanceof BigDecimal;
      case DATE -> value instanceof LocalDate;
      case YES_NO -> value instanceof Boolean;
      case TEXTS ->
          value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    };
  }

  /**
   * Returns the name in a YAML form.
   *
   * @return lower case with hyphens
   */
  public String yamlName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
