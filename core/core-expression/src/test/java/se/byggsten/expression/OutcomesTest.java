package se.byggsten.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {
  private static final ExpressionCompiler COMPILER =
      ExpressionCompiler.with(
          Map.of(
              "val", ValueType.TEXT,
              "annat", ValueType.TEXT,
              "fri", ValueType.TEXT,
              "dag", ValueType.DATE,
              "today", ValueType.DATE,
              "ja", ValueType.BOOLEAN,
              "antal", ValueType.INTEGER,
              "belopp", ValueType.DECIMAL,
              "mat", ValueType.listOf(ValueType.TEXT),
              "barn",
                  ValueType.listOf(
                      ValueType.rowOf(
                          Map.of("alder", ValueType.INTEGER, "skola", ValueType.TEXT)))));

  private static final Map<String, Domain> DOMAINS =
      Map.of(
          "val", Domain.texts(List.of("a", "b")),
          "annat", Domain.texts(List.of("c", "d")),
          "dag", new Domain.Days(),
          "belopp",
              new Domain.Numbers(
                  Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.valueOf(100)), false),
          "mat", new Domain.Items(Set.of("fisk", "gryta"), 2),
          "barn", new Domain.Items(Set.of(), 5),
          "barn.skola", Domain.texts(List.of("asen", "berget")));

  private static Outcomes of(String source) {
    return COMPILER.outcomes(source, DOMAINS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "false",
        "val == 'c'",
        "val == 'a' && val == 'b'",
        "val == 'a' && !(val in ['a'])",
        "val == annat && val != ''",
        "fri == 'x' && fri != 'x'",
        "fri < 'b' && fri > 'c'",
        "dag > '2026-06-30' && dag < '2026-07-01'",
        "dag >= '2026-07-01' && dag < '2026-06-30' && dag != ''",
        "ja && !ja",
        "ja == true && ja == false",
        "antal > 12 && antal < 7",
        "antal > 5 && antal < 6",
        "belopp > 100.5",
        "belopp < 0.0",
        "belopp > 0.2 && belopp < 0.8",
        "'soppa' in mat",
        "size(mat) > 2",
        "size(barn) > 5",
        "mat.size() == 3",
        "age(fri, today) > 12 && age(fri, today) < 7",
        "month(dag) == 13",
        "barn.exists(b, b.alder < 7 && b.alder > 12)",
        "barn.exists(b, b.skola == 'dalen')",
        "!barn.all(b, b.alder == b.alder || b.alder < 7 || b.alder >= 7)",
        "(ja ? val == 'a' : val == 'b') && val == ''",
        "fri.startsWith('x') && !fri.startsWith('x')",
        "1 > 2",
        "-1 > antal && antal > 0",
        "dag < today && dag > today",
        "belopp > antal && antal > belopp",
        "today == dag && !(dag == today)",
        "fri < fri",
        "dag < date(2020, 1, 1) && dag > date(2021, 1, 1)",
        "date(2020, 2, 30) != ''"
      })
  void finds_that_a_condition_can_never_hold(String source) {
    assertThat(of(source).canBeTrue()).as(source).isFalse();
    assertThat(of("!(" + source + ")")).isEqualTo(new Outcomes(true, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "val == 'a'",
        "val == ''",
        "val != 'a' && val != 'b'",
        "fri == 'c'",
        "fri > 'b' && fri < 'c'",
        "fri.startsWith('x') && fri.endsWith('y')",
        "dag > '2026-06-30' && dag < '2026-07-02'",
        "antal > 5 && antal < 7",
        "belopp > 5.0 && belopp < 6.0",
        "belopp == 0.0",
        "'fisk' in mat && 'gryta' in mat",
        "size(barn) == 5",
        "age(fri, today) >= 7 && age(fri, today) <= 15",
        "barn.exists(b, b.alder > 7 && b.skola == 'asen')",
        "antal < 3 && size(fri) > antal",
        "today > dag",
        "dag <= today && dag >= today",
        "age(dag, today) > 200",
        "dag < date(2020, 1, 1) && dag > date(2019, 1, 1)"
      })
  void lets_a_condition_be_that_can_be_both(String source) {
    assertThat(of(source)).as(source).isEqualTo(Outcomes.BOTH);
  }

  @Test
  void gives_up_in_bounded_time_and_takes_it_that_both_are_possible() {
    String hard =
        IntStream.range(0, 40)
            .mapToObj(i -> "(fri == 'a" + i + "' || size(fri) + " + i + " > 3)")
            .collect(Collectors.joining(" && "));
    assertThat(of(hard).canBeFalse()).isTrue();
    assertThatThrownBy(() -> of("vall == 'a'"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("'val'");
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void never_denies_an_outcome_that_there_is(
      @ForAll("conditions") String source, @ForAll("values") Map<String, Object> values) {
    boolean holds = COMPILER.compileCondition(source).test(values);
    Outcomes outcomes = of(source);
    assertThat(holds ? outcomes.canBeTrue() : outcomes.canBeFalse()).as(source).isTrue();
  }

  @Provide
  Arbitrary<Map<String, Object>> values() {
    return Combinators.combine(
            Arbitraries.of("", "a", "b"),
            Arbitraries.of("", "b", "bb", "c"),
            Arbitraries.longs().between(-3, 12),
            Arbitraries.of(0.0, 1.0, 5.5, 6.0, 100.0),
            Arbitraries.of("", "2026-06-29", "2026-06-30", "2026-07-01", "2026-07-02"),
            Arbitraries.of(true, false))
        .as(
            (val, fri, antal, belopp, dag, ja) -> {
              Map<String, Object> values = new HashMap<>();
              values.put("val", val);
              values.put("fri", fri);
              values.put("antal", antal);
              values.put("belopp", belopp);
              values.put("dag", dag);
              values.put("ja", ja);
              return values;
            });
  }

  @Provide
  Arbitrary<String> conditions() {
    return conditions(5);
  }

  /** Conditions nested at most that deep: the compiler refuses what is deeper than 24. */
  private static Arbitrary<String> conditions(int depth) {
    Arbitrary<String> comparison = Arbitraries.of("==", "!=", "<", "<=", ">", ">=");
    Arbitrary<String> atom =
        Arbitraries.oneOf(
            join("val", comparison, Arbitraries.of("'a'", "'b'", "'c'", "''")),
            join("fri", comparison, Arbitraries.of("'b'", "'bb'", "'c'")),
            join("antal", comparison, Arbitraries.integers().between(-2, 9).map(String::valueOf)),
            join("belopp", comparison, Arbitraries.of("1.0", "5.5", "6.0", "99.5")),
            join("dag", comparison, Arbitraries.of("'2026-06-30'", "'2026-07-01'")),
            Arbitraries.of("ja", "size(fri) > 1", "antal > size(val)"));
    if (depth == 0) {
      return atom;
    }
    Arbitrary<String> inner = conditions(depth - 1);
    return Arbitraries.oneOf(
        atom,
        inner.map(one -> "!(" + one + ")"),
        Combinators.combine(inner, Arbitraries.of("&&", "||"), inner)
            .as((one, operator, other) -> "(" + one + " " + operator + " " + other + ")"));
  }

  private static Arbitrary<String> join(
      String name, Arbitrary<String> operator, Arbitrary<String> constant) {
    return Combinators.combine(operator, constant).as((o, c) -> name + " " + o + " " + c);
  }
}
