package se.byggsten.expression;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a variable or of a result.
 *
 * <p>Each type has an empty value, which stands for an absent answer: an expression never meets
 * null. For {@link #TEXT} and {@link #DATE} it is the empty string, for {@link #BOOLEAN} false, for
 * {@link #INTEGER} and {@link #DECIMAL} zero, for a list the empty list and for {@link #ROW} the
 * empty map.
 */
public final class ValueType {
  /** A string. */
  public static final ValueType TEXT = new ValueType("text", "");

  /** True or false. */
  public static final ValueType BOOLEAN = new ValueType("bool", false);

  /** A whole number of 64 bits. */
  public static final ValueType INTEGER = new ValueType("int", 0L);

  /** A number of 64 bits in binary floating point; not for money. */
  public static final ValueType DECIMAL = new ValueType("decimal", 0.0);

  /**
   * A day, seen by the expression as a string of the form {@code 2026-06-30}, so that {@code <}
   * compares days.
   */
  public static final ValueType DATE = new ValueType("text", "");

  /** A row of a repeating group: names to values that are checked only when evaluated. */
  public static final ValueType ROW = new ValueType("row", Map.of());

  /** A result that no variable can have, such as a duration. */
  public static final ValueType OTHER = new ValueType("other", "");

  private final String spec;
  private final Object empty;

  private ValueType(String spec, Object empty) {
    this.spec = spec;
    this.empty = empty;
  }

  /**
   * Returns the type of a list.
   *
   * @param element the type of its elements
   * @return the type
   */
  public static ValueType listOf(ValueType element) {
    return new ValueType("list:" + element.spec, List.of());
  }

  static ValueType ofSpec(String spec) {
    if (spec.startsWith("list:")) {
      return listOf(ofSpec(spec.substring(5)));
    }
    return switch (spec) {
      case "text" -> TEXT;
      case "bool" -> BOOLEAN;
      case "int" -> INTEGER;
      case "decimal" -> DECIMAL;
      case "row" -> ROW;
      default -> OTHER;
    };
  }

  String spec() {
    return spec;
  }

  /**
   * Returns the value that stands for an absent answer.
   *
   * @return the empty value; never null
   */
  public Object empty() {
    return empty;
  }

  Object accept(String name, @Nullable Object value) {
    if (value == null) {
      return empty;
    }
    Object converted = value;
    if (value instanceof LocalDate date) {
      converted = date.toString();
    } else if (value instanceof Integer number) {
      converted = number.longValue();
    } else if (value instanceof Float number) {
      converted = number.doubleValue();
    }
    if (spec.startsWith("list:") ? converted instanceof List : fits(converted)) {
      return converted;
    }
    throw new IllegalArgumentException(
        "The variable " + name + " is " + this + ", not " + value.getClass().getSimpleName());
  }

  private boolean fits(Object value) {
    return empty.getClass().isInstance(value) || (value instanceof Map && empty instanceof Map);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueType type && type.spec.equals(spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public String toString() {
    return spec;
  }
}
