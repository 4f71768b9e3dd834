package se.byggsten.core.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Swedish postnummer: where post is delivered.
 *
 * <p>Five digits of which the first is not 0. There is no check digit: that a postnummer is in use
 * only a register can tell. Source: SS 613401, Postnord.
 */
public final class Postnummer {
  private static final Pattern FORM = Pattern.compile("(?:SE?|se?)?([1-9][0-9]{4})");

  private final String canonical;

  private Postnummer(String canonical) {
    this.canonical = canonical;
  }

  /**
   * Parses a postnummer.
   *
   * @param text 5 digits with or without space, perhaps with the country before: {@code SE-123 45}
   * @return the postnummer
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}
   */
  public static Postnummer parse(String text) {
    Matcher form = FORM.matcher(WrittenText.compact(text));
    if (!form.matches()) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FORMAT, "Write the postnummer with five digits: 123 45");
    }
    return new Postnummer(form.group(1));
  }

  /**
   * Returns the number for a person to read.
   *
   * @return three digits, a space and two digits
   */
  public String formatted() {
    return canonical.substring(0, 3) + " " + canonical.substring(3);
  }

  /**
   * Parses a postnummer that may be wrong.
   *
   * @param text the number as written
   * @return the value, or empty when the text is not one
   */
  public static Optional<Postnummer> tryParse(String text) {
    return WrittenText.attempt(() -> parse(text));
  }

  /**
   * Returns the number in its one canonical form, for storage and comparison.
   *
   * @return 5 digits
   */
  public String canonical() {
    return canonical;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Postnummer that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return "Postnummer[" + formatted() + "]";
  }
}
