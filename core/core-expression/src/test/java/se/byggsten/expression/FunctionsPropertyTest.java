package se.byggsten.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class FunctionsPropertyTest {
  private static final ExpressionCompiler COMPILER =
      ExpressionCompiler.with(
          Map.of(
              "a", ValueType.DATE,
              "b", ValueType.DATE,
              "t", ValueType.TEXT,
              "n", ValueType.INTEGER,
              "x", ValueType.DECIMAL,
              "xs", ValueType.listOf(ValueType.DECIMAL),
              "ns", ValueType.listOf(ValueType.INTEGER)));

  private static Object value(String source, Map<String, Object> values) {
    return COMPILER.compile(source).evaluate(values);
  }

  @Property(tries = 200)
  void spans_are_those_of_the_calendar(
      @ForAll @From("days") LocalDate from, @ForAll @From("days") LocalDate to) {
    Map<String, Object> values = Map.of("a", from, "b", to);
    assertThat(value("years(a, b)", values)).isEqualTo((long) Period.between(from, to).getYears());
    assertThat(value("months(a, b)", values)).isEqualTo(Period.between(from, to).toTotalMonths());
    assertThat(value("days(a, b)", values)).isEqualTo(to.toEpochDay() - from.toEpochDay());
    assertThat(value("a < b", values)).isEqualTo(from.isBefore(to));
    assertThat(value("days(a, b) == -days(b, a)", values)).isEqualTo(true);
  }

  @Property(tries = 200)
  void sums_of_days_are_those_of_the_calendar(
      @ForAll @From("days") LocalDate day, @ForAll @IntRange(min = -2000, max = 2000) int n) {
    Map<String, Object> values = Map.of("a", day, "n", n);
    assertThat(value("addDays(a, n)", values)).isEqualTo(day.plusDays(n).toString());
    assertThat(value("addMonths(a, n)", values)).isEqualTo(day.plusMonths(n).toString());
    int years = n / 10;
    assertThat(value("addYears(a, n)", Map.of("a", day, "n", years)))
        .isEqualTo(day.plusYears(years).toString());
    assertThat(value("days(a, addDays(a, n))", values)).isEqualTo((long) n);
    assertThat(value("date(year(a), month(a), day(a))", values)).isEqualTo(day.toString());
    assertThat(value("dayOfWeek(a)", values)).isEqualTo((long) day.getDayOfWeek().getValue());
  }

  @Property(tries = 300)
  void no_text_and_no_number_makes_a_day_function_fail(@ForAll String text, @ForAll long n) {
    Map<String, Object> values = Map.of("t", text, "n", n, "a", "2026-01-01");
    for (String source :
        List.of(
            "addDays(t, n)",
            "addMonths(a, n)",
            "addYears(a, n)",
            "birthDate(t)",
            "birthDate(t, a)",
            "date(n, n, n)")) {
      assertThat((String) value(source, values)).matches("|[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }
    for (String source :
        List.of("years(t, a)", "days(a, t)", "year(t)", "age(t, a)", "age(t, t)")) {
      assertThat(value(source, values)).isEqualTo(0L);
    }
  }

  @Property(tries = 300)
  void rounds_the_digits_that_people_see(
      @ForAll @LongRange(min = -99_999_999, max = 99_999_999) long unscaled,
      @ForAll @IntRange(max = 6) int scale,
      @ForAll @IntRange(max = 4) int decimals) {
    BigDecimal written = BigDecimal.valueOf(unscaled, scale);
    assertThat(value("round(x, n)", Map.of("x", written, "n", decimals)))
        .isEqualTo(written.setScale(decimals, RoundingMode.HALF_UP).doubleValue());
    assertThat(value("round(x)", Map.of("x", written)))
        .isEqualTo(written.setScale(0, RoundingMode.HALF_UP).longValueExact());
    assertThat(value("floor(x)", Map.of("x", written)))
        .isEqualTo(written.setScale(0, RoundingMode.FLOOR).longValueExact());
    assertThat(value("ceil(x)", Map.of("x", written)))
        .isEqualTo(written.setScale(0, RoundingMode.CEILING).longValueExact());
  }

  @Property(tries = 500)
  void rounds_what_binary_arithmetic_has_missed(
      @ForAll @LongRange(min = -999_999_999, max = 999_999_999) long ore,
      @ForAll @LongRange(min = 0, max = 999_999) long rate,
      @ForAll @IntRange(max = 4) int decimals) {
    BigDecimal money = BigDecimal.valueOf(ore, 2);
    BigDecimal times = BigDecimal.valueOf(rate, 4);
    BigDecimal exact = money.multiply(times);
    Map<String, Object> values = Map.of("x", money, "xs", List.of(times), "n", decimals);
    assertThat(value("round(x * xs[0], n)", values))
        .isEqualTo(exact.setScale(decimals, RoundingMode.HALF_UP).doubleValue());
    assertThat(value("round(x * xs[0])", values))
        .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
    assertThat(value("floor(x * xs[0])", values))
        .isEqualTo(exact.setScale(0, RoundingMode.FLOOR).longValueExact());
  }

  @Property(tries = 200)
  void sums_amounts_exactly(
      @ForAll @Size(max = 40) List<@LongRange(min = -1_000_000, max = 1_000_000) Long> ore) {
    List<BigDecimal> amounts = ore.stream().map(o -> BigDecimal.valueOf(o, 2)).toList();
    BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(value("sum(xs)", Map.of("xs", amounts))).isEqualTo(sum.doubleValue());
    assertThat(value("sum(ns)", Map.of("ns", ore)))
        .isEqualTo(ore.stream().mapToLong(Long::longValue).sum());
    if (!ore.isEmpty()) {
      assertThat(value("min(ns) <= max(ns) && min(ns) in ns", Map.of("ns", ore))).isEqualTo(true);
    }
  }

  @Property(tries = 200)
  void whole_and_decimal_numbers_mix_as_if_all_were_decimal(
      @ForAll @IntRange(min = -1000, max = 1000) int n,
      @ForAll @IntRange(min = -4000, max = 4000) int quarters) {
    double x = quarters / 4.0;
    Map<String, Object> values = Map.of("n", n, "x", x);
    assertThat(value("n + x", values)).isEqualTo(n + x);
    assertThat(value("x - n", values)).isEqualTo(x - n);
    assertThat(value("n * x", values)).isEqualTo(n * x);
    assertThat(value("n < x", values)).isEqualTo(n < x);
    assertThat(value("n == x", values)).isEqualTo(n == x);
    assertThat(value("x != n", values)).isEqualTo(n != x);
    assertThat(value("max(n, x)", values)).isEqualTo(Math.max(n, x));
    if (n != 0) {
      assertThat(value("x / n", values)).isEqualTo(x / n);
    }
  }

  @Property(tries = 100)
  void a_day_of_birth_says_the_age(@ForAll @From("days") LocalDate on) {
    long years = ChronoUnit.YEARS.between(LocalDate.of(1912, 12, 12), on);
    assertThat(value("age('191212121212', a)", Map.of("a", on)))
        .isEqualTo(on.isBefore(LocalDate.of(1912, 12, 12)) ? 0L : years);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1700, 1, 1).toEpochDay(), LocalDate.of(2300, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }
}
