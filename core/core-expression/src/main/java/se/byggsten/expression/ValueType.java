package se.byggsten.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.internal.TypeSpec;

/**
 * The type of a variable or of a result.
 *
 * <p>Each type has an empty value, which stands for an absent answer: an expression never meets
 * null. For {@link #TEXT} and {@link #DATE} it is the empty string, for {@link #BOOLEAN} false, for
 * {@link #INTEGER} and {@link #DECIMAL} zero, for a list the empty list, for {@link #ROW} the empty
 * map and for a typed row a row of empty values.
 */
public final class ValueType {
  /** A string; a {@link java.time.temporal.Temporal} is accepted as its ISO text. */
  public static final ValueType TEXT = simple(TypeSpec.Kind.TEXT, "text", "");

  /** True or false. */
  public static final ValueType BOOLEAN = simple(TypeSpec.Kind.BOOLEAN, "bool", false);

  /**
   * A whole number of 64 bits; Integer, Long, Short, Byte, and BigDecimal or BigInteger without a
   * fraction are accepted.
   */
  public static final ValueType INTEGER = simple(TypeSpec.Kind.INTEGER, "int", 0L);

  /**
   * A number of 64 bits in binary floating point; every {@link Number} is accepted, BigDecimal too.
   *
   * <p>For money: 15 digits are kept, which {@link #digits} gives, {@code sum} adds and {@code
   * round(x, 2)} rounds.
   */
  public static final ValueType DECIMAL = simple(TypeSpec.Kind.DECIMAL, "decimal", 0.0);

  /**
   * A day, seen by the expression as a string of the form {@code 2026-06-30}, so that {@code <}
   * compares days.
   */
  public static final ValueType DATE = simple(TypeSpec.Kind.TEXT, "text", "");

  /** A row of a repeating group: names to values that are checked only when evaluated. */
  public static final ValueType ROW = simple(TypeSpec.Kind.ROW, "row", Map.of());

  /** A result that no variable can have, such as a duration. */
  public static final ValueType OTHER = simple(TypeSpec.Kind.OTHER, "other", "");

  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
  private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final TypeSpec spec;

  private ValueType(TypeSpec spec) {
    this.spec = spec;
  }

  /**
   * Returns the decimal digits that a number stands for, without what binary arithmetic leaves
   * after them: 14.5 for {@code 50.0 * 0.29}, which is 14.499999999999998.
   *
   * @param decimal a finite value of {@link #DECIMAL}
   * @return its 15 first digits; all digits of one without a fraction
   * @throws NumberFormatException when it is not finite
   */
  public static BigDecimal digits(double decimal) {
    BigDecimal all = BigDecimal.valueOf(decimal);
    return decimal == Math.rint(decimal) ? all : all.round(DIGITS);
  }

  private static ValueType simple(TypeSpec.Kind kind, String name, Object empty) {
    return new ValueType(TypeSpec.simple(kind, name, empty));
  }

  /**
   * Returns the type of a list.
   *
   * @param element the type of its elements
   * @return the type
   */
  public static ValueType listOf(ValueType element) {
    return new ValueType(TypeSpec.listOf(element.spec));
  }

  /**
   * Returns the type of a row whose fields are checked when an expression is compiled.
   *
   * <p>A value is a {@link Map}; a field that it lacks or that is null is the empty value of its
   * type, fields that are not declared cannot be read. A field may be a list of typed rows, to any
   * depth. {@code has(row.field)} says whether a field is answered.
   *
   * @param fields the fields and their types
   * @return the type
   * @throws IllegalArgumentException when a name is no letter or underscore followed by letters,
   *     digits and underscores (ASCII)
   */
  public static ValueType rowOf(Map<String, ValueType> fields) {
    Map<String, TypeSpec> specs = new TreeMap<>();
    fields.forEach(
        (name, type) -> {
          if (!FIELD.matcher(name).matches()) {
            throw new IllegalArgumentException("An expression cannot name the field " + name);
          }
          specs.put(name, type.spec);
        });
    return new ValueType(TypeSpec.rowOf(specs));
  }

  static ValueType of(TypeSpec spec) {
    return spec.kind() == TypeSpec.Kind.OTHER ? OTHER : new ValueType(spec);
  }

  TypeSpec spec() {
    return spec;
  }

  /**
   * Returns the value that stands for an absent answer.
   *
   * @return the empty value; never null
   */
  public Object empty() {
    return spec.empty();
  }

  /**
   * Returns the type of a list's elements.
   *
   * @return the type, or empty when this is no list
   */
  public Optional<ValueType> element() {
    return Optional.ofNullable(spec.element()).map(ValueType::of);
  }

  /**
   * Returns the fields of a typed row.
   *
   * @return the fields by name; empty for every other type
   */
  public Map<String, ValueType> fields() {
    return spec.fields().entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> of(e.getValue())));
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
    return spec.name();
  }
}
