package se.byggsten.saml.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads durations of XML Schema, such as {@code PT6H}.
 *
 * <p>They say how often to fetch, so a month is taken for its shortest and a year for its.
 */
final class XmlDuration {
  private static final Pattern FORM =
      Pattern.compile(
          "P(?=.)(?:(\\d{1,4})Y)?(?:(\\d{1,5})M)?(?:(\\d{1,6})D)?"
              + "(?:T(?=.)(?:(\\d{1,7})H)?(?:(\\d{1,9})M)?(?:(\\d{1,10}(?:\\.\\d{1,9})?)S)?)?");
  private static final int[] SECONDS = {365 * 86_400, 28 * 86_400, 86_400, 3600, 60, 1};

  private XmlDuration() {}

  /** Returns the duration; empty when it is none, is negative or is of a hundred centuries. */
  static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < SECONDS.length; i++) {
      sum = sum.add(number(matcher.group(i + 1)).multiply(BigDecimal.valueOf(SECONDS[i])));
    }
    long whole = sum.longValue();
    int nanos = sum.subtract(BigDecimal.valueOf(whole)).movePointRight(9).intValue();
    return Optional.of(Duration.ofSeconds(whole, nanos));
  }

  private static BigDecimal number(@Nullable String digits) {
    return digits == null ? BigDecimal.ZERO : new BigDecimal(digits);
  }
}
