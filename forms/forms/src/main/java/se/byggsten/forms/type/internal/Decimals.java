package se.byggsten.forms.type.internal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.expression.ValueType;

/**
 * Reads numbers as people in Sweden write them.
 *
 * <p>Spaces of any kind or, where both signs or several of one are written, points or commas
 * between thousands; comma or point before the decimals; any minus sign; kr, :- or a unit after.
 *
 * <p>A single point or comma is the decimal sign, but before exactly three digits where a number
 * has fewer decimals than that: then a point stands between thousands, as Swedes write them, and a
 * comma is refused, since it may be meant either way.
 */
final class Decimals {
  private static final int LONGEST = 60;
  private static final int MOST_DIGITS = 40;
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
  private static final Pattern MINUS = Pattern.compile("^[-\u2010-\u2015\u2212]");
  private static final Pattern CURRENCY =
      Pattern.compile("(?i)(?:kronor|krona|kr\\.?|sek|:-|,-|:\u2013)$");
  private static final Pattern PLAIN =
      Pattern.compile("([0-9]{1,40})(?:[.,]([0-9]{1,40}))?|[.,]([0-9]{1,40})");
  private static final Pattern ONE_GROUP = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");
  private static final Pattern SWEDISH_GROUPS =
      Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3})+(?:,[0-9]{1,40})?");
  private static final Pattern ENGLISH_GROUPS =
      Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]{1,40})?");

  private Decimals() {}

  /**
   * Reads a number.
   *
   * @param text what was written
   * @param unit what may stand after
   * @param decimals how many decimals it may have
   */
  static Optional<BigDecimal> read(String text, String unit, int decimals) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (unit.isEmpty() && isPlain(text)) {
      return Optional.of(tidy(new BigDecimal(text)));
    }
    String bare = SPACES.matcher(text).replaceAll("");
    bare = withoutUnit(bare, SPACES.matcher(unit).replaceAll(""));
    Matcher minus = MINUS.matcher(bare);
    boolean negative = minus.find();
    String number = negative ? bare.substring(1) : bare;
    if (number.startsWith("+")) {
      number = number.substring(1);
    }
    return digits(number, decimals).map(BigDecimal::new).map(n -> tidy(negative ? n.negate() : n));
  }

  /** Nothing but a few digits, as most numbers are written. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MOST_DIGITS;
  }

  private static String withoutUnit(String text, String unit) {
    boolean ends =
        !unit.isEmpty()
            && text.toLowerCase(Locale.ROOT).endsWith(unit.toLowerCase(Locale.ROOT))
            && text.length() >= unit.length();
    return ends
        ? text.substring(0, text.length() - unit.length())
        : CURRENCY.matcher(text).replaceFirst("");
  }

  private static Optional<String> digits(String text, int decimals) {
    if (decimals < 3 && ONE_GROUP.matcher(text).matches()) {
      return text.indexOf(',') < 0 ? Optional.of(text.replace(".", "")) : Optional.empty();
    }
    Matcher plain = PLAIN.matcher(text);
    if (plain.matches() && !severalGroups(text)) {
      return Optional.of(text.replace(',', '.'));
    }
    if (SWEDISH_GROUPS.matcher(text).matches()) {
      return Optional.of(text.replace(".", "").replace(',', '.'));
    }
    return ENGLISH_GROUPS.matcher(text).matches()
        ? Optional.of(text.replace(",", ""))
        : Optional.empty();
  }

  private static boolean severalGroups(String text) {
    return text.chars().filter(c -> c == '.' || c == ',').count() > 1;
  }

  /** Without zeros at the end, so that equal numbers are equal values. */
  static BigDecimal tidy(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** A number of any Java type; empty for what is not a number of reasonable size. */
  static Optional<BigDecimal> of(Object value) {
    if (!(value instanceof Number number)) {
      return Optional.empty();
    }
    try {
      BigDecimal exact =
          number instanceof BigDecimal decimal
              ? decimal
              : number instanceof Double binary
                  ? ValueType.digits(binary)
                  : new BigDecimal(number.toString());
      BigDecimal stripped = exact.stripTrailingZeros();
      boolean reasonable =
          stripped.scale() <= MOST_DIGITS
              && (long) stripped.precision() - stripped.scale() <= MOST_DIGITS;
      return reasonable ? Optional.of(tidy(stripped)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** With a decimal comma and at least so many decimals when there are any. */
  static String written(BigDecimal number, int decimals) {
    BigDecimal tidy = tidy(number);
    BigDecimal full = tidy.scale() > 0 && tidy.scale() < decimals ? tidy.setScale(decimals) : tidy;
    return full.toPlainString().replace('.', ',');
  }
}
