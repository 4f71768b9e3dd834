package se.byggsten.core.identifier;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a person's number as it was written, with a check digit that matches. */
record WrittenNumber(String century, String tenCharacters, boolean plus) {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{2})?([0-9]{6})([-+]?)([0-9JKLMNPRSTUWX])([0-9]{3})");

  static WrittenNumber read(String text, boolean interimAccepted) {
    // Longer than any form: refused before the pattern sees it.
    Matcher form = FORM.matcher(text.length() > 13 ? "" : text);
    if (!form.matches() || (!interimAccepted && !isDigit(form.group(4)))) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FORMAT,
          "Write the number with 12 digits, such as ÅÅÅÅMMDD-NNNN");
    }
    String ten = form.group(2) + form.group(4) + form.group(5);
    if (!Luhn.matches(asDigits(ten))) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.CHECK_DIGIT,
          "The last digit does not match the others; check the number");
    }
    if (ten.startsWith("000", 6)) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.FORMAT, "The last four digits begin with 001 to 999");
    }
    String century = form.group(1) == null ? "" : form.group(1);
    return new WrittenNumber(century, ten, "+".equals(form.group(3)));
  }

  boolean isInterim() {
    return !isDigit(tenCharacters.substring(6, 7));
  }

  int month() {
    return Integer.parseInt(tenCharacters.substring(2, 4));
  }

  int day() {
    return Integer.parseInt(tenCharacters.substring(4, 6));
  }

  /** The year of birth; for the short form the latest that is not after the reference date. */
  int year(LocalDate reference, int monthOfBirth, int dayOfBirth) {
    int yearInCentury = Integer.parseInt(tenCharacters.substring(0, 2));
    if (!century.isEmpty()) {
      return Integer.parseInt(century) * 100 + yearInCentury;
    }
    int year = reference.getYear() / 100 * 100 + yearInCentury;
    boolean laterThisYear =
        year == reference.getYear()
            && monthOfBirth * 100 + dayOfBirth
                > reference.getMonthValue() * 100 + reference.getDayOfMonth();
    if (year > reference.getYear() || laterThisYear) {
      year -= 100;
    }
    return plus ? year - 100 : year;
  }

  String canonical(int year) {
    String four =
        year >= 1000 && year <= 9999
            ? Integer.toString(year)
            : String.format(Locale.ROOT, "%04d", year);
    return four + tenCharacters.substring(2);
  }

  private static boolean isDigit(String character) {
    return character.charAt(0) <= '9';
  }

  /** A letter of an interim number counts as 1. */
  private static String asDigits(String ten) {
    return isDigit(ten.substring(6, 7)) ? ten : ten.substring(0, 6) + "1" + ten.substring(7);
  }
}
