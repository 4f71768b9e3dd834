package se.byggsten.core.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What people put into a number to make it readable, taken away. */
final class WrittenText {
  private static final int LONGEST = 200;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
  private static final Pattern SPACES_AND_HYPHENS =
      Pattern.compile("[\\s\\p{Zs}\\u2010-\\u2015\\u2212-]+");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private WrittenText() {}

  /** The text without spaces and hyphens; empty when it is too long to be any identifier. */
  static String compact(String text) {
    return text.length() > LONGEST ? "" : SPACES_AND_HYPHENS.matcher(text).replaceAll("");
  }

  /** The text with one space where there were several; empty when it is too long. */
  static String singleSpaced(String text) {
    return text.length() > LONGEST ? "" : SPACES.matcher(text).replaceAll(" ").strip();
  }

  /** The digits of a text that has only digits, spaces and hyphens. */
  static String digits(String text, int fewest, int most, String instruction) {
    String compact = compact(text);
    if (compact.length() < fewest
        || compact.length() > most
        || !DIGITS.matcher(compact).matches()) {
      throw new InvalidIdentifierException(InvalidIdentifierException.FORMAT, instruction);
    }
    return compact;
  }

  static void requireLuhn(String digits) {
    if (!Luhn.matches(digits)) {
      throw new InvalidIdentifierException(
          InvalidIdentifierException.CHECK_DIGIT,
          "The last digit does not match the others; check the number");
    }
  }

  static <T> Optional<T> attempt(Supplier<T> parse) {
    try {
      return Optional.of(parse.get());
    } catch (InvalidIdentifierException e) {
      return Optional.empty();
    }
  }

  /** Groups of equal size from the left, with a space between. */
  static String grouped(String text, int size) {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i > 0 && i % size == 0) {
        groups.append(' ');
      }
      groups.append(text.charAt(i));
    }
    return groups.toString();
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
