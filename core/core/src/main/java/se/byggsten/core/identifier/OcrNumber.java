package se.byggsten.core.identifier;

import java.util.Optional;

/**
 * An OCR number: the reference that tells which invoice a payment is for.
 *
 * <p>Two to 25 digits of which the last is a check digit by modulus 10. The receiver may have
 * agreed that the last but one is a length digit: the number of all digits, modulo 10. A reference
 * often leads to a person, so the text of {@code toString} does not show it. Source: Bankgirot, the
 * user manual of OCR referenskontroll.
 */
public final class OcrNumber {
  private final String canonical;

  private OcrNumber(String canonical) {
    this.canonical = canonical;
  }

  /**
   * Parses an OCR number without length digit.
   *
   * @param text 2 to 25 digits with or without spaces
   * @return the OCR number
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT} or {@code
   *     IDENTIFIER-CHECK-DIGIT}
   */
  public static OcrNumber parse(String text) {
    String digits =
        WrittenText.digits(text, 2, 25, "Write the OCR number with 2 to 25 digits, as on the bill");
    WrittenText.requireLuhn(digits);
    return new OcrNumber(digits);
  }

  /**
   * Parses an OCR number with length digit.
   *
   * @param text 3 to 25 digits with or without spaces
   * @return the OCR number
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}, {@code
   *     IDENTIFIER-CHECK-DIGIT} or {@code IDENTIFIER-LENGTH-DIGIT}
   */
  public static OcrNumber parseWithLengthDigit(String text) {
    OcrNumber number = parse(text);
    if (!number.hasLengthDigit()) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.LENGTH_DIGIT,
          "A digit is missing or too many; check the number with the bill");
    }
    return number;
  }

  /**
   * Tells whether the last digit but one is the length digit.
   *
   * @return true when it is the number of digits, modulo 10
   */
  public boolean hasLengthDigit() {
    int length = canonical.length();
    return length > 2 && canonical.charAt(length - 2) - '0' == length % 10;
  }

  /**
   * Returns the number for a person to read.
   *
   * @return the digits in groups of five from the left
   */
  public String formatted() {
    return WrittenText.grouped(canonical, 5);
  }

  /**
   * Parses an OCR number that may be wrong.
   *
   * @param text the number as written
   * @return the value, or empty when the text is not one
   */
  public static Optional<OcrNumber> tryParse(String text) {
    return WrittenText.attempt(() -> parse(text));
  }

  /**
   * Returns the number in its one canonical form, for storage and comparison.
   *
   * @return 2 to 25 digits
   */
  public String canonical() {
    return canonical;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OcrNumber that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return "OcrNumber[masked]";
  }
}
