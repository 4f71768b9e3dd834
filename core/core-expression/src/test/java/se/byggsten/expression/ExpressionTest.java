package se.byggsten.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private final ExpressionCompiler compiler =
      ExpressionCompiler.with(
          Map.of(
              "name", ValueType.TEXT,
              "age", ValueType.INTEGER,
              "fee", ValueType.DECIMAL,
              "wants", ValueType.BOOLEAN,
              "born", ValueType.DATE,
              "camps", ValueType.listOf(ValueType.TEXT),
              "kids", ValueType.listOf(ValueType.ROW)));

  @Test
  void evaluates_conditions_over_answers() {
    assertThat(
            compiler.compileCondition("age >= 18 && wants").test(Map.of("age", 20, "wants", true)))
        .isTrue();
    assertThat(compiler.compile("name + '!'").evaluate(Map.of("name", "Åsa"))).isEqualTo("Åsa!");
    assertThat(
            compiler
                .compileCondition("born < '2015-01-01'")
                .test(Map.of("born", LocalDate.of(2014, 12, 31))))
        .isTrue();
    assertThat(
            compiler
                .compileCondition("kids.exists(k, k.age < 7)")
                .test(Map.of("kids", List.of(Map.of("age", 9L), Map.of("age", 3L)))))
        .isTrue();
    assertThat(compiler.compileCondition("'sol' in camps").test(Map.of("camps", List.of("sol"))))
        .isTrue();
  }

  @Test
  void an_absent_answer_is_the_empty_value_of_its_type() {
    assertThat(
            compiler
                .compileCondition(
                    "name == '' && !wants && age == 0 && fee == 0.0 && born == '' && camps == []"
                        + " && size(kids) == 0")
                .test(Map.of()))
        .isTrue();
    Map<String, Object> nulls = new HashMap<>();
    nulls.put("name", null);
    assertThat(compiler.compileCondition("name == ''").test(nulls)).isTrue();
  }

  @Test
  void says_which_variables_it_reads_and_what_type_it_gives() {
    Expression expression = compiler.compile("kids.all(k, k.age > age) || name == 'kids'");
    assertThat(expression.variables()).containsExactlyInAnyOrder("kids", "age", "name");
    assertThat(expression.resultType()).isEqualTo(ValueType.BOOLEAN);
    assertThat(compiler.compile("age + 1").resultType()).isEqualTo(ValueType.INTEGER);
    assertThat(compiler.compile("camps").resultType()).isEqualTo(ValueType.listOf(ValueType.TEXT));
    assertThat(compiler.compile("kids[0].age").resultType()).isEqualTo(ValueType.OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "(",
        "age >",
        "unknown == 1",
        "age == 'a'",
        "name > 1",
        "name.foo()",
        "1 +",
        "\"unclosed",
        "wants &&",
        "age ? 1 : 2",
        "System.exit(0)",
        "now()",
        "duration('1s')",
        "timestamp('2026-01-01T00:00:00Z')",
        "born.getFullYear()",
        "uint(age)",
        "bytes(name)",
        "\u0000",
        "a\uD800"
      })
  void refuses_a_bad_source_with_its_place(String source) {
    ExpressionException e =
        catchThrowableOfType(ExpressionException.class, () -> compiler.compile(source));
    assertThat(e).isNotNull();
    assertThat(e.code().value()).isEqualTo("EXPRESSION-INVALID");
    assertThat(e.line()).isPresent();
    assertThat(e.column()).isPresent();
  }

  @Test
  void names_line_and_column_of_an_unknown_name() {
    ExpressionException e =
        catchThrowableOfType(
            ExpressionException.class, () -> compiler.compile("age > 1 &&\n  agee > 2"));
    assertThat(e.line()).hasValue(2);
    assertThat(e.column()).hasValue(3);
    assertThat(e).hasMessageContaining("agee");
  }

  @Test
  void refuses_a_condition_that_is_not_one() {
    assertThatThrownBy(() -> compiler.compileCondition("age"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("EXPRESSION-NOT-A-CONDITION");
    assertThatThrownBy(() -> compiler.compile("age").test(Map.of()))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  @Timeout(60)
  void refuses_long_and_deep_sources_at_once() {
    assertCode("age == 1 || ".repeat(1_000) + "wants", "EXPRESSION-TOO-LONG");
    assertCode("(".repeat(900) + "age" + ")".repeat(900), "EXPRESSION-TOO-DEEP");
    assertCode("[".repeat(900), "EXPRESSION-TOO-DEEP");
    // Repeated unary operators are folded, so they cost nothing and stay allowed.
    assertThat(compiler.compile("!".repeat(1_900) + "wants").test(Map.of("wants", true))).isTrue();
    assertThatThrownBy(() -> compiler.compile("name" + ".a".repeat(900)))
        .isInstanceOf(ExpressionException.class);
    assertThatThrownBy(() -> compiler.compile("wants?".repeat(200) + "1" + ":2".repeat(200)))
        .isInstanceOf(ExpressionException.class);
  }

  @Test
  @Timeout(60)
  void stops_an_evaluation_that_costs_too_much() {
    Expression cube =
        compiler.compile("camps.map(a, camps.map(b, camps.map(c, a + b + c))).size() > 0");
    List<String> many = IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();
    ExpressionException e =
        catchThrowableOfType(ExpressionException.class, () -> cube.evaluate(Map.of("camps", many)));
    assertThat(e.code().value()).isEqualTo("EXPRESSION-TOO-COSTLY");
  }

  @Test
  void a_regular_expression_takes_linear_time() {
    Expression evil = compiler.compileCondition("name.matches('^(a+)+$')");
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> assertThat(evil.test(Map.of("name", "a".repeat(20_000) + "b"))).isFalse());
  }

  @Test
  void a_failed_evaluation_does_not_tell_the_values() {
    ExpressionException e =
        catchThrowableOfType(
            ExpressionException.class,
            () ->
                compiler.compile("int(name) > 1").evaluate(Map.of("name", "hemligt-191212121212")));
    assertThat(e.code().value()).isEqualTo("EXPRESSION-FAILED");
    assertThat(e).hasNoCause().message().doesNotContain("hemligt");
    assertCodeOf(() -> compiler.compile("1 / age").evaluate(Map.of()), "EXPRESSION-FAILED");
    assertCodeOf(
        () -> compiler.compile("kids[3].age == 1").evaluate(Map.of()), "EXPRESSION-FAILED");
  }

  @Test
  void refuses_a_value_of_another_type_without_telling_it() {
    assertThatThrownBy(() -> compiler.compile("age").evaluate(Map.of("age", "hemligt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The variable age is int, not String");
  }

  private void assertCode(String source, String code) {
    assertCodeOf(() -> compiler.compile(source), code);
  }

  private static void assertCodeOf(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
    assertThat(catchThrowableOfType(ExpressionException.class, call).code().value())
        .isEqualTo(code);
  }
}
