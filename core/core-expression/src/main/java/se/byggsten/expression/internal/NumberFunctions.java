package se.byggsten.expression.internal;

import dev.cel.common.exceptions.CelNumericOverflowException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import se.byggsten.expression.ValueType;

/** What {@code sum}, {@code min}, {@code round} and their like do. */
final class NumberFunctions {
  private static final int MOST_DECIMALS = 15;

  private NumberFunctions() {}

  /** A sum of whole numbers; decimals among them, which an untyped row may hold, are added too. */
  static Object sum(List<?> numbers) {
    long total = 0;
    for (Object number : numbers) {
      if (!(number instanceof Long whole)) {
        return sumOfDecimals(numbers);
      }
      try {
        total = Math.addExact(total, whole);
      } catch (ArithmeticException e) {
        throw new CelNumericOverflowException("sum");
      }
    }
    return total;
  }

  /** Adds the decimal digits that people see, so that 0.1 + 0.2 + ... does not drift. */
  static double sumOfDecimals(List<?> numbers) {
    BigDecimal total = BigDecimal.ZERO;
    for (Object number : numbers) {
      total = total.add(exact(number));
    }
    return total.doubleValue();
  }

  /** The least or greatest element, or what an empty list gives. */
  static Object extreme(List<?> values, int sign, Object ofEmpty) {
    Object best = null;
    for (Object value : values) {
      if (best == null || compare(value, best) * sign > 0) {
        best = value;
      }
    }
    return best == null ? ofEmpty : best;
  }

  private static int compare(Object one, Object other) {
    if (one instanceof String text && other instanceof String second) {
      return text.compareTo(second);
    }
    return exact(one).compareTo(exact(other));
  }

  /**
   * Half up, away from zero, on the decimal digits that people see: 2.675 becomes 2.68, and 50 *
   * 0.29 becomes 15.
   */
  static double round(double number, long decimals) {
    int scale = (int) Math.max(-MOST_DECIMALS, Math.min(MOST_DECIMALS, decimals));
    return exact(number).setScale(scale, RoundingMode.HALF_UP).doubleValue();
  }

  static long round(double number, RoundingMode mode) {
    try {
      return exact(number).setScale(0, mode).longValueExact();
    } catch (ArithmeticException e) {
      throw new CelNumericOverflowException("round");
    }
  }

  private static BigDecimal exact(Object number) {
    if (number instanceof Long whole) {
      return BigDecimal.valueOf(whole);
    }
    if (number instanceof Double decimal && Double.isFinite(decimal)) {
      return ValueType.digits(decimal);
    }
    throw new CelNumericOverflowException("not a number");
  }
}
