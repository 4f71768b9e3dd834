package se.byggsten.forms.constraint.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers by the numbering plans that libphonenumber holds. */
public final class PhoneNumbers {
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  private static final int LONGEST = 60;
  // Digits and what is written among them; the library would read letters as a keypad has them.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "[0-9+()/.,;#*~\\s\\p{Zs}\\u2010-\\u2015\\u2212-]+(?:(?i:x|ext\\.?|ankn\\.?|anknytning)[ :]*[0-9]{1,7})?");
  private static final Pattern EXTENSION = Pattern.compile("(?i:anknytning|ankn\\.?)");
  private static final Set<PhoneNumberType> MOBILE =
      Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  private PhoneNumbers() {}

  /**
   * A telephone number that can be in use.
   *
   * @param number what the library made of it
   * @param region the region whose numbers are written without country code
   */
  public record Parsed(Phonenumber.PhoneNumber number, String region) {
    /** Leaves out the number. */
    @Override
    public String toString() {
      return "PhoneNumber[masked]";
    }

    /**
     * Tells whether text messages can be sent to it.
     *
     * @return true for a mobile number
     */
    public boolean isMobile() {
      return MOBILE.contains(UTIL.getNumberType(number));
    }

    /**
     * Returns the number for a machine.
     *
     * @return by E.164, without extension
     */
    public String e164() {
      return UTIL.format(number, PhoneNumberFormat.E164);
    }

    /**
     * Returns the number for a person to read.
     *
     * @return as written within the region, or with country code when it is of another
     */
    public String formatted() {
      boolean domestic = UTIL.getCountryCodeForRegion(region) == number.getCountryCode();
      return UTIL.format(
          number, domestic ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }
  }

  /**
   * Parses a telephone number.
   *
   * @param text the number as written
   * @param region the region whose numbers are written without country code
   * @return the number, or empty when the text is not one that can be in use
   */
  public static Optional<Parsed> parse(String text, String region) {
    if (text.length() > LONGEST || !WRITTEN.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      Phonenumber.PhoneNumber number =
          UTIL.parse(EXTENSION.matcher(text).replaceAll(" ext "), region);
      return UTIL.isValidNumber(number)
          ? Optional.of(new Parsed(number, region))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
