package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.data.DataException;
import se.byggsten.forms.diff.FormChange;
import se.byggsten.forms.diff.FormDiff;
import se.byggsten.forms.diff.Impact;
import se.byggsten.forms.fill.Filled;
import se.byggsten.forms.fill.FormFill;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.type.FieldTypes;

/** Calculations by rows that are tried from the top. */
class DecisionTableTest {
  private static final DecisionTable FEE =
      DecisionTable.when("inkomst < 20000.0", "0.0")
          .orWhen("inkomst < 40000.0 && syskon", "450.0")
          .otherwise("900.0");

  private static final String YAML =
      """
      form: 1
      id: avgift
      version: 1
      languages: [sv]
      pages:
        - id: ett
          fields:
            - {id: inkomst, type: amount}
            - {id: syskon, type: yes-no}
            - id: avgift
              type: calculated
              value:
                - if: inkomst < 20000.0
                  then: 0.0
                - if: inkomst < 40000.0 && syskon
                  then: 450.0
                - else: 900.0
      """;

  private static FormDefinition form(DecisionTable table, Map<String, Object> settings) {
    return SmallForms.swedish(
            "avgift",
            page(
                "ett",
                field("inkomst", "amount").build(),
                field("syskon", "yes-no").build(),
                field("avgift", "calculated").value(table).settings(settings).build()))
        .build();
  }

  private static FormDefinition read(String yaml) {
    return FormYaml.read(
        "avgift.yaml", yaml.getBytes(StandardCharsets.UTF_8), FormTexts.of(Map.of()));
  }

  private static Optional<Object> value(FormRun run, String income, String siblings) {
    FormState state =
        run.post(
                run.start(Map.of()),
                "ett",
                PostedFields.with("inkomst", income, "syskon", siblings))
            .state();
    return run.answers(state).value("avgift");
  }

  @ParameterizedTest
  @CsvSource({"19999,no,0", "20000,yes,450", "39999,no,900", "40000,yes,900", "'',no,0"})
  void the_first_row_that_holds_gives_the_value(String income, String siblings, BigDecimal fee) {
    FormRun run = FormRun.of(read(YAML), Forms.CLOCK);
    assertThat((BigDecimal) value(run, income, siblings).orElseThrow()).isEqualByComparingTo(fee);
  }

  @Test
  void yaml_json_and_builder_give_equal_tables_and_what_is_written_reads_back() {
    FormDefinition built = form(FEE, Map.of());
    assertThat(read(YAML).canonicalJson()).isEqualTo(built.canonicalJson());
    assertThat(read(FormYaml.write(built))).isEqualTo(built);
    assertThat(read(FormYaml.writeJson(built))).isEqualTo(built).hasSameHashCodeAs(built);
    assertThat(built.canonicalJson())
        .contains("{\"if\":\"inkomst < 20000.0\",\"then\":\"0.0\"}", "{\"else\":\"900.0\"}");
    assertThat(read(YAML).fields().get("avgift").value()).isEqualTo(FEE);
  }

  @Test
  void a_form_with_a_table_is_filled_in_from_json() {
    FormRun run = FormRun.of(read(YAML), Forms.CLOCK);
    Filled filled =
        FormFill.of(run, Locale.ENGLISH)
            .read("{\"inkomst\": 39999, \"syskon\": true}".getBytes(StandardCharsets.UTF_8));
    assertThat(filled.problems()).isEmpty();
    assertThat(run.answers(filled.state()).value("avgift")).contains(new BigDecimal("450"));
  }

  @Test
  void a_table_with_nothing_but_an_otherwise_is_the_plain_calculation() {
    FormDefinition plain = form(DecisionTable.of(" 1 + 1 "), Map.of());
    FormDefinition table = form(DecisionTable.NONE.otherwise("1 + 1"), Map.of());
    assertThat(table).isEqualTo(plain);
    assertThat(plain.canonicalJson()).contains("\"value\":\"1 + 1\"");
  }

  @Test
  void a_value_is_of_any_kind_that_a_calculation_can_have() {
    DecisionTable words = DecisionTable.when("syskon", "'låg'").otherwise("'hög'");
    FormRun text = FormRun.of(form(words, Map.of("format", "text")), Forms.CLOCK);
    assertThat(value(text, "1", "yes")).contains("låg");
    DecisionTable flags = DecisionTable.when("inkomst > 5.0", "syskon").otherwise("false");
    FormRun flag = FormRun.of(form(flags, Map.of("format", "yes-no")), Forms.CLOCK);
    assertThat(value(flag, "6", "yes")).contains(true);
    DecisionTable mixed = DecisionTable.when("syskon", "1").otherwise("inkomst * 0.5");
    FormRun number = FormRun.of(form(mixed, Map.of()), Forms.CLOCK);
    assertThat(value(number, "3", "yes")).contains(BigDecimal.ONE);
    assertThat(value(number, "3", "no")).contains(new BigDecimal("1.5"));
  }

  @Test
  void without_an_otherwise_or_with_a_row_that_fails_there_is_no_value() {
    DecisionTable table =
        DecisionTable.when("1.0 / inkomst > 0.1 && 7 / size(answered) > 1", "1.0")
            .orWhen("syskon", "2.0");
    FormRun run = FormRun.of(form(table, Map.of()), Forms.CLOCK);
    assertThat(value(run, "100", "yes").map(Object::toString)).contains("2");
    assertThat(value(run, "100", "no")).isEmpty();
    assertThat(value(run, "5", "yes")).isEmpty();
  }

  /** Income against a limit, or siblings: as CEL, and as Java. */
  private record Rule(String cel, BiPredicate<Integer, Boolean> java, int then) {}

  private static Rule rule(SplittableRandom random, int then) {
    int limit = random.nextInt(12);
    return switch (random.nextInt(4)) {
      case 0 -> new Rule("inkomst < " + limit + ".0", (i, s) -> i < limit, then);
      case 1 -> new Rule("inkomst == " + limit + ".0", (i, s) -> i == limit, then);
      case 2 -> new Rule("syskon", (i, s) -> s, then);
      default -> new Rule("!syskon && inkomst > " + limit, (i, s) -> !s && i > limit, then);
    };
  }

  @Property(tries = 60)
  void a_random_table_gives_what_a_loop_over_its_rows_gives(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Rule> rules = new ArrayList<>();
    DecisionTable table = DecisionTable.NONE;
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      Rule rule = rule(random, i);
      rules.add(rule);
      table = table.orWhen(rule.cel(), String.valueOf(rule.then()));
    }
    boolean ends = random.nextBoolean();
    FormDefinition form = form(ends ? table.otherwise("99") : table, Map.of());
    assertThat(read(FormYaml.write(form))).isEqualTo(form);
    FormRun run = FormRun.of(form, Forms.CLOCK);
    for (int income = 0; income < 13; income++) {
      boolean siblings = random.nextBoolean();
      Optional<Object> expected = ends ? Optional.of(BigDecimal.valueOf(99)) : Optional.empty();
      for (Rule rule : rules) {
        if (rule.java().test(income, siblings)) {
          expected = Optional.of(BigDecimal.valueOf(rule.then()));
          break;
        }
      }
      assertThat(value(run, String.valueOf(income), siblings ? "yes" : "no"))
          .as("%s at %s", table, income)
          .isEqualTo(expected);
    }
  }

  @Test
  void the_most_rows_that_there_may_be_are_made_ready_and_tried() {
    DecisionTable table = DecisionTable.NONE;
    for (int i = 0; i < DecisionTable.MOST; i++) {
      table = table.orWhen("inkomst == " + i + ".0 && syskon", i + ".0");
    }
    DecisionTable full = table;
    FormRun run = FormRun.of(form(full.otherwise("-1"), Map.of()), Forms.CLOCK);
    assertThat(value(run, "99", "yes")).contains(BigDecimal.valueOf(99));
    assertThat(value(run, "99", "no")).contains(BigDecimal.valueOf(-1));
    assertThat(catchThrowableOfType(FormException.class, () -> full.orWhen("true", "1")).code())
        .isEqualTo(FormException.DEFINITION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "then: 450.0 | them: 450.0 | 16:13 | did you mean 'then'",
        "- else: 900.0 | - {else: 900.0, if: syskon} | 17:13 | in the last row",
        "- else: 900.0 | - {else: 900.0, then: 1} | 17:13 | in the last row",
        "- if: inkomst < 20000.0 | - else: 1.0 | 14:13 | in the last row",
        "then: 450.0 | # | 15:13 | 'then' must be here",
        "then: 450.0 | then: ' ' | 16:19 | must not be empty",
        "then: 450.0 | then: [1] | 16:19 | must be a text",
        "- else: 900.0 | - 900.0 | 17:13 | a map of keys",
        "if: inkomst < 40000.0 && syskon | if: inkomst < 40000.0 && syskn | 15:17 | 'syskon'",
        "if: inkomst < 40000.0 && syskon | if: inkomst | 15:17 | true or false",
        "then: 450.0 | then: inkmst * 2.0 | 16:19 | 'inkomst'",
        "then: 450.0 | then: true | 16:19 | it gives",
        "- else: 900.0 | - else: \"'hög'\" | 17:19 | it gives",
        "- else: 900.0 | - else: 99999999999999999999 | 17:19 | ",
      })
  void what_is_wrong_in_a_table_is_told_where_it_is_written(
      String good, String bad, String place, String message) {
    assertThat(YAML).contains(good);
    String yaml = YAML.replace(good, bad).replaceFirst("(- else: 1.0\n) +then: 0.0\n", "$1");
    DataException e = catchThrowableOfType(DataException.class, () -> read(yaml));
    assertThat(e).isNotNull();
    assertThat(e.problems().get(0).resource()).isEqualTo("avgift.yaml");
    assertThat(e).hasMessageContaining("avgift.yaml:" + place);
    assertThat(e).hasMessageContaining(message == null ? "" : message);
  }

  @Test
  void an_empty_table_is_none() {
    String none = YAML.substring(0, YAML.indexOf("value:")) + "value: []\n";
    assertThat(catchThrowableOfType(DataException.class, () -> read(none)).code())
        .isEqualTo(FormException.DEFINITION);
  }

  @Test
  void a_table_that_was_built_says_which_row_is_wrong() {
    FormDefinition form = form(FEE.orWhen("syskn", "1.0"), Map.of());
    FormException e =
        catchThrowableOfType(FormException.class, () -> FormRun.of(form, Forms.CLOCK));
    assertThat(e.code()).isEqualTo(FormException.CONDITION);
    assertThat(e).hasMessageContaining("avgift.value[3].if");
    assertThat(catchThrowableOfType(FormException.class, () -> DecisionTable.when(" ", "1")).code())
        .isEqualTo(FormException.DEFINITION);
    assertThat(
            catchThrowableOfType(
                    FormException.class,
                    () -> FieldDefinition.builder("a", FieldTypes.TEXT).value(FEE).build())
                .code())
        .isEqualTo(FormException.DEFINITION);
  }

  @Test
  void what_one_expression_gives_as_a_value_it_does_not_give_as_a_condition() {
    FormDefinition form =
        form(DecisionTable.when("syskon", "inkomst").orWhen("inkomst", "1.0"), Map.of());
    assertThat(catchThrowableOfType(FormException.class, () -> FormRun.of(form, Forms.CLOCK)))
        .hasMessageContaining("avgift.value[2].if");
  }

  @Test
  void a_changed_table_is_classed_as_a_changed_calculation_and_tells_the_rows() {
    DecisionTable dearer = FEE.otherwise("950.0");
    List<FormChange> changes =
        FormDiff.between(form(FEE, Map.of()), form(dearer, Map.of())).stream()
            .filter(change -> change.kind().value().equals("FORM-DIFF-VALUE"))
            .toList();
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).impact()).isEqualTo(Impact.NEEDS_REVIEW);
    assertThat(changes.get(0).where()).isEqualTo("avgift");
    assertThat(changes.get(0).before()).isEqualTo("[{else=900.0}]");
    assertThat(changes.get(0).after()).isEqualTo("[{else=950.0}]");
    DecisionTable turned =
        new DecisionTable(List.of(FEE.rows().get(1), FEE.rows().get(0)), FEE.otherwise());
    assertThat(FormDiff.between(form(FEE, Map.of()), form(turned, Map.of())))
        .anySatisfy(
            change -> {
              assertThat(change.before()).isEqualTo(FEE.written().toString());
              assertThat(change.after())
                  .startsWith("[{if=inkomst < 40000.0 && syskon, then=450.0}, {if=");
            });
  }
}
