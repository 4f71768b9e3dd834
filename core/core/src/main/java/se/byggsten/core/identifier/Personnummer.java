package se.byggsten.core.identifier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A personnummer: the number of a person who is or has been registered in Sweden.
 *
 * <p>Source: 18 § folkbokföringslagen (1991:481), Skatteverket SKV 704.
 */
public final class Personnummer implements PersonIdentifier {
  private final String canonical;
  private final LocalDate birthDate;

  private Personnummer(String canonical, LocalDate birthDate) {
    this.canonical = canonical;
    this.birthDate = birthDate;
  }

  /**
   * Parses a personnummer.
   *
   * @param text 10 or 12 digits with or without {@code -} or {@code +}
   * @param reference the day on which the text is judged
   * @return the personnummer
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}, {@code
   *     IDENTIFIER-CHECK-DIGIT}, {@code IDENTIFIER-DATE} or {@code IDENTIFIER-FUTURE}
   */
  public static Personnummer parse(String text, LocalDate reference) {
    return of(WrittenNumber.read(text, false), reference);
  }

  /**
   * Parses a personnummer that may be wrong.
   *
   * @param text 10 or 12 digits with or without separator
   * @param reference the day on which the text is judged
   * @return the personnummer, or empty when the text is not one
   */
  public static Optional<Personnummer> tryParse(String text, LocalDate reference) {
    return PersonIdentifier.tryParse(text, reference)
        .filter(Personnummer.class::isInstance)
        .map(Personnummer.class::cast);
  }

  static Personnummer of(WrittenNumber number, LocalDate reference) {
    int year = number.year(reference, number.month(), number.day());
    LocalDate birth = dateOf(year, number.month(), number.day());
    if (birth.isAfter(reference)) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FUTURE, "The date of birth is in the future");
    }
    return new Personnummer(number.canonical(year), birth);
  }

  static LocalDate dateOf(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.DATE, "The first digits are not a date that exists");
    }
  }

  @Override
  public String canonical() {
    return canonical;
  }

  /**
   * Returns the date of birth.
   *
   * @return the date
   */
  public LocalDate birthDate() {
    return birthDate;
  }

  /**
   * Returns the short form as the population register writes it on a given day.
   *
   * @param reference the day; from the year of turning 100 the separator is {@code +}
   * @return six digits, separator, four digits
   */
  public String formatShort(LocalDate reference) {
    String separator = reference.getYear() - birthDate.getYear() >= 100 ? "+" : "-";
    return canonical.substring(2, 8) + separator + canonical.substring(8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Personnummer that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return "Personnummer[********-****]";
  }
}
