package se.byggsten.core.identifier;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An organisationsnummer: the number of a legal person, or of a sole trader.
 *
 * <p>Ten digits with check digit; the third digit is at least 2, which tells it from a
 * personnummer. A sole trader's number is the owner's personnummer or samordningsnummer and thus
 * personal data. Source: lag (1974:174) om identitetsbeteckning för juridiska personer,
 * Skatteverket SKV 709.
 */
public final class Organisationsnummer {
  private static final Pattern FORM = Pattern.compile("(16)?([0-9]{6})-?([0-9]{4})");

  private final String canonical;
  private final boolean soleTrader;

  private Organisationsnummer(String canonical, boolean soleTrader) {
    this.canonical = canonical;
    this.soleTrader = soleTrader;
  }

  /**
   * Parses an organisationsnummer.
   *
   * @param text 10 digits with or without hyphen, 12 with the prefix 16, or the personnummer or
   *     samordningsnummer of a sole trader
   * @param reference the day on which a sole trader's number is judged
   * @return the organisationsnummer
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}, {@code
   *     IDENTIFIER-CHECK-DIGIT}, {@code IDENTIFIER-DATE} or {@code IDENTIFIER-FUTURE}
   */
  public static Organisationsnummer parse(String text, LocalDate reference) {
    Matcher form = FORM.matcher(text.length() > 13 ? "" : text);
    if (form.matches() && form.group(2).charAt(2) >= '2') {
      String digits = form.group(2) + form.group(3);
      if (digits.charAt(0) == '0') {
        throw new InvalidIdentifierException(
            InvalidIdentifierException.FORMAT, "An organisationsnummer does not begin with 0");
      }
      if (!Luhn.matches(digits)) {
        throw new InvalidIdentifierException(
            InvalidIdentifierException.CHECK_DIGIT,
            "The last digit does not match the others; check the number");
      }
      return new Organisationsnummer(digits, false);
    }
    return new Organisationsnummer(PersonIdentifier.parse(text, reference).canonical(), true);
  }

  /**
   * Parses an organisationsnummer that may be wrong.
   *
   * @param text the number as written
   * @param reference the day on which a sole trader's number is judged
   * @return the organisationsnummer, or empty when the text is not one
   */
  public static Optional<Organisationsnummer> tryParse(String text, LocalDate reference) {
    try {
      return Optional.of(parse(text, reference));
    } catch (InvalidIdentifierException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the number in its one canonical form, for storage and comparison.
   *
   * @return 10 digits, or 12 for a sole trader
   */
  public String canonical() {
    return canonical;
  }

  /**
   * Returns the number for a person to read.
   *
   * @return the digits with a hyphen before the last four
   */
  public String format() {
    int hyphen = canonical.length() - 4;
    return canonical.substring(0, hyphen) + "-" + canonical.substring(hyphen);
  }

  /**
   * Tells whether the number is a person's own.
   *
   * @return true for a sole trader
   */
  public boolean isSoleTrader() {
    return soleTrader;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Organisationsnummer that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return soleTrader ? "Organisationsnummer[masked]" : "Organisationsnummer[" + format() + "]";
  }
}
