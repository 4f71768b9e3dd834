package se.byggsten.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9:._-]*");

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException when a name is not an attribute's, or is {@code style} or an
   *     event handler
   */
  public Attributes {
    Map<String, String> copy = new LinkedHashMap<>(values);
    copy.keySet().forEach(Attributes::check);
    values = Collections.unmodifiableMap(copy);
  }

  private static void check(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!NAME.matcher(name).matches() || lower.startsWith("on") || lower.equals("style")) {
      throw new IllegalArgumentException(
          "[" + name + "] may not be set; put behaviour in the script and looks in the sheet");
    }
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
