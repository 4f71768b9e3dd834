package se.byggsten.forms.type.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.forms.constraint.internal.PhoneNumbers;

/**
 * Reads out numbers as Swedes are used to seeing them.
 *
 * <p>What does not look like the number is read out as it was written.
 */
public final class Numbers {
  private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f]+");
  private static final Pattern PERSON = Pattern.compile("[0-9]{8}-?[0-9A-Z]?[0-9]{3}");
  private static final Pattern ORGANISATION = Pattern.compile("(?:16)?([0-9]{6})-?([0-9]{4})");
  private static final Pattern FIVE = Pattern.compile("[0-9]{5}");

  private Numbers() {}

  /**
   * Reads out a personnummer.
   *
   * @param text as written
   * @param locale the language
   * @return with a hyphen before the last four when it has twelve characters
   */
  public static String personnummer(String text, Locale locale) {
    String bare = SPACES.matcher(text).replaceAll("");
    if (!PERSON.matcher(bare).matches() || bare.replace("-", "").length() != 12) {
      return text;
    }
    String digits = bare.replace("-", "");
    return digits.substring(0, 8) + "-" + digits.substring(8);
  }

  /**
   * Reads out an organisationsnummer.
   *
   * @param text as written
   * @param locale the language
   * @return with a hyphen before the last four
   */
  public static String organisation(String text, Locale locale) {
    Matcher written = ORGANISATION.matcher(SPACES.matcher(text).replaceAll(""));
    return written.matches()
        ? written.group(1) + "-" + written.group(2)
        : personnummer(text, locale);
  }

  /**
   * Reads out a postnummer.
   *
   * @param text as written
   * @param locale the language
   * @return with a space after the third digit
   */
  public static String postalCode(String text, Locale locale) {
    String bare = SPACES.matcher(text).replaceAll("");
    return FIVE.matcher(bare).matches() ? bare.substring(0, 3) + " " + bare.substring(3) : text;
  }

  /**
   * Reads out a telephone number.
   *
   * @param text as written
   * @param locale the language
   * @return grouped as in Sweden, or with country code when it is of another country
   */
  public static String phone(String text, Locale locale) {
    return PhoneNumbers.parse(text, "SE").map(PhoneNumbers.Parsed::formatted).orElse(text);
  }
}
