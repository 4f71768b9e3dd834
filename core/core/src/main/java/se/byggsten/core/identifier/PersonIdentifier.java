package se.byggsten.core.identifier;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The number by which a person is known to a Swedish authority.
 *
 * <p>Written with 10 or 12 digits, with {@code -}, {@code +} or nothing before the last four. A
 * {@code +} in the short form means that the person has turned or will this year turn 100 (18 § lag
 * 1991:481 om folkbokföring). Values are equal when their 12-digit forms are, whatever way they
 * were written and whatever day it is. The text of {@code toString} never shows the number.
 */
public sealed interface PersonIdentifier permits Personnummer, Samordningsnummer, Interimsnummer {
  /** What a parse accepts beyond personnummer and samordningsnummer. */
  enum Option {
    /** Interim numbers of schools and health care (<i>T-nummer</i>). */
    INTERIM
  }

  /**
   * Returns the number in its one canonical form, for storage and comparison.
   *
   * @return 12 characters without separator
   */
  String canonical();

  /**
   * Returns the number for a person to read.
   *
   * @return eight characters, a hyphen and four characters
   */
  default String format() {
    return canonical().substring(0, 8) + "-" + canonical().substring(8);
  }

  /**
   * Returns the number with the last four characters hidden.
   *
   * @return for example {@code 20150916-****}
   */
  default String mask() {
    return canonical().substring(0, 8) + "-****";
  }

  /**
   * Parses a personnummer or a samordningsnummer.
   *
   * @param text 10 or 12 digits with or without separator
   * @param reference the day on which the text is judged: settles the century of the short form,
   *     and no later birth is accepted
   * @param options what else is accepted
   * @return the identifier
   * @throws InvalidIdentifierException with a code that says what is wrong
   */
  static PersonIdentifier parse(String text, LocalDate reference, Option... options) {
    Set<Option> chosen = EnumSet.noneOf(Option.class);
    chosen.addAll(Set.of(options));
    WrittenNumber number = WrittenNumber.read(text, chosen.contains(Option.INTERIM));
    if (number.isInterim()) {
      return Interimsnummer.of(number, reference);
    }
    return number.day() >= Samordningsnummer.DAY_OFFSET
        ? Samordningsnummer.of(number, reference)
        : Personnummer.of(number, reference);
  }

  /**
   * Parses a personnummer or a samordningsnummer that may be wrong.
   *
   * @param text 10 or 12 digits with or without separator
   * @param reference the day on which the text is judged
   * @param options what else is accepted
   * @return the identifier, or empty when the text is not one
   */
  static Optional<PersonIdentifier> tryParse(String text, LocalDate reference, Option... options) {
    try {
      return Optional.of(parse(text, reference, options));
    } catch (InvalidIdentifierException e) {
      return Optional.empty();
    }
  }
}
