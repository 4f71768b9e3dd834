package se.byggsten.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.byggsten.expression.ValueType;

/**
 * The kinds of fields.
 *
 * <p>Each kind has the Java type that its answers have in an annotated record and that constraints
 * judge. An absent answer is null. A kind may bring a constraint of its own, so that a {@link
 * #PERSONNUMMER} is always checked as one; text without a {@code size} of its own gets a longest
 * length.
 */
public enum FieldType {
  /** One line of text; at most 200 characters unless the field says otherwise. */
  TEXT(String.class),
  /** Lines of text; at most 4,000 characters unless the field says otherwise. */
  LONG_TEXT(String.class),
  /** One of a few options, all visible. */
  RADIO(String.class),
  /** Any of a few options. */
  CHECKBOXES(List.class),
  /** One of many options. */
  SELECT(String.class),
  /** Yes or no. */
  YES_NO(Boolean.class),
  /** A personnummer or samordningsnummer. */
  PERSONNUMMER(String.class),
  /** An e-mail address. */
  EMAIL(String.class),
  /** A telephone number. */
  PHONE(String.class),
  /** A Swedish postnummer. */
  POSTAL_CODE(String.class),
  /** A day, asked for as day, month and year. */
  DATE(LocalDate.class),
  /** Files: a list of {@link AttachmentRef}. */
  FILES(List.class),
  /** A statement to agree to; an answer is true or absent. */
  DECLARATION(Boolean.class);

  private final Class<?> javaType;

  FieldType(Class<?> javaType) {
    this.javaType = javaType;
  }

  /**
   * Returns the type of the answers.
   *
   * @return the raw Java type
   */
  public Class<?> javaType() {
    return javaType;
  }

  /**
   * Returns the type that conditions see.
   *
   * @return the type
   */
  public ValueType valueType() {
    return switch (this) {
      case CHECKBOXES -> ValueType.listOf(ValueType.TEXT);
      case FILES -> ValueType.listOf(ValueType.ROW);
      case YES_NO, DECLARATION -> ValueType.BOOLEAN;
      case DATE -> ValueType.DATE;
      default -> ValueType.TEXT;
    };
  }

  /**
   * Tells whether the answer is among options.
   *
   * @return true for radio buttons, checkboxes and select
   */
  public boolean isChoice() {
    return this == RADIO || this == CHECKBOXES || this == SELECT;
  }

  /**
   * Tells whether the answer is typed as text.
   *
   * @return true for text of any kind
   */
  public boolean isText() {
    return javaType == String.class && !isChoice();
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
