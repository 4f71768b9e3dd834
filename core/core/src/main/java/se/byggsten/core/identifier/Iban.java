package se.byggsten.core.identifier;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An IBAN: the number of an account in any of the countries that take part.
 *
 * <p>Two letters of the country, two check digits by ISO 7064 modulus 97-10, and the account number
 * of the country, in all as long as the country's is. An account leads to its owner, so the text of
 * {@code toString} shows only the country. Source: ISO 13616-1 and its registry.
 */
public final class Iban {
  // The shortest account number, Norway's, has eleven characters and the longest thirty.
  private static final Pattern FORM = Pattern.compile("[A-Za-z]{2}[0-9]{2}[A-Za-z0-9]{11,30}");
  private static final Map<String, Integer> LENGTHS =
      TableRows.of("iban_lengths.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Integer.valueOf(row[1])));

  private final String canonical;

  private Iban(String canonical) {
    this.canonical = canonical;
  }

  /**
   * Parses an IBAN.
   *
   * @param text letters and digits with or without spaces and hyphens, in upper or lower case
   * @return the IBAN
   * @throws InvalidIdentifierException with code {@code IDENTIFIER-FORMAT}, also when the country
   *     has no IBAN or its IBAN is of another length, or {@code IDENTIFIER-CHECK-DIGIT}
   */
  public static Iban parse(String text) {
    String compact = WrittenText.compact(text);
    if (!FORM.matcher(compact).matches()) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FORMAT,
          "Write the IBAN with its country and all digits, such as SE45 5000 ...");
    }
    String canonical = WrittenText.upper(compact);
    Integer length = LENGTHS.get(canonical.substring(0, 2));
    if (length == null || length != canonical.length()) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FORMAT,
          length == null
              ? "The first two letters are not a country that has IBAN"
              : "An IBAN of this country has " + length + " characters");
    }
    if (modulus97(canonical.substring(4) + canonical.substring(0, 4)) != 1) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.CHECK_DIGIT,
          "The check digits do not match the others; check the number");
    }
    return new Iban(canonical);
  }

  private static int modulus97(String rearranged) {
    int rest = 0;
    for (int i = 0; i < rearranged.length(); i++) {
      int value = Character.digit(rearranged.charAt(i), 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest;
  }

  /**
   * Returns the number for a person to read.
   *
   * @return groups of four characters with a space between
   */
  public String formatted() {
    return WrittenText.grouped(canonical, 4);
  }

  /**
   * Returns the country of the account.
   *
   * @return two letters by ISO 3166-1, or XK for Kosovo
   */
  public String country() {
    return canonical.substring(0, 2);
  }

  /**
   * Returns the number with all but the country and the last four hidden.
   *
   * @return for example {@code SE** **** 7466}
   */
  public String mask() {
    return country() + "** **** " + canonical.substring(canonical.length() - 4);
  }

  /**
   * Parses an IBAN that may be wrong.
   *
   * @param text the number as written
   * @return the value, or empty when the text is not one
   */
  public static Optional<Iban> tryParse(String text) {
    return WrittenText.attempt(() -> parse(text));
  }

  /**
   * Returns the number in its one canonical form, for storage and comparison.
   *
   * @return up to 34 letters and digits without spaces, letters in upper case
   */
  public String canonical() {
    return canonical;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Iban that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return "Iban[" + country() + " masked]";
  }
}
