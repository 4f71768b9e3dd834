package se.byggsten.forms.constraint;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A Jakarta Validation constraint on a field, by name.
 *
 * <p>Parameters that have their default value are left out, so that two rules are equal when they
 * say the same.
 *
 * @param name the simple name of the annotation, such as {@code Size}; its full name when it is not
 *     in the catalogue
 * @param parameters String, Long, Boolean or a list of String, by attribute
 */
public record ConstraintRule(String name, Map<String, Object> parameters)
    implements Comparable<ConstraintRule> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.$]{0,199}");

  /**
   * Copies the parameters.
   *
   * @throws IllegalArgumentException when the name is not one
   */
  public ConstraintRule {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A constraint has the name of its type");
    }
    Map<String, Object> sorted = new TreeMap<>();
    parameters.forEach((key, value) -> sorted.put(key, neutral(value)));
    parameters = Collections.unmodifiableMap(sorted);
  }

  /** One type for whole numbers and one for lists, so that rules compare. */
  private static Object neutral(Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value instanceof List<?> items ? items.stream().map(String::valueOf).toList() : value;
  }

  /**
   * Returns the name under which its error text stands: {@code <field>.error.<errorName>}.
   *
   * @return the id of a {@code Rule}, else the name
   */
  public String errorName() {
    return name.equals("Rule") && parameters.get("id") instanceof String id ? id : name;
  }

  /**
   * Finds a limit.
   *
   * @param parameter the attribute, such as {@code value} of {@code DecimalMin}
   * @return the number; empty when it has its default value or is no number
   */
  public Optional<BigDecimal> number(String parameter) {
    try {
      return Optional.ofNullable(parameters.get(parameter)).map(v -> new BigDecimal(v.toString()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(ConstraintRule other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : parameters.toString().compareTo(other.parameters.toString());
  }
}
