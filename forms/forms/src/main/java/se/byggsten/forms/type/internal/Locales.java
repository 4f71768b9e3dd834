package se.byggsten.forms.type.internal;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.byggsten.web.Languages;

/**
 * Numbers and days in the language of the page.
 *
 * <p>English as in English; every other language as in Swedish, which is how the minority languages
 * of Sweden write numbers. Names of months are Swedish where the platform has none.
 */
final class Locales {
  static final Locale SWEDISH = Locale.forLanguageTag("sv");
  private static final char NO_BREAK = '\u00a0';

  private Locales() {}

  static boolean english(Locale locale) {
    return locale.getLanguage().equals("en");
  }

  /** With a space or comma between thousands and at least so many decimals. */
  static String number(BigDecimal value, int decimals, Locale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    boolean english = english(locale);
    symbols.setGroupingSeparator(english ? ',' : NO_BREAK);
    symbols.setDecimalSeparator(english ? '.' : ',');
    symbols.setMinusSign(english ? '-' : '\u2212');
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    int most = Math.max(decimals, value.stripTrailingZeros().scale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(most);
    return format.format(value);
  }

  /** With its currency: kr after the number, or SEK before it in English. */
  static String amount(BigDecimal value, int decimals, String currency, Locale locale) {
    String number = number(value, decimals, locale);
    return english(locale)
        ? currency + NO_BREAK + number
        : number + NO_BREAK + symbol(currency, locale);
  }

  static String measure(BigDecimal value, int decimals, String unit, Locale locale) {
    String number = number(value, decimals, locale);
    return unit.isEmpty() ? number : number + NO_BREAK + unit;
  }

  static String symbol(String currency, Locale locale) {
    return currency.equals("SEK") && !english(locale) ? "kr" : currency;
  }

  static String day(LocalDate date, Locale locale) {
    return Languages.named(
        locale, names -> DateTimeFormatter.ofPattern("d MMMM uuuu", names).format(date));
  }

  static String month(YearMonth month, Locale locale) {
    return Languages.named(
        locale, names -> DateTimeFormatter.ofPattern("LLLL uuuu", names).format(month));
  }
}
