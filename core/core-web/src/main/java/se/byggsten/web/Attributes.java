package se.byggsten.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Extra attributes of an element, in order.
 *
 * <p>Names are checked and values are escaped when written. Event handlers ({@code on…}) and {@code
 * style} are refused: the content security policy would block them, so they would only seem to
 * work.
 *
 * @param values name to value; an empty value is written as {@code name=""}
 */
public record Attributes(Map<String, String> values) {
  /** No attributes. */
  public static final Attributes NONE = new Attributes(Map.of());

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException when a name is not an attribute's, or is {@code style} or an
   *     event handler
   */
  public Attributes {
    if (values.isEmpty()) {
      values = Map.of();
    } else {
      Map<String, String> copy = new LinkedHashMap<>(values);
      copy.keySet().forEach(Attributes::check);
      values = Collections.unmodifiableMap(copy);
    }
  }

  private static void check(String name) {
    if (!isName(name)
        || name.regionMatches(true, 0, "on", 0, 2)
        || name.equalsIgnoreCase("style")) {
      throw new IllegalArgumentException(
          "[" + name + "] may not be set; put behaviour in the script and looks in the sheet");
    }
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == ':' || c == '.' || c == '_' || c == '-';
      if (!letter && (i == 0 || !later)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /**
   * Returns one attribute.
   *
   * @param name the name
   * @param value the value, not yet escaped
   * @return the attributes
   */
  public static Attributes of(String name, String value) {
    return NONE.and(name, value);
  }

  /**
   * Returns these and one more.
   *
   * @param name the name
   * @param value the value, not yet escaped
   * @return the attributes
   */
  public Attributes and(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Attributes(more);
  }

  /** Shows the names only, since a value may be somebody's. */
  @Override
  public String toString() {
    return "Attributes" + values.keySet();
  }
}
