package se.byggsten.forms.spi;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a field says of its own kind, such as the number of decimals of an amount.
 *
 * <p>Immutable. A value is a String, a Boolean, a BigDecimal without trailing zeros or a list of
 * String, whatever the definition was read from.
 */
public final class FieldSettings {
  /** No settings. */
  public static final FieldSettings NONE = new FieldSettings(Map.of());

  private final Map<String, Object> values;

  private FieldSettings(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Returns settings.
   *
   * @param values String, Boolean, a Number or a list of String, by name
   * @return the settings
   * @throws IllegalArgumentException when a value is of another type
   */
  public static FieldSettings of(Map<String, ?> values) {
    Map<String, Object> copy = new TreeMap<>();
    values.forEach((name, value) -> copy.put(name, neutral(name, value)));
    return copy.isEmpty() ? NONE : new FieldSettings(Collections.unmodifiableMap(copy));
  }

  private static Object neutral(String name, Object value) {
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
    if (value instanceof List<?> items) {
      return items.stream().map(String::valueOf).toList();
    }
    throw new IllegalArgumentException(
        "The setting " + name + " is to be text, a number, true or false, or a list of texts");
  }

  /**
   * Returns every setting.
   *
   * @return values by name, sorted
   */
  public Map<String, Object> all() {
    return values;
  }

  /**
   * Finds a text.
   *
   * @param name the setting
   * @return the text
   */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /**
   * Finds a number.
   *
   * @param name the setting
   * @return the number
   */
  public Optional<BigDecimal> number(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(BigDecimal.class::isInstance)
        .map(BigDecimal.class::cast);
  }

  /**
   * Tells whether a flag is set.
   *
   * @param name the setting
   * @return true when it is there and true
   */
  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /**
   * Returns a list of texts.
   *
   * @param name the setting
   * @return the texts; empty when it is not set
   */
  public List<String> texts(String name) {
    return values.get(name) instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof FieldSettings settings && settings.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "FieldSettings" + values;
  }
}
