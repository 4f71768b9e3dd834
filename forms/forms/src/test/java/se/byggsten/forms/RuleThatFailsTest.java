package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;

/** What becomes of a condition that cannot be evaluated, by what it is for. */
class RuleThatFailsTest {
  /** Fails for the answers yes and no alike: there is no third item in two. */
  private static final String FAILS = "[1, 2][int(delare)] > 0";

  private static FieldDefinition number(String id) {
    return field(id, "number").build();
  }

  private static FieldDefinition.Builder ruled(String holds) {
    return field("namn", "text")
        .constraints(List.of(new ConstraintRule("Rule", Map.of("id", "regel", "holds", holds))));
  }

  private static FormRun run(PageDefinition... pages) {
    return FormRun.of(FormDefinition.builder("fel", 1).pages(List.of(pages)).build(), Forms.CLOCK);
  }

  private static List<String> broken(FormRun run, String... posted) {
    FormState state = run.post(run.start(Map.of()), "ett", PostedFields.with(posted)).state();
    return run.violations(state, "ett").stream()
        .map(violation -> violation.field() + " " + violation.constraint())
        .toList();
  }

  @Test
  void a_rule_is_broken_when_all_that_it_reads_is_answered() {
    FormRun run = run(page("ett", number("delare"), ruled(FAILS).build()));
    assertThat(broken(run, "delare", "1", "namn", "Åsa")).isEmpty();
    assertThat(broken(run, "delare", "7", "namn", "Åsa")).containsExactly("namn regel");
    assertThat(broken(run, "delare", "7")).as("nothing is judged").isEmpty();
  }

  @Test
  void a_rule_says_nothing_while_an_answer_that_it_reads_is_missing_or_hidden() {
    String reads = "[1, 2][int(delare) + 7] > int(annan)";
    FormRun run = run(page("ett", number("delare"), number("annan"), ruled(reads).build()));
    assertThat(broken(run, "delare", "7", "namn", "Åsa")).isEmpty();
    assertThat(broken(run, "delare", "7", "annan", "1", "namn", "Åsa"))
        .containsExactly("namn regel");
    FieldDefinition hidden = field("annan", "number").showIf("delare == 8.0").build();
    FormRun hiding = run(page("ett", number("delare"), hidden, ruled(reads).build()));
    assertThat(broken(hiding, "delare", "7", "annan", "1", "namn", "Åsa")).isEmpty();
    assertThat(broken(hiding, "delare", "8", "annan", "1", "namn", "Åsa"))
        .containsExactly("namn regel");
  }

  @Test
  void a_rule_that_reads_a_calculation_that_failed_is_broken_too() {
    FieldDefinition share =
        field("andel", "calculated")
            .value("100.0 / delare")
            .settings(Map.of("format", "number"))
            .build();
    FormRun run = run(page("ett", number("delare"), share, ruled("andel < 60.0").build()));
    assertThat(broken(run, "delare", "2", "namn", "Åsa")).isEmpty();
    assertThat(broken(run, "delare", "1", "namn", "Åsa")).containsExactly("namn regel");
    assertThat(broken(run, "delare", "0", "namn", "Åsa")).containsExactly("namn regel");
    assertThat(broken(run, "namn", "Åsa")).as("delare is not answered").isEmpty();
  }

  @Test
  void a_rule_over_rows_waits_for_every_row() {
    PageDefinition rows =
        PageDefinition.repeat(
            "rader", GroupDefinition.of("rader", 0, 5, List.of(page("rad", number("tal")))));
    FieldDefinition ruled = ruled("rader.all(r, [1, 2][int(r.tal)] > 0)").build();
    FormRun run = run(rows, page("ett", ruled));
    FormState state = run.start(Map.of());
    state = run.post(state, "rader", PostedFields.with("_action", "add")).state();
    state = run.post(state, "rad/1", PostedFields.with("tal", "7")).state();
    state = run.post(state, "ett", PostedFields.with("namn", "Åsa")).state();
    assertThat(run.violations(state, "ett")).hasSize(1);
    state = run.post(state, "rader", PostedFields.with("_action", "add")).state();
    assertThat(run.violations(state, "ett")).as("the second row has no number yet").isEmpty();
    state = run.post(state, "rad/2", PostedFields.with("tal", "0")).state();
    assertThat(run.violations(state, "ett")).hasSize(1);
  }

  @Test
  void what_cannot_be_evaluated_hides_nothing_demands_nothing_and_shows_nobody_out() {
    FieldDefinition shown = field("visas", "text").showIf(FAILS).build();
    FieldDefinition free = field("frivillig", "text").requiredIf(FAILS).build();
    FieldDefinition choice =
        field("val", "radio").options(List.of(new OptionDefinition("a", FAILS))).build();
    FieldDefinition warned =
        field("varnas", "text").warnings(List.of(new WarningRule("varning", FAILS))).build();
    FormRun run =
        run(
            page("ett", number("delare")).routes(List.of(new Route(FAILS, "tre"))),
            PageDefinition.exit("ut", FAILS),
            page("tva", shown, free, choice, warned).showIf(FAILS),
            page("tre", number("slut")));
    FormState state =
        run.post(run.start(Map.of()), "ett", PostedFields.with("delare", "7")).state();
    assertThat(run.answers(state).pages()).containsExactly("ett", "tva", "tre");
    assertThat(run.answers(state).isShown("visas")).isTrue();
    assertThat(run.answers(state).isRequired(free)).isFalse();
    assertThat(run.answers(state).options(choice)).hasSize(1);
    state = run.post(state, "tva", PostedFields.with("varnas", "x")).state();
    assertThat(run.answers(state).warnings(warned)).isEmpty();
  }
}
