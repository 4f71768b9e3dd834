package se.byggsten.expression.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type of values, with the value that stands for an absent one.
 *
 * <p>Types are equal when their names are: a name spells out the whole type.
 *
 * @param kind what sort of type it is
 * @param name the type spelled out, such as {@code list:{alder:int,namn:text}}
 * @param empty the value of an absent answer
 * @param element the type of a list's elements
 * @param fields the fields of a typed row
 */
public record TypeSpec(
    Kind kind,
    String name,
    Object empty,
    @Nullable TypeSpec element,
    Map<String, TypeSpec> fields) {
  /** What sort of type it is. */
  public enum Kind {
    /** Text, and days as text. */
    TEXT,
    /** True or false. */
    BOOLEAN,
    /** 64 bits. */
    INTEGER,
    /** Binary floating point. */
    DECIMAL,
    /** A row whose fields are not declared. */
    ROW,
    /** A row whose fields are declared. */
    RECORD,
    /** A list. */
    LIST,
    /** What a result can be and a variable cannot. */
    OTHER
  }

  /**
   * Returns a type without parts.
   *
   * @param kind what sort of type
   * @param name its name
   * @param empty the value of an absent answer
   * @return the type
   */
  public static TypeSpec simple(Kind kind, String name, Object empty) {
    return new TypeSpec(kind, name, empty, null, Map.of());
  }

  /**
   * Returns the type of a list.
   *
   * @param element the type of its elements
   * @return the type
   */
  public static TypeSpec listOf(TypeSpec element) {
    return new TypeSpec(Kind.LIST, "list:" + element.name, List.of(), element, Map.of());
  }

  /**
   * Returns the type of a row with declared fields.
   *
   * @param fields the fields
   * @return the type
   */
  public static TypeSpec rowOf(Map<String, TypeSpec> fields) {
    String name =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(field -> field.getKey() + ":" + field.getValue().name)
                .collect(Collectors.joining(",", "{", "}"));
    return new TypeSpec(Kind.RECORD, name, Map.of(), null, Map.copyOf(fields));
  }

  /**
   * Returns what an absent value looks like to the engine.
   *
   * @return the value
   */
  Object absent() {
    return kind == Kind.RECORD ? new RowValue(this, Map.of()) : empty;
  }

  /**
   * Turns a value into what the engine works on.
   *
   * @param what the name of the variable or field, for the message
   * @param value the value; null is the empty value
   * @return the engine's value
   * @throws IllegalArgumentException when the value has another type; the message never holds it
   */
  public Object accept(String what, @Nullable Object value) {
    if (value == null) {
      return absent();
    }
    Object accepted =
        switch (kind) {
          case TEXT -> value instanceof Temporal ? value.toString() : only(String.class, value);
          case BOOLEAN -> only(Boolean.class, value);
          case INTEGER -> integer(value);
          case DECIMAL ->
              value instanceof Double
                  ? value
                  : value instanceof Number number ? (Object) number.doubleValue() : null;
          case ROW -> only(Map.class, value);
          case RECORD ->
              value instanceof Map<?, ?> row
                  ? new RowValue(this, row)
                  : only(RowValue.class, value);
          case LIST -> value instanceof Collection<?> list ? elements(what, list) : null;
          case OTHER -> null;
        };
    if (accepted == null) {
      throw new IllegalArgumentException(
          "The variable " + what + " is " + name + ", not " + value.getClass().getSimpleName());
    }
    return accepted;
  }

  private static @Nullable Object only(Class<?> type, Object value) {
    return type.isInstance(value) ? value : null;
  }

  private static @Nullable Object integer(Object value) {
    if (value instanceof Long) {
      return value;
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    try {
      if (value instanceof BigDecimal number) {
        return number.longValueExact();
      }
      return value instanceof BigInteger number ? (Object) number.longValueExact() : null;
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** The list itself when its elements need no change, so that most lists cost no copy. */
  private Object elements(String what, Collection<?> list) {
    TypeSpec type = Objects.requireNonNull(element);
    List<Object> copy = null;
    int index = 0;
    for (Object value : list) {
      Object accepted = type.accept(what, value);
      if (copy == null && (accepted != value || !(list instanceof List))) {
        copy = new ArrayList<>(list.size());
        int taken = 0;
        for (Object before : list) {
          if (taken++ == index) {
            break;
          }
          copy.add(before);
        }
      }
      if (copy != null) {
        copy.add(accepted);
      }
      index++;
    }
    return copy != null ? copy : list instanceof List ? list : List.of();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TypeSpec that && that.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
