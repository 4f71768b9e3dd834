package se.byggsten.forms.type.internal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
  private static final Pattern DIALLED = Pattern.compile("0[1-9][0-9]{5,9}");
  private static final Pattern ABROAD = Pattern.compile("\\+[1-9][0-9]{5,14}");

  /**
   * The riktnummer of three digits, 08 apart; all others have four (Post- och telestyrelsen, den
   * svenska nummerplanen enligt E.164; 07x are mobile and personal numbers).
   */
  private static final Set<String> THREE =
      Set.of(
          "010", "011", "013", "016", "018", "019", "020", "021", "023", "026", "031", "033", "035",
          "036", "040", "042", "044", "046", "054", "060", "063", "070", "072", "073", "074", "075",
          "076", "077", "078", "079", "090", "099");

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
    return written.matches() ? written.group(1) + "-" + written.group(2) : personnummer(text, locale);
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
   * @return with a hyphen after the riktnummer, and +46 before it when it was written so
   */
  public static String phone(String text, Locale locale) {
    String bare = text.replaceAll("[\\s\u00a0\u202f()/.-]+", "");
    if (bare.startsWith("00")) {
      bare = "+" + bare.substring(2);
    }
    if (bare.startsWith("+46")) {
      String national = bare.startsWith("+460") ? bare.substring(3) : "0" + bare.substring(3);
      return DIALLED.matcher(national).matches()
          ? "+46 " + national(national).substring(1).replace('-', ' ')
          : text;
    }
    if (DIALLED.matcher(bare).matches()) {
      return national(bare);
    }
    return ABROAD.matcher(bare).matches() ? bare : text;
  }

  private static String national(String number) {
    int area = number.startsWith("08") ? 2 : THREE.contains(number.substring(0, 3)) ? 3 : 4;
    return number.substring(0, area) + "-" + grouped(number.substring(area));
  }

  /** Pairs of digits from the right, after a group of two or three; eight are 3, 3 and 2. */
  private static String grouped(String digits) {
    if (digits.length() == 8) {
      return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }
    StringBuilder text = new StringBuilder(digits);
    int end = digits.length();
    for (int at = end - 2; at >= 2; at -= 2) {
      text.insert(at, ' ');
    }
    return text.toString();
  }
}
