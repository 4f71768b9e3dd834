package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;

class GroupRunTest {
  private final FormRun run = FormRun.of(Barnen.form(), Forms.CLOCK);

  @Test
  void who_comes_to_a_group_that_needs_rows_gets_the_first_one_at_once() {
    FormState state = run.post(run.start(Map.of()), "start", PostedFields.with()).state();
    StepResult step = run.post(state, "bor", PostedFields.with("kommun", "yes"));
    assertThat(step.page()).contains("om-barnet/1");
    assertThat(step.state().rows("barn")).containsExactly(1);
  }

  @Test
  void a_condition_in_a_row_reads_its_own_row_and_what_lies_around_it() {
    FormState state = Barnen.begun(run);
    FormState small = run.post(state, "om-barnet/1", PostedFields.with("alder", "5")).state();
    FormState large = run.post(state, "om-barnet/1", PostedFields.with("alder", "6")).state();
    assertThat(run.answers(small).at(new Place(List.of(1))).isShown("skola")).isFalse();
    assertThat(run.answers(large).at(new Place(List.of(1))).isShown("skola")).isTrue();
  }

  @Test
  void the_pages_of_a_row_lead_back_to_the_list() {
    FormState state = Barnen.begun(run);
    StepResult first =
        run.post(state, "om-barnet/1", PostedFields.with("namn", "Alva", "alder", "4"));
    assertThat(first.page()).contains("halsa/1");
    StepResult second = run.post(first.state(), "halsa/1", PostedFields.with("medicin", "no"));
    assertThat(second.page()).contains("barnen");
  }

  @Test
  void groups_nest_and_sums_go_over_all_rows() {
    FormState state = Barnen.begun(run);
    state = run.post(state, "om-barnet/1", PostedFields.with("namn", "Alva", "alder", "4")).state();
    StepResult step = run.post(state, "halsa/1", PostedFields.with("medicin", "yes"));
    assertThat(step.page()).contains("preparat/1/1");
    state =
        run.post(step.state(), "preparat/1/1", PostedFields.with("preparat", "A", "dos", "2"))
            .state();
    StepResult added = run.post(state, "mediciner/1", PostedFields.with("_action", "add"));
    assertThat(added.page()).contains("preparat/1/2");
    state =
        run.post(added.state(), "preparat/1/2", PostedFields.with("preparat", "B", "dos", "3"))
            .state();
    assertThat(run.answers(state).value("antalDoser")).hasToString("Optional[5]");
    assertThat(run.post(state, "mediciner/1", PostedFields.with("_action", "add")).violations())
        .extracting(Violation::constraint)
        .containsExactly("MaxRows");
  }

  @Test
  void a_row_that_is_removed_is_gone_with_all_that_stood_in_it_and_its_number_never_comes_back() {
    FormState state = Barnen.child(run, Barnen.begun(run), 1, "Alva", 4);
    state = run.post(state, "barnen", PostedFields.with("_action", "add")).state();
    state = Barnen.child(run, state, 2, "Bo", 5);
    state = run.post(state, "barnen", PostedFields.with("_action", "remove", "_row", "2")).state();
    assertThat(state.rows("barn")).containsExactly(1);
    assertThat(state.answers().keySet()).noneMatch(path -> path.endsWith("/2"));
    StepResult again = run.post(state, "barnen", PostedFields.with("_action", "add"));
    assertThat(again.page()).contains("om-barnet/3");
  }

  @Test
  void an_unfinished_row_stops_the_list_and_says_which() {
    FormState state = Barnen.child(run, Barnen.begun(run), 1, "Alva", 4);
    state = run.post(state, "barnen", PostedFields.with("_action", "add")).state();
    StepResult step = run.post(state, "barnen", PostedFields.with());
    assertThat(step.page()).contains("barnen");
    assertThat(step.violations())
        .singleElement()
        .satisfies(v -> assertThat(v.parameters()).containsEntry("number", "2"));
  }

  @Test
  void an_exit_page_ends_the_way() {
    FormState state = run.post(run.start(Map.of()), "start", PostedFields.with()).state();
    StepResult step = run.post(state, "bor", PostedFields.with("kommun", "no"));
    assertThat(step.page()).contains("nej");
    assertThat(run.answers(step.state()).pages()).containsExactly("start", "bor", "nej");
    assertThat(run.isComplete(step.state())).isFalse();
    assertThat(run.post(step.state(), "nej", PostedFields.with()).page()).contains("nej");
    assertThat(run.post(step.state(), "nej", PostedFields.with("_action", "back")).page())
        .contains("bor");
  }

  @Test
  void a_page_of_a_row_that_is_not_there_is_unknown() {
    FormState state = Barnen.begun(run);
    for (String path :
        List.of("om-barnet", "om-barnet/2", "om-barnet/1/1", "om-barnet/0", "bor/1")) {
      assertThatThrownBy(() -> run.post(state, path, PostedFields.with()))
          .isInstanceOfSatisfying(
              FormException.class, e -> assertThat(e.code()).isEqualTo(FormException.UNKNOWN_PAGE));
    }
  }

  @Test
  void a_changed_answer_makes_pages_that_read_it_incomplete_again() {
    FormState state = Barnen.child(run, Barnen.begun(run), 1, "Alva", 7);
    state = run.post(state, "barnen", PostedFields.with()).state();
    state = run.post(state, "ovrigt", PostedFields.with()).state();
    assertThat(run.isComplete(state)).isTrue();
    StepResult step =
        run.post(
            state, "om-barnet/1", PostedFields.with("namn", "Alva", "alder", "7", "skola", ""));
    assertThat(run.isComplete(step.state())).isFalse();
    assertThat(run.current(step.state())).isEqualTo("om-barnet/1");
  }

  @Test
  void what_was_found_out_before_never_changes_what_is_complete() {
    FormState state = Barnen.child(run, Barnen.begun(run), 1, "Alva", 7);
    state = run.post(state, "barnen", PostedFields.with()).state();
    FormState done = run.post(state, "ovrigt", PostedFields.with()).state();
    FormState read = run.read(run.write(done));
    assertThat(read).isEqualTo(done);
    assertThat(run.current(read)).isEqualTo("granska");
    StepResult moved = run.post(read, "bor", PostedFields.with("kommun", "no"));
    assertThat(run.current(moved.state())).isEqualTo("nej");
    StepResult back = run.post(moved.state(), "bor", PostedFields.with("kommun", "yes"));
    assertThat(run.current(back.state())).isEqualTo("granska");
  }

  @Test
  void a_legally_sufficient_application_can_be_sent_and_completed_later() {
    FormRun lenient = FormRun.of(Barnen.builder().sendAnyway(true).build(), Forms.CLOCK);
    FormState state = Barnen.begun(lenient);
    PostedFields nameless = PostedFields.with("namn", "", "alder", "4");
    assertThat(lenient.post(state, "om-barnet/1", nameless).page()).contains("om-barnet/1");
    StepResult later =
        lenient.post(
            state, "om-barnet/1", PostedFields.with("namn", "", "alder", "4", "_action", "later"));
    assertThat(later.page()).contains("halsa/1");
    state = lenient.post(later.state(), "halsa/1", PostedFields.with("medicin", "no")).state();
    state = lenient.post(state, "barnen", PostedFields.with()).state();
    state = lenient.post(state, "ovrigt", PostedFields.with()).state();
    assertThat(lenient.isComplete(state)).isTrue();
    assertThat(lenient.missing(state)).extracting(Violation::path).containsExactly("namn/1");
    assertThat(
            lenient
                .post(
                    state,
                    "om-barnet/1",
                    PostedFields.with("namn", "Al", "alder", "", "_action", "later"))
                .violations())
        .extracting(Violation::field)
        .containsExactly("alder");
  }

  @Test
  void a_calculation_that_depends_on_itself_is_refused_with_the_way_round() {
    FormDefinition form =
        FormDefinition.builder("rund", 1)
            .pages(
                List.of(
                    page(
                        "ett",
                        field("a", "text").showIf("b != ''").build(),
                        field("b", "text").showIf("a != ''").build())))
            .build();
    assertThatThrownBy(() -> FormRun.of(form, Forms.CLOCK)).hasMessageContaining("a → b → a");
  }
}
