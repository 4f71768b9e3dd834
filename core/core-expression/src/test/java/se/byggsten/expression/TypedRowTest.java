package se.byggsten.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedRowTest {
  private static final ValueType MEDICINE =
      ValueType.rowOf(Map.of("namn", ValueType.TEXT, "dos", ValueType.INTEGER));
  private static final ValueType CHILD =
      ValueType.rowOf(
          Map.of(
              "namn", ValueType.TEXT,
              "alder", ValueType.INTEGER,
              "inkomst", ValueType.DECIMAL,
              "fodd", ValueType.DATE,
              "simmar", ValueType.BOOLEAN,
              "val", ValueType.listOf(ValueType.TEXT),
              "medicin", ValueType.listOf(MEDICINE)));
  private final ExpressionCompiler compiler =
      ExpressionCompiler.with(
          Map.of(
              "barn",
              ValueType.listOf(CHILD),
              "forst",
              CHILD,
              "fritt",
              ValueType.listOf(ValueType.ROW),
              "antal",
              ValueType.INTEGER));

  @Test
  void goes_through_the_rows_of_groups_in_groups() {
    Map<String, Object> values =
        Map.of(
            "barn",
            List.of(
                Map.of("namn", "Alma", "alder", 9, "medicin", List.of(Map.of("dos", 2))),
                Map.of("namn", "Nils", "alder", 5L)));
    assertThat(compiler.compileCondition("barn.exists(b, b.alder < 7)").test(values)).isTrue();
    assertThat(
            compiler
                .compileCondition("barn.exists(b, b.medicin.exists(m, m.dos == 2))")
                .test(values))
        .isTrue();
    assertThat(compiler.compile("sum(barn.map(b, b.alder))").evaluate(values)).isEqualTo(14L);
    assertThat(compiler.compile("sum(barn.map(b, sum(b.medicin.map(m, m.dos))))").evaluate(values))
        .isEqualTo(2L);
    assertThat(compiler.compile("barn[1].namn").evaluate(values)).isEqualTo("Nils");
    assertThat(compiler.compile("barn.filter(b, b.alder > 6).size()").evaluate(values))
        .isEqualTo(1L);
    assertThat(compiler.compile("min(barn.map(b, b.alder))").evaluate(values)).isEqualTo(5L);
  }

  @Test
  void an_absent_field_is_the_empty_value_of_its_type() {
    String empty =
        "forst.namn == '' && forst.alder == 0 && forst.inkomst == 0 && forst.fodd == ''"
            + " && !forst.simmar && forst.val == [] && size(forst.medicin) == 0 && !has(forst.namn)";
    assertThat(compiler.compileCondition(empty).test(Map.of())).isTrue();
    Map<String, Object> row = new HashMap<>();
    row.put("namn", null);
    assertThat(compiler.compileCondition(empty).test(Map.of("forst", row))).isTrue();
    assertThat(
            compiler
                .compileCondition("has(forst.namn) && !has(forst.val)")
                .test(Map.of("forst", Map.of("namn", "Alma", "val", List.of()))))
        .isTrue();
  }

  @Test
  void takes_the_java_types_that_answers_have() {
    Map<String, Object> row =
        Map.of("inkomst", new BigDecimal("1234.50"), "fodd", LocalDate.of(2016, 2, 29));
    assertThat(
            compiler
                .compileCondition("forst.inkomst == 1234.5 && forst.fodd == '2016-02-29'")
                .test(Map.of("forst", row)))
        .isTrue();
    assertThat(
            compiler
                .compileCondition("forst.inkomst == 3 && forst.alder == 4")
                .test(Map.of("forst", Map.of("inkomst", 3L, "alder", new BigDecimal("4.0")))))
        .isTrue();
  }

  @Test
  void gives_rows_back_as_maps() {
    Object result =
        compiler
            .compile("barn.filter(b, b.alder > 6)")
            .evaluate(Map.of("barn", List.of(Map.of("alder", 9), Map.of("alder", 3))));
    assertThat(result).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST).hasSize(1);
    assertThat(compiler.compile("barn[0]").evaluate(Map.of("barn", List.of(Map.of("alder", 9)))))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("alder", 9L)
        .containsEntry("namn", "");
    assertThat(compiler.compile("barn[0]").resultType()).isEqualTo(CHILD);
  }

  @ParameterizedTest
  @CsvSource({
    "'barn.exists(b, b.aldr < 7)', aldr, alder",
    "'forst.medecin.size() > 0', medecin, medicin",
    "'barn.exists(b, b.medicin.exists(m, m.namm == \"x\"))', namm, namn",
    "'ban.size() > 0', ban, barn",
    "'anatl > 0', anatl, antal",
    "'summ(barn.map(b, b.alder)) > 0', summ, sum",
    "'addDay(forst.fodd, 1) > \"2020\"', addDay, addDays"
  })
  void a_misspelt_name_is_refused_with_the_nearest(String source, String wrong, String right) {
    assertThatThrownBy(() -> compiler.compileCondition(source))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("EXPRESSION-INVALID")
        .hasMessageContaining("'" + wrong + "'")
        .hasMessageEndingWith("did you mean '" + right + "'?");
  }

  @Test
  void a_name_like_no_other_gets_no_suggestion() {
    assertThatThrownBy(() -> compiler.compile("helikopter"))
        .hasMessageEndingWith("There is no name 'helikopter'");
    assertThatThrownBy(() -> compiler.compile("forst.helikopter"))
        .hasMessageEndingWith("The row has no field 'helikopter'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forst.alder == 'a'",
        "barn.exists(b, b.namn > 3)",
        "sum(barn.map(b, b.namn)) > 0",
        "barn.alder > 3",
        "barn == forst",
        "forst.medicin.dos == 1",
        "forst == 3"
      })
  void a_type_error_in_a_row_is_found_when_compiled(String source) {
    assertThatThrownBy(() -> compiler.compile(source))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("EXPRESSION-INVALID")
        .message()
        .doesNotContain("medicin:list");
  }

  @Test
  void a_type_error_is_said_in_the_words_of_the_types() {
    assertThatThrownBy(() -> compiler.compile("forst.namn > antal"))
        .hasMessageEndingWith("'>' cannot be used on (text, int)");
    assertThatThrownBy(() -> compiler.compile("barn == forst"))
        .hasMessageEndingWith("'==' cannot be used on (list(row), row)");
  }

  @Test
  void says_which_fields_it_reads() {
    assertThat(compiler.compile("barn.exists(b, b.alder < antal)").reads())
        .containsExactlyInAnyOrder("barn", "barn.alder", "antal");
    assertThat(compiler.compile("size(barn) > 1 && barn != []").reads()).containsExactly("barn");
    assertThat(compiler.compile("barn.filter(b, b.simmar).size()").reads())
        .containsExactlyInAnyOrder("barn", "barn.simmar");
    assertThat(compiler.compile("barn.exists(b, b.medicin.exists(m, m.dos > 1))").reads())
        .containsExactlyInAnyOrder("barn", "barn.medicin", "barn.medicin.dos");
    assertThat(compiler.compile("barn.filter(b, b.simmar)[0].medicin[0].namn").reads())
        .containsExactlyInAnyOrder("barn", "barn.simmar", "barn.medicin", "barn.medicin.namn");
    assertThat(compiler.compile("forst == barn[0]").reads())
        .contains("forst.namn", "barn.namn", "barn.medicin.dos", "forst.medicin.namn");
    assertThat(compiler.compile("has(forst.namn)").reads())
        .containsExactlyInAnyOrder("forst", "forst.namn");
    assertThat(compiler.compile("(antal > 1 ? forst : barn[0]).namn").reads())
        .containsExactlyInAnyOrder("antal", "forst", "forst.namn", "barn", "barn.namn");
    assertThat(compiler.compile("fritt.exists(f, f.x > 1)").reads()).containsExactly("fritt");
    assertThat(compiler.compile("[1, 2].exists(barn, barn > 1)").reads()).isEmpty();
  }

  @Test
  void equal_types_are_equal_whatever_the_order_of_their_fields() {
    ValueType again = ValueType.rowOf(Map.of("dos", ValueType.INTEGER, "namn", ValueType.TEXT));
    assertThat(again).isEqualTo(MEDICINE).hasSameHashCodeAs(MEDICINE);
    assertThat(CHILD.fields()).containsEntry("medicin", ValueType.listOf(MEDICINE));
    assertThat(ValueType.listOf(CHILD).element()).contains(CHILD);
    assertThat(CHILD.element()).isEmpty();
    assertThatThrownBy(() -> ValueType.rowOf(Map.of("a:int,b", ValueType.TEXT)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_wrong_value_in_a_row_is_not_told() {
    ExpressionException e =
        catchThrowableOfType(
            ExpressionException.class,
            () ->
                compiler
                    .compile("forst.alder")
                    .evaluate(Map.of("forst", Map.of("alder", "hemligt"))));
    assertThat(e.code().value()).isEqualTo("EXPRESSION-FAILED");
    assertThat(e).hasNoCause().message().doesNotContain("hemligt");
    assertThatThrownBy(() -> compiler.compile("barn").evaluate(Map.of("barn", List.of("hemligt"))))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("hemligt");
  }

  @Test
  @Timeout(60)
  void rows_in_rows_cannot_cost_without_bound() {
    Expression cube =
        compiler.compile("barn.exists(a, barn.exists(b, barn.exists(c, c.alder > 99)))");
    List<Map<String, Object>> many =
        IntStream.range(0, 500).mapToObj(i -> Map.<String, Object>of("alder", i % 90)).toList();
    ExpressionException e =
        catchThrowableOfType(ExpressionException.class, () -> cube.evaluate(Map.of("barn", many)));
    assertThat(e.code().value()).isEqualTo("EXPRESSION-TOO-COSTLY");
  }
}
