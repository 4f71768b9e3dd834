package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;

class FormRunTest {
  private final FormRun run = Forms.run();
  private final FormState start = Forms.started(run);

  @Test
  void goes_from_the_first_page_to_the_end() {
    StepResult one = run.post(start, "ett", Forms.pageOne());
    assertThat(one.violations()).isEmpty();
    assertThat(one.page()).contains("tva");
    FormState complete = Forms.complete(run);
    assertThat(run.isComplete(complete)).isTrue();
    assertThat(run.current(complete)).isEqualTo("granska");
    assertThat(run.post(complete, "granska", PostedFields.with()).isComplete()).isTrue();
  }

  @Test
  void keeps_answers_that_break_a_constraint() {
    StepResult step =
        run.post(
            start, "ett", PostedFields.with("text", "x".repeat(21), "langtext", "<b>", "val", "q"));
    assertThat(step.page()).contains("ett");
    assertThat(step.violations())
        .extracting(Violation::field, Violation::constraint)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("text", "Size"),
            org.assertj.core.groups.Tuple.tuple("langtext", "Pattern"),
            org.assertj.core.groups.Tuple.tuple("val", "Choice"));
    assertThat(step.violations().get(0).parameters()).containsEntry("max", "20");
    assertThat(run.answers(step.state()).raw("langtext")).containsExactly("<b>");
    assertThat(run.violations(step.state(), "ett")).hasSize(3);
  }

  @Test
  void going_back_saves_what_is_written_and_demands_nothing() {
    FormState state = run.post(start, "ett", Forms.pageOne()).state();
    StepResult back =
        run.post(state, "tva", PostedFields.with("epost", "halv@", "_action", "back"));
    assertThat(back.page()).contains("ett");
    assertThat(back.violations()).isEmpty();
    assertThat(run.answers(back.state()).raw("epost")).containsExactly("halv@");
    assertThat(run.answers(back.state()).raw("text")).containsExactly("Hej");
  }

  @Test
  void a_page_cannot_be_skipped() {
    assertThat(run.open(start, "granska")).isEqualTo("ett");
    assertThat(run.open(start, "intyg")).isEqualTo("ett");
    StepResult jump = run.post(start, "intyg", PostedFields.with("intygar", "yes"));
    assertThat(jump.page()).contains("ett");
    assertThat(run.answers(jump.state()).raw("intygar")).containsExactly("yes");
    assertThat(run.post(start, "granska", PostedFields.with()).page()).contains("ett");
    assertThat(run.isComplete(jump.state())).isFalse();
  }

  @Test
  void hidden_answers_are_kept_but_do_not_count() {
    FormState state = run.post(start, "ett", Forms.pageOne()).state();
    state = run.post(state, "ett", PostedFields.with("val", "b")).state();
    assertThat(run.answers(state).raw("underA")).containsExactly("under");
    assertThat(run.answers(state).value("underA")).isEmpty();
    assertThat(run.answers(state).isShown("underA")).isFalse();
    assertThat(run.answers(state).pages()).doesNotContain("tva");
    state = run.post(state, "ett", PostedFields.with("val", "a")).state();
    assertThat(run.answers(state).value("underA")).contains("under");
  }

  @Test
  void shows_the_page_again_when_an_answer_leads_to_a_question_nobody_has_seen() {
    FormState filled = run.post(start, "ett", Forms.pageOne()).state();
    StepResult step = run.post(filled, "ett", PostedFields.of(Map.of("kryss", List.of("x", "y"))));
    assertThat(step.page()).contains("ett");
    assertThat(step.violations()).isEmpty();
    assertThat(step.revealed()).containsExactly("underXy");
    StepResult seen =
        run.post(
            step.state(),
            "ett",
            PostedFields.of(
                Map.of(
                    "kryss", List.of("x", "y"), "underXy", List.of(""), "text", List.of("krav"))));
    assertThat(seen.violations()).extracting(Violation::constraint).containsExactly("Required");
    assertThat(seen.revealed()).isEmpty();
  }

  @Test
  void an_unticked_box_is_an_answer_and_a_missing_text_is_not() {
    FormState state = run.post(start, "ett", Forms.pageOne()).state();
    state = run.post(state, "ett", PostedFields.of(Map.of("kryss", List.of("x")))).state();
    assertThat(run.answers(state).raw("kryss")).containsExactly("x");
    state = run.post(state, "ett", PostedFields.with()).state();
    assertThat(run.answers(state).raw("kryss")).isEmpty();
    assertThat(run.answers(state).raw("text")).containsExactly("Hej");
  }

  @Test
  void a_box_under_an_option_that_is_not_chosen_is_in_the_page_and_keeps_the_ticks_it_is_sent() {
    FieldDefinition val =
        field("val", "radio")
            .options(List.of(OptionDefinition.of("a"), OptionDefinition.of("b")))
            .build();
    FieldDefinition kryss =
        field("kryss", "checkboxes")
            .options(List.of(OptionDefinition.of("x")))
            .showIf("val == 'a'")
            .build();
    FormRun boxes =
        Forms.run(
            FormDefinition.builder("rutor", 1).pages(List.of(page("ett", val, kryss))).build(),
            Forms.CLOCK);
    FormState state = boxes.start(Map.of());
    state = boxes.post(state, "ett", PostedFields.with("val", "a", "kryss", "x")).state();
    state = boxes.post(state, "ett", PostedFields.with("val", "b", "kryss", "x")).state();
    assertThat(boxes.answers(state).isShown("kryss")).isFalse();
    assertThat(boxes.answers(state).raw("kryss")).containsExactly("x");
    assertThat(
            FormRenderer.of(boxes)
                .page(state, "ett", PageView.of(Locale.forLanguageTag("sv"), "/rutor", "token"))
                .value())
        .containsPattern("name=\"kryss\"[^>]* checked");
    state = boxes.post(state, "ett", PostedFields.with("val", "b")).state();
    assertThat(boxes.answers(state).raw("kryss")).as("unticked in the page").isEmpty();
  }

  @Test
  void a_rule_over_two_answers_is_judged() {
    FormState state = run.post(start, "ett", Forms.pageOne()).state();
    StepResult same = run.post(state, "ett", PostedFields.with("lista", "p", "lista2", "p"));
    assertThat(same.violations()).extracting(Violation::constraint).containsExactly("olika");
    assertThat(run.post(state, "ett", PostedFields.with("lista", "p", "lista2", "q")).violations())
        .isEmpty();
  }

  @Test
  void refuses_what_no_honest_browser_posts() {
    assertRefused(PostedFields.with("evil", "1"), "FORM-UNKNOWN-FIELD");
    assertRefused(PostedFields.with("_evil", "1"), "FORM-UNKNOWN-FIELD");
    assertRefused(PostedFields.with("pnr", "on another page"), "FORM-UNKNOWN-FIELD");
    assertRefused(PostedFields.with("text", "1", "text", "2"), "FORM-DUPLICATE-ANSWER");
    assertRefused(PostedFields.with("kryss", "x", "kryss", "x"), "FORM-DUPLICATE-ANSWER");
    assertRefused(PostedFields.with("_action", "next", "_action", "back"), "FORM-DUPLICATE-ANSWER");
    for (int others : new int[] {3, 300}) {
      List<String> ticked = new ArrayList<>(List.of("kryss", "x"));
      IntStream.range(0, others).forEach(i -> ticked.addAll(List.of("kryss", "v" + i)));
      ticked.addAll(List.of("kryss", "x"));
      assertRefused(PostedFields.with(ticked.toArray(String[]::new)), "FORM-DUPLICATE-ANSWER");
    }
    assertRefused(
        PostedFields.with().and(PostedFile.of("text", "a.pdf", Forms.PDF)), "FORM-UNKNOWN-FIELD");
    assertThat(code("finns-inte", PostedFields.with())).isEqualTo("FORM-UNKNOWN-PAGE");
    assertThat(code("filer", PostedFields.with("filer", "text"))).isEqualTo("FORM-UNKNOWN-FIELD");
  }

  @Test
  void a_locked_prefilled_answer_cannot_be_posted_and_an_open_one_keeps_its_origin() {
    assertThat(run.answers(start).value("namn")).contains("Åsa Ek");
    assertThat(code("tva", PostedFields.with("namn", "Forged"))).isEqualTo("FORM-LOCKED-FIELD");
    FormState one = run.post(start, "ett", Forms.pageOne()).state();
    FormState same = run.post(one, "tva", Forms.pageTwo()).state();
    assertThat(same.answer("epost").orElseThrow().changed()).isFalse();
    FormState changed = run.post(one, "tva", PostedFields.with("epost", "ny@exempel.se")).state();
    assertThat(changed.answer("epost").orElseThrow().changed()).isTrue();
    assertThat(changed.answer("epost").orElseThrow().prefilled().orElseThrow().value())
        .isEqualTo("asa@exempel.se");
    FormState empty = run.start(Map.of());
    assertThat(run.answers(empty).isLocked(run.form().fields().get("namn"))).isFalse();
    assertThat(run.post(empty, "tva", PostedFields.with("namn", "Egen")).state().answer("namn"))
        .isPresent();
  }

  @Test
  void every_start_has_its_own_submission_key() {
    assertThat(start.submissionKey()).matches("[A-Za-z0-9_-]{32}");
    assertThat(Forms.started(run).submissionKey()).isNotEqualTo(start.submissionKey());
    assertThat(Forms.complete(run).submissionKey()).isNotEqualTo(start.submissionKey());
    assertThat(run.post(start, "ett", Forms.pageOne()).state().submissionKey())
        .isEqualTo(start.submissionKey());
  }

  @Test
  void a_stored_run_comes_back_whole_and_only_to_its_own_version() {
    FormState state = Forms.complete(run);
    byte[] json = run.write(state);
    assertThat(run.read(json)).isEqualTo(state);
    assertThat(run.write(run.read(json))).isEqualTo(json);
    FormDefinition other = FormDefinition.builder("allt", 4).pages(run.form().pages()).build();
    FormRun otherRun = Forms.run(other, Forms.CLOCK);
    assertThat(catchThrowableOfType(FormException.class, () -> otherRun.read(json)).code())
        .isEqualTo(FormException.OTHER_FORM);
    assertThat(catchThrowableOfType(FormException.class, () -> otherRun.answers(state)).code())
        .isEqualTo(FormException.OTHER_FORM);
  }

  @Test
  void a_damaged_run_is_refused_with_a_code() {
    byte[] json = run.write(Forms.complete(run));
    for (int length = 0; length < json.length; length += 97) {
      byte[] cut = java.util.Arrays.copyOf(json, length);
      assertThat(catchThrowableOfType(FormException.class, () -> run.read(cut)).code())
          .isEqualTo(FormException.STATE);
    }
    String text = new String(json, StandardCharsets.UTF_8);
    for (String damaged :
        List.of(
            text.replace("\"state\":2", "\"state\":3"),
            text.replace("\"size\":", "\"size\":-"),
            text.replace("2026-11-22T", "2026-99-22T"),
            text.replace("\"raw\":[\"Hej\"]", "\"raw\":[7]"))) {
      assertThat(
              catchThrowableOfType(
                      FormException.class, () -> run.read(damaged.getBytes(StandardCharsets.UTF_8)))
                  .code())
          .isEqualTo(FormException.STATE);
    }
  }

  @Test
  void reads_a_date_in_three_parts_and_judges_it_by_the_clock() {
    FormState one = run.post(start, "ett", Forms.pageOne()).state();
    assertThat(constraints(one, "31", "2", "2014")).containsExactly("Date");
    assertThat(constraints(one, "6", "mars", "2014")).containsExactly("Date");
    assertThat(constraints(one, "6", "3", "14")).containsExactly("Date");
    assertThat(constraints(one, "", "3", "2014")).containsExactly("Date");
    assertThat(constraints(one, "23", "11", "2026")).containsExactly("Past");
    assertThat(constraints(one, "21", "11", "2026")).isEmpty();
    assertThat(constraints(one, "", "", "")).isEmpty();
    FormRun tomorrow = Forms.run(Forms.yaml(), Clock.offset(Forms.CLOCK, Duration.ofDays(2)));
    assertThat(
            tomorrow
                .post(
                    one,
                    "tva",
                    PostedFields.with(
                        "janej",
                        "no",
                        "datum-day",
                        "23",
                        "datum-month",
                        "11",
                        "datum-year",
                        "2026"))
                .violations())
        .isEmpty();
  }

  private List<String> constraints(FormState state, String day, String month, String year) {
    return run
        .post(
            state,
            "tva",
            PostedFields.with(
                "janej", "no", "datum-day", day, "datum-month", month, "datum-year", year))
        .violations()
        .stream()
        .map(Violation::constraint)
        .toList();
  }

  @Test
  void nothing_that_holds_answers_shows_them_as_text() {
    FormState state = Forms.complete(run);
    PostedFields posted = Forms.pageOne().and(PostedFile.of("filer", "hemlig.pdf", Forms.PDF));
    String all =
        state
            + state.answers().toString()
            + state.attachments()
            + posted
            + posted.files()
            + run.post(state, "ett", Forms.pageOne())
            + run.answers(state).value("filer")
            + start.answer("namn").orElseThrow().prefilled();
    assertThat(all).doesNotContain("Hej", "under\"", "Åsa", "asa@", "hemlig", "intyg.pdf");
  }

  private void assertRefused(PostedFields posted, String code) {
    assertThat(code("ett", posted)).isEqualTo(code);
  }

  private String code(String page, PostedFields posted) {
    return catchThrowableOfType(FormException.class, () -> run.post(start, page, posted))
        .code()
        .value();
  }
}
