package se.byggsten.forms.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value known before the citizen has written anything.
 *
 * <pre>{@code
 * new PrefillValue("Anna Lindström", "e-legitimationen", at)
 * PrefillValue.ofParts(
 *     List.of(Map.entry("street", "Storgatan 1"), Map.entry("postalCode", "123 45"), ...),
 *     "folkbokföringen", at)
 * }</pre>
 *
 * @param value the value as it would be posted; a date as {@code 2014-06-30}; of a value in parts,
 *     the parts for a person to read
 * @param parts the parts by the names that they have in the field's JSON, such as {@code street},
 *     {@code careOf}, {@code postalCode} and {@code city} of an address; empty for a value that is
 *     one text
 * @param source who says so, such as {@code login} or {@code folkbokföringen}, for the citizen
 * @param at when it was fetched
 */
public record PrefillValue(String value, Map<String, String> parts, String source, Instant at) {
  /** Copies the parts. */
  public PrefillValue {
    parts = Map.copyOf(parts);
  }

  /**
   * Creates a value that is one text.
   *
   * @param value the value as it would be posted
   * @param source who says so
   * @param at when it was fetched
   */
  public PrefillValue(String value, String source, Instant at) {
    this(value, Map.of(), source, at);
  }

  /**
   * Creates a value in parts, such as an address.
   *
   * @param parts the parts in the order in which a person reads them, by their names in the field's
   *     JSON; what is missing is empty
   * @param source who says so
   * @param at when it was fetched
   * @return the value; blank, and thus not used, when every part is
   */
  public static PrefillValue ofParts(
      List<Map.Entry<String, String>> parts, String source, Instant at) {
    String shown =
        parts.stream()
            .map(Map.Entry::getValue)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return new PrefillValue(
        shown,
        parts.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        source,
        at);
  }

  /** Leaves out the value. */
  @Override
  public String toString() {
    return "PrefillValue[" + source + ", " + at + "]";
  }
}
