package se.byggsten.core.identifier;

import java.util.Optional;

/**
 * A plusgironummer: the number of an account with Plusgirot.
 *
 * <p>Two to eight digits of which the last is a check digit by modulus 10. People have such
 * accounts too, so the text of {@code toString} does not show it. Source: Nordea, Plusgirot.
 */
public final class Plusgiro {
  private final String canonical;

  private Plusgiro(String canonical) {
    this.canonical = canonical;
  }

  /**
   * Parses a plusgironummer.
   *
   * @param text 2 to 8 digits with or without hyphen and spaces
   * @return the plusgironummer
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT} or {@code
   *     IDENTIFIER-CHECK-DIGIT}
   */
  public static Plusgiro parse(String text) {
    String instruction = "Write the plusgironummer with 2 to 8 digits, such as 12 34 56-6";
    String digits = WrittenText.digits(text, 2, 8, instruction);
    if (digits.charAt(0) == '0') {
      throw new InvalidIdentifierException(InvalidIdentifierException.FORMAT, instruction);
    }
    WrittenText.requireLuhn(digits);
    return new Plusgiro(digits);
  }

  /**
   * Returns the number for a person to read.
   *
   * @return the digits in pairs from the right, with a hyphen before the check digit
   */
  public String formatted() {
    int last = canonical.length() - 1;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < last; i++) {
      if (i > 0 && (last - i) % 2 == 0) {
        text.append(' ');
      }
      text.append(canonical.charAt(i));
    }
    return text.append('-').append(canonical.charAt(last)).toString();
  }

  /**
   * Parses a plusgironummer that may be wrong.
   *
   * @param text the number as written
   * @return the value, or empty when the text is not one
   */
  public static Optional<Plusgiro> tryParse(String text) {
    return WrittenText.attempt(() -> parse(text));
  }

  /**
   * Returns the number in its one canonical form, for storage and comparison.
   *
   * @return 2 to 8 digits
   */
  public String canonical() {
    return canonical;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Plusgiro that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return "Plusgiro[masked]";
  }
}
