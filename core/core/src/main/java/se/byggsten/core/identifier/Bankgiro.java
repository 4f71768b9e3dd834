package se.byggsten.core.identifier;

import java.util.Optional;

/**
 * A bankgironummer: the number by which a business or an authority is paid.
 *
 * <p>Seven or eight digits of which the last is a check digit by modulus 10. Numbers that begin
 * with 900 to 904 belong to collections under the supervision of Svensk Insamlingskontroll. Source:
 * Bankgirot, the user manual of Bankgiro Inbetalningar.
 */
public final class Bankgiro {
  private final String canonical;

  private Bankgiro(String canonical) {
    this.canonical = canonical;
  }

  /**
   * Parses a bankgironummer.
   *
   * @param text 7 or 8 digits with or without hyphen and spaces
   * @return the bankgironummer
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT} or {@code
   *     IDENTIFIER-CHECK-DIGIT}
   */
  public static Bankgiro parse(String text) {
    String instruction = "Write the bankgironummer with 7 or 8 digits, such as 123-4566";
    String digits = WrittenText.digits(text, 7, 8, instruction);
    if (digits.charAt(0) == '0') {
      throw new InvalidIdentifierException(InvalidIdentifierException.FORMAT, instruction);
    }
    WrittenText.requireLuhn(digits);
    return new Bankgiro(digits);
  }

  /**
   * Returns the number for a person to read.
   *
   * @return the digits with a hyphen before the last four
   */
  public String formatted() {
    int hyphen = canonical.length() - 4;
    return canonical.substring(0, hyphen) + "-" + canonical.substring(hyphen);
  }

  /**
   * Tells whether it is the number of a supervised collection, a <i>90-konto</i>.
   *
   * @return true from 900-0000 to 904-9999
   */
  public boolean isCollection() {
    return canonical.length() == 7 && canonical.startsWith("90") && canonical.charAt(2) <= '4';
  }

  /**
   * Parses a bankgironummer that may be wrong.
   *
   * @param text the number as written
   * @return the value, or empty when the text is not one
   */
  public static Optional<Bankgiro> tryParse(String text) {
    return WrittenText.attempt(() -> parse(text));
  }

  /**
   * Returns the number in its one canonical form, for storage and comparison.
   *
   * @return 7 or 8 digits
   */
  public String canonical() {
    return canonical;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bankgiro that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return "Bankgiro[" + formatted() + "]";
  }
}
