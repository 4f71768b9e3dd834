package se.byggsten.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class ExpressionPropertyTest {
  private static final ExpressionCompiler COMPILER =
      ExpressionCompiler.with(
          Map.of("a", ValueType.TEXT, "n", ValueType.INTEGER, "b", ValueType.BOOLEAN));

  @Property(tries = 300)
  void any_source_compiles_or_is_refused_with_a_code(
      @ForAll @StringLength(max = 60) String source) {
    compileOrRefuse(source);
  }

  @Property(tries = 500)
  void any_heap_of_tokens_compiles_or_is_refused_with_a_code(
      @ForAll @From("tokens") String source) {
    compileOrRefuse(source);
  }

  @Property(tries = 200)
  void any_text_is_only_a_value(@ForAll String text, @ForAll long number) {
    assertThat(COMPILER.compile("a").evaluate(Map.of("a", text))).isEqualTo(text);
    assertThat(
            COMPILER
                .compileCondition("n == " + Math.abs(number % 1000))
                .test(Map.of("n", Math.abs(number % 1000))))
        .isTrue();
  }

  private static void compileOrRefuse(String source) {
    try {
      Expression expression = COMPILER.compile(source);
      try {
        assertThat(expression.evaluate(Map.of("a", "x", "n", 3L, "b", true))).isNotNull();
      } catch (ExpressionException e) {
        assertThat(e.code().value()).startsWith("EXPRESSION-");
      }
    } catch (ExpressionException e) {
      assertThat(e.code().value()).startsWith("EXPRESSION-");
    }
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(
            "a", "n", "b", "1", "0", "'x'", "+", "-", "*", "/", "%", "==", "!=", "<", "&&", "||",
            "!", "(", ")", "[", "]", "{", "}", ",", ".", ":", "?", "in", "size", "matches", "null",
            "true", "map", "filter", "exists", "1.0", "\n", "r'", "b'", "\\", "\"")
        .list()
        .ofMaxSize(20)
        .map(tokens -> String.join(" ", tokens));
  }
}
