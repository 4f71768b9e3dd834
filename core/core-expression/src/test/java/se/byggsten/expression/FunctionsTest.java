package se.byggsten.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {
  private final ExpressionCompiler compiler =
      ExpressionCompiler.with(
          Map.of(
              "n", ValueType.INTEGER,
              "x", ValueType.DECIMAL,
              "d", ValueType.DATE,
              "t", ValueType.TEXT,
              "b", ValueType.BOOLEAN,
              "ns", ValueType.listOf(ValueType.INTEGER),
              "xs", ValueType.listOf(ValueType.DECIMAL),
              "rows", ValueType.listOf(ValueType.ROW)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 2.5 == 3.5",
        "2.5 + 1 == 3.5",
        "n * 1.5 == 4.5 && 1.5 * n == 4.5",
        "n - 0.5 == 2.5 && 0.5 - n == -2.5",
        "n / 2.0 == 1.5 && 3.0 / n == 1.0 && n / 2 == 1",
        "x == 2 && 2 == x && x != 3 && 3 != x && !(x != 2)",
        "x > 1 && 1 < x && n >= 2.5 && x <= 2",
        "(b ? 0 : x * 0.5) == 1",
        "(b ? x : 7) == 7",
        "(b ? 0 : b ? n : x) + 1 == 3",
        "[1, 2].map(i, i > 1 ? i : 0.5) == [0.5, 2.0]",
        "sum(ns) == 6 && sum(xs) == 0.3 && sum([]) == 0",
        "sum(ns.map(i, i * 0.5)) == 3",
        "sum(rows.map(r, r.v)) == 3.5",
        "rows[0].v + 1 == 2 && 1.5 + rows[0].v == 2.5",
        "min(ns) == 1 && max(ns) == 3 && min(2, 1.5) == 1.5 && max(2, 3) == 3",
        "max(xs) == 0.2 && min([d, '2020-01-01']) == '2020-01-01' && max('a', 'b') == 'b'",
        "round(2.675, 2) == 2.68 && round(1.005, 2) == 1.01 && round(2.5) == 3",
        "round(-2.5) == -3 && round(n) == 3 && round(1234, -2) == 1200",
        "round(0.1 + 0.2, 2) == 0.3 && round(50.0 * 0.29) == 15 && floor(0.29 * 100.0) == 29",
        "floor(2.9) == 2 && ceil(2.1) == 3 && floor(-2.1) == -3 && abs(-3) == 3 && abs(-1.5) == 1.5",
        "years('2000-02-29', '2018-02-28') == 17 && years('2000-02-29', '2018-03-01') == 18",
        "days('2026-03-28', '2026-03-30') == 2 && months('2026-01-31', '2026-02-28') == 0",
        "addDays(d, 1) == '2024-03-01' && addYears(d, 1) == '2025-02-28'",
        "addMonths('2026-01-31', 1) == '2026-02-28' && addDays(d, -29) == '2024-01-31'",
        "year(d) == 2024 && month(d) == 2 && day(d) == 29 && dayOfWeek(d) == 4",
        "date(2024, 2, 29) == d && date(2023, 2, 29) == '' && date(0, 1, 1) == ''",
        "date(2024, 13, 1) == '' && date(999999999999, 1, 1) == ''",
        "birthDate('191212121212') == '1912-12-12' && birthDate('19121212-1212') == '1912-12-12'",
        "birthDate('1212121212') == '' && birthDate('1212121212', '2026-01-01') == '2012-12-12'",
        "birthDate('121212+1212', '2026-01-01') == '1912-12-12'",
        "age(d, '2026-02-28') == 1 && age(d, '2026-03-01') == 2 && age(d, '2024-02-28') == 0",
        "birthDate(d) == d && birthDate(d, '2026-01-01') == d && birthDate(d, '2020-01-01') == ''",
        "age('191212121212', '2012-12-11') == 99 && age('191212121212', '2012-12-12') == 100"
      })
  void holds(String condition) {
    assertThat(
            compiler
                .compileCondition(condition)
                .test(
                    Map.of(
                        "n",
                        3,
                        "x",
                        2,
                        "d",
                        "2024-02-29",
                        "ns",
                        List.of(2, 3, 1),
                        "xs",
                        List.of(0.1, 0.2),
                        "rows",
                        List.of(Map.of("v", 1L), Map.of("v", 2.5)))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "years(d, '2026-01-01') == 0 && days('2026-01-01', d) == 0 && months(d, d) == 0",
        "addDays(d, 1) == '' && addMonths(t, 1) == '' && addYears('', 1) == ''",
        "year(d) == 0 && month(d) == 0 && day(d) == 0 && dayOfWeek(d) == 0",
        "birthDate(t) == '' && birthDate('191212121212', d) == '' && age(t, '2026-01-01') == 0",
        "age('191212121212', d) == 0 && age('191212121212', '1900-01-01') == 0",
        "birthDate('191212121213') == '' && birthDate('hej') == ''",
        "addDays('9999-12-31', 1) == '' && addYears('0001-01-01', -1) == ''",
        "addDays('2026-01-01', 9223372036854775807) == ''",
        "addYears('2026-01-01', -9223372036854775807) == ''",
        "year('2026-02-30') == 0 && year('+12026-01-01') == 0 && year(' 2026-01-0') == 0",
        "min(ns) == 0 && max(xs) == 0 && sum(xs) == 0 && sum(ns) == 0",
        "min([t].filter(i, i != '')) == ''"
      })
  void an_empty_or_impossible_day_has_a_defined_result(String condition) {
    assertThat(compiler.compileCondition(condition).test(Map.of())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // Samordningsnummer with an unknown month or day: no birth date, and so no age.
    "190000600007, ''",
    "197010632391, 1970-10-03"
  })
  void a_samordningsnummer_has_a_birth_date_only_when_it_holds_a_real_one(
      String number, String birthDate) {
    assertThat(compiler.compile("birthDate(t)").evaluate(Map.of("t", number))).isEqualTo(birthDate);
    if (birthDate.isEmpty()) {
      assertThat(compiler.compile("age(t, '2026-01-01')").evaluate(Map.of("t", number)))
          .isEqualTo(0L);
    }
  }

  @Test
  void types_of_results_are_known_when_compiled() {
    assertThat(compiler.compile("n * x").resultType()).isEqualTo(ValueType.DECIMAL);
    assertThat(compiler.compile("b ? 1 : x").resultType()).isEqualTo(ValueType.DECIMAL);
    assertThat(compiler.compile("b ? 1 : x").evaluate(Map.of("b", true))).isEqualTo(1.0);
    assertThat(compiler.compile("sum(ns)").resultType()).isEqualTo(ValueType.INTEGER);
    assertThat(compiler.compile("sum(xs)").evaluate(Map.of())).isEqualTo(0.0);
    assertThat(compiler.compile("round(x)").resultType()).isEqualTo(ValueType.INTEGER);
    assertThat(compiler.compile("round(x, 2)").resultType()).isEqualTo(ValueType.DECIMAL);
    assertThat(compiler.compile("addDays(d, n)").resultType()).isEqualTo(ValueType.DATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x / 0",
        "n / 0",
        "1.0 / x",
        "round(1e300)",
        "sum([9223372036854775807, 1])",
        "floor(x / x)",
        "abs(-9223372036854775807 - 1)",
        "round(x / 0.0, 2)"
      })
  void numbers_out_of_range_fail_with_a_code(String source) {
    ExpressionException e =
        catchThrowableOfType(
            ExpressionException.class, () -> compiler.compile(source).evaluate(Map.of()));
    assertThat(e.code().value()).isEqualTo("EXPRESSION-FAILED");
    assertThat(e).hasNoCause();
  }

  @Test
  void a_function_of_the_wrong_type_is_refused() {
    for (String source :
        List.of("years(n, d)", "sum(t)", "round(t)", "age(n, d)", "addDays(d, 1.5)", "sum(n)")) {
      assertThatThrownBy(() -> compiler.compile(source))
          .as(source)
          .isInstanceOf(ExpressionException.class)
          .hasMessageContaining("EXPRESSION-INVALID");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "n = 3; write == to compare",
        "n == 3 and x > 2; write && for and",
        "t == 'a' OR b; write || for OR",
        "inte b; write ! for inte"
      })
  void signs_of_other_languages_get_a_suggestion(String source, String told) {
    assertThatThrownBy(() -> compiler.compile(source)).hasMessageEndingWith("; " + told);
    assertThatThrownBy(() -> compiler.compile("n == == '= and '"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("; write"));
  }

  @Test
  void a_variable_of_a_loop_is_no_read_of_a_declared_one_with_its_name() {
    assertThat(compiler.compile("ns.exists(b, b > 2)").variables()).containsExactly("ns");
    assertThat(compiler.compile("b && ns.exists(b, b > 2)").variables())
        .containsExactlyInAnyOrder("b", "ns");
    assertThat(compiler.compileCondition("ns.exists(b, b > 2)").test(Map.of("ns", List.of(3))))
        .isTrue();
  }
}
