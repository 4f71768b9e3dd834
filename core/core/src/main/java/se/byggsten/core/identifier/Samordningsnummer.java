package se.byggsten.core.identifier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A samordningsnummer: the number of a person who has never been registered in Sweden.
 *
 * <p>The day of birth has 60 added to it. The date need not be a real one: an unknown month is 00,
 * an unknown day 60. Source: lag (2022:1697) om samordningsnummer, Skatteverket SKV 707.
 */
public final class Samordningsnummer implements PersonIdentifier {
  static final int DAY_OFFSET = 60;
  private static final int LAST_DAY = 91;

  private final String canonical;

  private Samordningsnummer(String canonical) {
    this.canonical = canonical;
  }

  /**
   * Parses a samordningsnummer.
   *
   * @param text 10 or 12 digits with or without {@code -} or {@code +}
   * @param reference the day on which the text is judged
   * @return the samordningsnummer
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}, {@code
   *     IDENTIFIER-CHECK-DIGIT}, {@code IDENTIFIER-DATE} or {@code IDENTIFIER-FUTURE}
   */
  public static Samordningsnummer parse(String text, LocalDate reference) {
    return of(WrittenNumber.read(text, false), reference);
  }

  /**
   * Parses a samordningsnummer that may be wrong.
   *
   * @param text 10 or 12 digits with or without separator
   * @param reference the day on which the text is judged
   * @return the samordningsnummer, or empty when the text is not one
   */
  public static Optional<Samordningsnummer> tryParse(String text, LocalDate reference) {
    return PersonIdentifier.tryParse(text, reference)
        .filter(Samordningsnummer.class::isInstance)
        .map(Samordningsnummer.class::cast);
  }

  static Samordningsnummer of(WrittenNumber number, LocalDate reference) {
    int month = number.month();
    int day = number.day();
    if (month > 12 || day < DAY_OFFSET || day > LAST_DAY) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.DATE,
          "A samordningsnummer has a month from 00 to 12 and a day from 60 to 91");
    }
    int year = number.year(reference, month, day - DAY_OFFSET);
    int today = reference.getMonthValue() * 100 + reference.getDayOfMonth();
    boolean laterThisYear = year == reference.getYear() && month * 100 + day - DAY_OFFSET > today;
    if (year > reference.getYear() || laterThisYear) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FUTURE, "The date of birth is in the future");
    }
    if (year < 1800) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.DATE, "No samordningsnummer goes back before 1800");
    }
    return new Samordningsnummer(number.canonical(year));
  }

  @Override
  public String canonical() {
    return canonical;
  }

  /**
   * Returns the date of birth where the number holds a real one.
   *
   * @return the date, or empty when month or day is unknown or they make no date
   */
  public Optional<LocalDate> birthDate() {
    int day = Integer.parseInt(canonical.substring(6, 8)) - DAY_OFFSET;
    try {
      return Optional.of(
          Personnummer.dateOf(
              Integer.parseInt(canonical.substring(0, 4)),
              Integer.parseInt(canonical.substring(4, 6)),
              day));
    } catch (InvalidIdentifierException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Samordningsnummer that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return "Samordningsnummer[********-****]";
  }
}
