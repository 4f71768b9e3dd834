package se.byggsten.core.identifier;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A country by its two letters.
 *
 * <p>The codes and the names are those of the Java platform. Source: ISO 3166-1 alpha-2; the names
 * from Unicode CLDR.
 */
public final class CountryCode {
  /** Sweden. */
  public static final CountryCode SWEDEN = new CountryCode("SE");

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");

  private final String code;

  private CountryCode(String code) {
    this.code = code;
  }

  /**
   * Parses a country code.
   *
   * @param text two letters in upper or lower case
   * @return the country
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}
   */
  public static CountryCode parse(String text) {
    String code = WrittenText.upper(WrittenText.compact(text));
    if (!CODES.contains(code)) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FORMAT, "Write the two letters of the country, such as SE");
    }
    return new CountryCode(code);
  }

  /**
   * Parses a country code that may be wrong.
   *
   * @param text two letters
   * @return the country, or empty when there is none with these letters
   */
  public static Optional<CountryCode> tryParse(String text) {
    return WrittenText.attempt(() -> parse(text));
  }

  /**
   * Finds a country by what a person writes.
   *
   * @param text the name in a language, or the code
   * @param language the language of the name
   * @return the country, or empty when no name is equal but for upper and lower case
   */
  public static Optional<CountryCode> find(String text, Locale language) {
    String wanted = WrittenText.singleSpaced(text);
    return all(language).stream()
        .filter(country -> country.name(language).equalsIgnoreCase(wanted))
        .findFirst()
        .or(() -> tryParse(text));
  }

  /**
   * Returns all countries, Sweden first and then by name.
   *
   * @param language the language of the names and of their order
   * @return the countries
   */
  public static List<CountryCode> all(Locale language) {
    Collator collator = Collator.getInstance(language);
    return CODES.stream()
        .map(CountryCode::new)
        .sorted(
            Comparator.<CountryCode>comparingInt(country -> country.equals(SWEDEN) ? 0 : 1)
                .thenComparing(country -> country.name(language), collator)
                .thenComparing(CountryCode::canonical))
        .toList();
  }

  /**
   * Returns the name of the country.
   *
   * @param language the language of the name
   * @return the name; in Swedish where the platform has none in the language
   */
  public String name(Locale language) {
    Locale country = new Locale.Builder().setRegion(code).build();
    String name = country.getDisplayCountry(language);
    return name.equals(code) ? country.getDisplayCountry(SWEDISH) : name;
  }

  /**
   * Returns the code in its one canonical form, for storage and comparison.
   *
   * @return two upper-case letters
   */
  public String canonical() {
    return code;
  }

  /**
   * Returns the code for a person to read.
   *
   * @return two upper-case letters
   */
  public String formatted() {
    return code;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountryCode that && code.equals(that.code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return "CountryCode[" + code + "]";
  }
}
