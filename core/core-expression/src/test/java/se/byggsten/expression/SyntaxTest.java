package se.byggsten.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.expression.Syntax.Call;
import se.byggsten.expression.Syntax.Field;
import se.byggsten.expression.Syntax.Items;
import se.byggsten.expression.Syntax.Literal;
import se.byggsten.expression.Syntax.Name;
import se.byggsten.expression.Syntax.Other;

class SyntaxTest {
  private static final ExpressionCompiler COMPILER =
      ExpressionCompiler.with(
          Map.of(
              "a", ValueType.INTEGER,
              "b", ValueType.BOOLEAN,
              "c", ValueType.TEXT,
              "d", ValueType.rowOf(Map.of("e", ValueType.TEXT)),
              "f", ValueType.listOf(ValueType.INTEGER)));

  private static Syntax of(String source) {
    return COMPILER.compile(source).syntax();
  }

  @Test
  void operators_are_named_as_they_are_written() {
    assertThat(of("a >= 2 && !b"))
        .isEqualTo(
            new Call(
                "&&",
                List.of(
                    new Call(">=", List.of(new Name("a"), new Literal(2L))),
                    new Call("!", List.of(new Name("b"))))));
    assertThat(of("c in ['x', 'y'] || d.e != ''"))
        .isEqualTo(
            new Call(
                "||",
                List.of(
                    new Call(
                        "in",
                        List.of(
                            new Name("c"), new Items(List.of(new Literal("x"), new Literal("y"))))),
                    new Call("!=", List.of(new Field(new Name("d"), "e"), new Literal(""))))));
    assertThat(of("b ? 1 : 2"))
        .isEqualTo(new Call("?:", List.of(new Name("b"), new Literal(1L), new Literal(2L))));
    assertThat(of("-a < 1.5"))
        .isEqualTo(new Call("<", List.of(new Call("-", List.of(new Name("a"))), new Literal(1.5))));
  }

  @Test
  void methods_and_functions_are_calls() {
    assertThat(of("c.startsWith('x')"))
        .isEqualTo(new Call("startsWith", List.of(new Name("c"), new Literal("x"))));
    assertThat(of("size(f)")).isEqualTo(new Call("size", List.of(new Name("f"))));
  }

  @Test
  void what_goes_through_a_list_is_left_to_the_reader() {
    assertThat(of("f.exists(x, x > 1)")).isEqualTo(new Other());
    assertThat(of("b && f.all(x, x > 1)"))
        .isEqualTo(new Call("&&", List.of(new Name("b"), new Other())));
  }
}
