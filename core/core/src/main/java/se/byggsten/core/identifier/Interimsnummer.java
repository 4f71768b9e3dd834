package se.byggsten.core.identifier;

import java.time.LocalDate;

/**
 * An interim number (<i>T-nummer</i>) that a school or a care provider gives somebody for now.
 *
 * <p>A letter stands for the first digit of the serial number and counts as 1 in the check digit.
 * Accepted only where {@link PersonIdentifier.Option#INTERIM} is asked for.
 */
public final class Interimsnummer implements PersonIdentifier {
  private final String canonical;

  private Interimsnummer(String canonical) {
    this.canonical = canonical;
  }

  static Interimsnummer of(WrittenNumber number, LocalDate reference) {
    int year = number.year(reference, number.month(), number.day());
    if (Personnummer.dateOf(year, number.month(), number.day()).isAfter(reference)) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FUTURE, "The date of birth is in the future");
    }
    return new Interimsnummer(number.canonical(year));
  }

  @Override
  public String canonical() {
    return canonical;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Interimsnummer that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return "Interimsnummer[********-****]";
  }
}
