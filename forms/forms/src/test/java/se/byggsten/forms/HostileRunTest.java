package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static se.byggsten.forms.SmallForms.field;
import static se.byggsten.forms.SmallForms.page;

import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.forms.PartyDefinition.Task;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Form;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.draft.internal.StateBytes;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.source.FormRecords;

/** What somebody could try, or stumble upon, to lose, forge or smuggle in answers. */
class HostileRunTest {
  private static final PageDefinition REVIEW =
      PageDefinition.of("granska", PageKind.REVIEW, List.of());

  private static FormDefinitionBuilder form(PageDefinition... pages) {
    return FormDefinition.builder("f", 1)
        .pages(List.of(pages))
        .texts(FormTexts.of(Map.of("sv", Map.of("form.title", "F"))));
  }

  private static FieldDefinition text(String id) {
    return field(id, "text").build();
  }

  private static FormRun run(FormDefinition form) {
    return Forms.run(form, Forms.CLOCK);
  }

  @Test
  void nobody_writes_on_the_pages_of_another_party() {
    GroupDefinition group = GroupDefinition.of("rader", 0, 3, List.of(page("rad", text("c"))));
    FormRun run =
        run(
            form(
                    page("mina", text("a"), field("pnr", "personnummer").build()),
                    page("dina", text("b")).party("annan"),
                    PageDefinition.repeat("listan", group).party("annan"),
                    REVIEW)
                .parties(List.of(new PartyDefinition("annan", "pnr", "", Task.FILL)))
                .build());
    FormState state = run.start(Map.of());
    FormRun other = run.as("annan");
    FormState theirs = other.post(state, "listan", PostedFields.with("_action", "add")).state();
    assertThat(other.post(theirs, "rad/1", PostedFields.with("c", "x")).state().answers())
        .containsKey("c/1");
    assertRefused(() -> run.post(theirs, "rad/1", PostedFields.with("c", "x")));
    assertRefused(() -> run.post(state, "dina", PostedFields.with("b", "x")));
    assertRefused(() -> run.post(state, "listan", PostedFields.with("_action", "add")));
    assertRefused(() -> other.post(state, "mina", PostedFields.with("a", "x")));
    assertRefused(() -> other.post(state, "granska", PostedFields.with()));
  }

  private static void assertRefused(ThrowingCallable post) {
    assertThatThrownBy(post)
        .isInstanceOfSatisfying(
            FormException.class, e -> assertThat(e.code()).isEqualTo(FormException.UNKNOWN_PAGE));
  }

  @Test
  void a_file_that_was_not_taken_is_told_of_also_when_the_rest_comes_later() {
    FieldDefinition files = field("intyg", "files").deferrable(true).build();
    FormRun run =
        run(
            form(PageDefinition.of("filer", PageKind.UPLOAD, List.of(files)), REVIEW)
                .sendAnyway(true)
                .build());
    PostedFile program = PostedFile.of("intyg", "intyg.exe", new byte[] {1, 2, 3});
    StepResult step =
        run.post(run.start(Map.of()), "filer", PostedFields.with("_action", "later").and(program));
    assertThat(step.page()).contains("filer");
    assertThat(step.violations()).extracting(Violation::constraint).containsExactly("FileType");
    assertThat(run.post(step.state(), "filer", PostedFields.with("_action", "later")).page())
        .contains("granska");
  }

  @Test
  void what_hangs_on_the_number_of_a_row_is_hidden_and_not_sent_once_an_earlier_row_is_gone() {
    GroupDefinition inner =
        GroupDefinition.of("inre", 0, 5, List.of(page("inre-sida", text("dolt"))));
    GroupDefinition group =
        GroupDefinition.of(
            "rader",
            0,
            5,
            List.of(
                page("rad", text("namn")),
                PageDefinition.repeat("inre-lista", inner).showIf("rowNumber > 1")));
    FormRun run = run(form(PageDefinition.repeat("listan", group), REVIEW).build());
    FormState state = run.start(Map.of());
    for (String row : List.of("1", "2")) {
      state = run.post(state, "listan", PostedFields.with("_action", "add")).state();
      state = run.post(state, "rad/" + row, PostedFields.with("namn", "n")).state();
    }
    state = run.post(state, "inre-lista/2", PostedFields.with("_action", "add")).state();
    state = run.post(state, "inre-sida/2/1", PostedFields.with("dolt", "hemligt")).state();
    state = run.post(state, "inre-lista/2", PostedFields.with()).state();
    state = run.post(state, "listan", PostedFields.with()).state();
    state = run.post(state, "listan", PostedFields.with("_action", "remove", "_row", "1")).state();
    state = run.post(state, "listan", PostedFields.with()).state();
    assertThat(run.answers(state).at(new Place(List.of(2))).isPageShown("inre-lista")).isFalse();
    assertThat(FormDocuments.of(run).answersJson(state, Locale.ROOT, Forms.NOW))
        .doesNotContain("hemligt");
    assertThat(state.answers()).containsKey("dolt/2/1");
  }

  @ParameterizedTest
  @ValueSource(ints = {4_000, 20_000})
  void a_pattern_that_cannot_take_so_long_a_text_breaks_and_never_the_service(int length) {
    FieldDefinition field =
        field("x", "long-text")
            .constraints(
                List.of(
                    new ConstraintRule("Pattern", Map.of("regexp", "([A-Za-z]|[ -])+")),
                    new ConstraintRule("Size", Map.of("max", 5_000L))))
            .build();
    FormRun run = run(form(page("sida", field), REVIEW).build());
    String text = "a".repeat(length);
    StepResult step = run.post(run.start(Map.of()), "sida", PostedFields.with("x", text));
    assertThat(step.state().answers().get("x").raw()).containsExactly(text);
    assertThat(step.violations())
        .extracting(Violation::constraint)
        .isSubsetOf("Size", "Pattern")
        .hasSizeLessThan(2);
  }

  @Test
  void a_pattern_that_would_hang_java_is_judged_at_once_also_by_a_record() {
    FormRun run =
        FormRun.builder(FormRecords.read(Slow.class, FormTexts.of(Map.of())), Forms.CLOCK)
            .record(Slow.class)
            .build();
    String text = "a".repeat(4_000);
    StepResult step =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> run.post(run.start(Map.of()), "sida", PostedFields.with("x", text)));
    assertThat(step.violations()).extracting(Violation::constraint).containsExactly("Pattern");
  }

  @Form(id = "seg", version = 1, pages = @Page(id = "sida"))
  record Slow(
      @Field(page = "sida", type = "long-text") @Pattern(regexp = "(([a-z]+)+ ?)+[0-9]")
          String x) {}

  @Test
  void a_text_that_is_too_long_is_judged_by_no_pattern() {
    FieldDefinition field =
        field("x", "text")
            .constraints(
                List.of(new ConstraintRule("Pattern", Map.of("regexp", "(([a-z]+)+ ?)+[0-9]"))))
            .build();
    FormRun run = run(form(page("sida", field), REVIEW).build());
    StepResult step =
        run.post(run.start(Map.of()), "sida", PostedFields.with("x", "a".repeat(201)));
    assertThat(step.violations())
        .containsExactly(new Violation("x", "Size", Map.of("min", "0", "max", "200")));
  }

  @Test
  void known_lines_that_a_browser_posts_back_are_not_changed() {
    FieldDefinition field =
        field("adress", "long-text").prefill(new PrefillRule("login.adress", false)).build();
    FormRun run = run(form(page("sida", field), REVIEW).build());
    FormState state =
        run.start(
            Map.of("login.adress", new PrefillValue("Gatan 1\nEksta", "registret", Forms.NOW)));
    StepResult step = run.post(state, "sida", PostedFields.with("adress", "Gatan 1\r\nEksta"));
    assertThat(step.state().answers()).isEqualTo(state.answers());
  }

  @Test
  void a_page_and_a_field_of_the_same_name_stand_in_the_same_group() {
    PageDefinition list =
        PageDefinition.repeat(
            "listan", GroupDefinition.of("rader", 0, 5, List.of(page("rad", text("kontakt")))));
    FormDefinitionBuilder form = form(page("kontakt", text("x")), list, REVIEW);
    assertThatThrownBy(form::build)
        .isInstanceOf(FormException.class)
        .hasMessageContaining("kontakt");
  }

  @Test
  void groups_nest_no_deeper_than_a_path_can_say() {
    PageDefinition page = page("innerst", text("x"));
    for (int i = 0; i < 17; i++) {
      page = PageDefinition.repeat("p" + i, GroupDefinition.of("g" + i, 0, 2, List.of(page)));
    }
    FormDefinitionBuilder form = form(page, REVIEW);
    assertThatThrownBy(form::build).isInstanceOf(FormException.class).hasMessageContaining("16");
  }

  @Test
  void rows_are_found_however_many_were_removed_before() {
    assertThat(Place.of("rad/999999999")).contains(new Place(List.of(999_999_999)));
    assertThat(Place.of("rad/9999999999")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e999999999", "99999999999999999999"})
  void a_size_that_is_no_size_is_a_damaged_run(String size) {
    FormRun run = Forms.run();
    FormState state = Forms.complete(run);
    byte[] stored = withSize(new String(run.write(state), StandardCharsets.UTF_8), size);
    assertThatThrownBy(() -> run.read(stored)).isInstanceOf(FormException.class);
    byte[] sent = withSize(FormDocuments.of(run).answersJson(state, Locale.ROOT, Forms.NOW), size);
    assertThatThrownBy(() -> SubmittedAnswers.read(run.form(), sent))
        .isInstanceOf(FormException.class);
  }

  private static byte[] withSize(String json, String size) {
    assertThat(json).containsPattern("\"size\":[0-9]+");
    return json.replaceAll("\"size\":[0-9]+", "\"size\":" + size).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_run_that_could_not_be_read_again_is_not_written() {
    FieldDefinition boxes =
        field("rutor", "checkboxes").options(List.of(OptionDefinition.of("a"))).build();
    FormRun run = run(form(page("sida", boxes), REVIEW).build());
    FormState large = ticked(run, 390_000);
    byte[] written = run.write(large);
    assertThat(run.read(written)).isEqualTo(large);
    assertThat(StateBytes.renewed(written)).hasSameSizeAs(written);
    FormState tooLarge = ticked(run, 400_000);
    assertThatThrownBy(() -> run.write(tooLarge))
        .isInstanceOfSatisfying(
            FormException.class, e -> assertThat(e.code()).isEqualTo(FormException.TOO_LARGE));
  }

  private static FormState ticked(FormRun run, int boxes) {
    List<String> values = IntStream.range(0, boxes).mapToObj(Integer::toString).toList();
    PostedFields posted = PostedFields.of(Map.of("_action", List.of("save"), "rutor", values));
    return run.post(run.start(Map.of()), "sida", posted).state();
  }
}
