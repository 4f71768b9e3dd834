package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.forms.SmallForms.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.Elsewhere;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PostedFile;
import se.byggsten.forms.run.StepResult;

/** A page is posted that another window has hidden, or whose row it has removed. */
class OtherWindowTest {
  private final FormRun run = Forms.run(Barnen.form(), Forms.CLOCK);

  private FormState remove(FormState state, String list, int row) {
    return run.post(state, list, PostedFields.with("_action", "remove", "_row", "" + row)).state();
  }

  private Document draw(StepResult step) {
    PageView view = PageView.of(Locale.forLanguageTag("sv"), "/barnen", "token").after(step);
    String page = step.page().orElseThrow();
    return Jsoup.parseBodyFragment(FormRenderer.of(run).page(step.state(), page, view).value());
  }

  /** What the browser sends when the button of a form is pressed. */
  private static PostedFields press(Document page, String form) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Element input : page.select("#" + form + " input, #" + form + " button")) {
      values.put(input.attr("name"), List.of(input.attr("value")));
    }
    return PostedFields.of(values);
  }

  @Test
  void what_was_written_in_a_removed_row_is_shown_and_can_be_added_again() {
    FormState state = Barnen.child(run, Barnen.begun(run), 1, "Åsa", 4);
    state = remove(state, "barnen", 1);
    StepResult step =
        run.post(state, "om-barnet/1", PostedFields.with("namn", "<b>Åsa\"", "alder", "sju"));
    assertThat(step.state()).isEqualTo(state);
    assertThat(step.page()).contains("barnen");
    assertThat(step.elsewhere().orElseThrow().kind()).isEqualTo(Elsewhere.Kind.ROW_REMOVED);
    assertThat(step.elsewhere().orElseThrow().written())
        .containsEntry("namn", List.of("<b>Åsa\""))
        .containsEntry("alder", List.of("sju"));
    assertThat(step.elsewhere().toString()).doesNotContain("Åsa");
    Document page = draw(step);
    assertThat(page.text())
        .contains("Raden som du skrev i har tagits bort i ett annat fönster.")
        .contains("<b>Åsa\"", "sju");
    StepResult again = run.post(state, "barnen", press(page, "page-again"));
    assertThat(again.page()).contains("om-barnet/2");
    assertThat(run.answers(again.state()).at(Place.of("x/2").orElseThrow()).raw("namn"))
        .containsExactly("<b>Åsa\"");
    assertThat(again.state().answer("alder/2").orElseThrow().raw()).containsExactly("sju");
    assertThat(run.violations(again.state(), "om-barnet/2")).isNotEmpty();
  }

  @Test
  void a_row_that_never_was_is_refused_and_so_is_what_no_page_of_a_row_has() {
    FormState state = remove(Barnen.child(run, Barnen.begun(run), 1, "Åsa", 4), "barnen", 1);
    assertThatThrownBy(() -> run.post(state, "om-barnet/7", PostedFields.with("namn", "x")))
        .isInstanceOf(FormException.class);
    assertThatThrownBy(() -> run.post(state, "om-barnet/1", PostedFields.with("kommun", "yes")))
        .isInstanceOf(FormException.class);
    assertThatThrownBy(
            () -> run.post(state, "barnen", PostedFields.with("_action", "add", "_restore", "bor")))
        .isInstanceOf(FormException.class);
    assertThatThrownBy(() -> run.post(state, "barnen", PostedFields.with("namn", "x")))
        .isInstanceOf(FormException.class);
  }

  @Test
  void nothing_written_is_nothing_to_show() {
    FormState state = remove(Barnen.child(run, Barnen.begun(run), 1, "Åsa", 4), "barnen", 1);
    Document page = draw(run.post(state, "om-barnet/1", PostedFields.with("namn", " ")));
    assertThat(page.text()).contains("Raden som du var på har tagits bort");
    assertThat(page.select("#page-again")).isEmpty();
  }

  @Test
  void a_full_group_keeps_showing_what_was_written() {
    FormState state = Barnen.child(run, Barnen.begun(run), 1, "Åsa", 4);
    state = remove(state, "barnen", 1);
    for (int i = 0; i < 3; i++) {
      state = run.post(state, "barnen", PostedFields.with("_action", "add")).state();
    }
    StepResult step = run.post(state, "om-barnet/1", PostedFields.with("namn", "Åsa"));
    Document page = draw(step);
    assertThat(page.text()).contains("Åsa");
    assertThat(page.select("#page-again")).isEmpty();
    StepResult full =
        run.post(
            state,
            "barnen",
            PostedFields.with("_action", "add", "_restore", "om-barnet", "namn", "Åsa"));
    assertThat(full.violations()).hasSize(1);
    assertThat(draw(full).text()).contains("Åsa");
  }

  @Test
  void a_row_in_a_removed_row_leads_to_the_list_that_is_left() {
    FormState state = Barnen.child(run, Barnen.begun(run), 1, "Åsa", 4);
    state = run.post(state, "halsa/1", PostedFields.with("medicin", "yes")).state();
    state = remove(state, "barnen", 1);
    StepResult inner = run.post(state, "preparat/1/1", PostedFields.with("preparat", "Alvedon"));
    assertThat(inner.page()).contains("barnen");
    assertThat(draw(inner).text()).contains("Alvedon");
    assertThat(draw(inner).select("#page-again")).as("there is no child to add it to").isEmpty();
  }

  @Test
  void files_are_named_since_only_the_browser_has_them() {
    FieldDefinition file = field("intyg", "files").build();
    PageDefinition list =
        PageDefinition.repeat(
            "rader",
            GroupDefinition.of(
                "rad", 0, 2, List.of(PageDefinition.of("ett", PageKind.UPLOAD, List.of(file)))));
    FormRun files =
        Forms.run(FormDefinition.builder("filer", 1).pages(List.of(list)).build(), Forms.CLOCK);
    FormState state = files.start(Map.of());
    state = files.post(state, "rader", PostedFields.with("_action", "add")).state();
    state = files.post(state, "rader", PostedFields.with("_action", "remove", "_row", "1")).state();
    PostedFields posted = PostedFields.with().and(PostedFile.of("intyg", "intyg.pdf", Forms.PDF));
    StepResult step = files.post(state, "ett/1", posted);
    assertThat(step.elsewhere().orElseThrow().written())
        .containsEntry("intyg", List.of("intyg.pdf"));
    assertThat(step.added()).isEmpty();
  }

  @Test
  void a_hidden_page_keeps_what_was_written_and_goes_on_with_the_page_after_it() {
    FieldDefinition val = field("val", "yes-no").required(true).build();
    FormRun hiding =
        Forms.run(
            FormDefinition.builder("gomma", 1)
                .pages(
                    List.of(
                        SmallForms.page("ett", val),
                        page("tva", "b").showIf("val"),
                        page("tre", "c"),
                        page("fyra", "d").showIf("val"),
                        PageDefinition.of("granska", PageKind.REVIEW, List.of())))
                .texts(FormTexts.of(Map.of("sv", Map.of("tva.title", "Sidan två"))))
                .build(),
            Forms.CLOCK);
    FormState state =
        hiding.post(hiding.start(Map.of()), "ett", PostedFields.with("val", "no")).state();
    StepResult step = hiding.post(state, "tva", PostedFields.with("b", "skrivet"));
    assertThat(step.page()).contains("tre");
    assertThat(step.state().answer("b").orElseThrow().raw()).containsExactly("skrivet");
    assertThat(step.elsewhere().orElseThrow().kind()).isEqualTo(Elsewhere.Kind.PAGE_HIDDEN);
    PageView view = PageView.of(Locale.forLanguageTag("sv"), "/gomma", "t").after(step);
    assertThat(Jsoup.parse(FormRenderer.of(hiding).page(step.state(), "tre", view).value()).text())
        .contains("Du behöver inte svara på ”Sidan två” längre");
    StepResult back = hiding.post(state, "tva", PostedFields.with("b", "x", "_action", "back"));
    assertThat(back.page()).contains("ett");
    assertThat(back.elsewhere()).isPresent();
    state = back.state();
    StepResult saved = hiding.post(state, "fyra", PostedFields.with("d", "x", "_action", "save"));
    assertThat(saved.page()).as("tre is not answered, and comes before").contains("tre");
    state = hiding.post(saved.state(), "tre", PostedFields.with("c", "x")).state();
    assertThat(hiding.post(state, "fyra", PostedFields.with("d", "y")).page()).contains("granska");
    state = hiding.post(state, "ett", PostedFields.with("val", "yes")).state();
    assertThat(hiding.answers(state).value("b")).contains("x");
  }

  @Test
  void a_page_behind_an_exit_leads_to_the_exit() {
    FormState state = Barnen.begun(run);
    state = run.post(state, "bor", PostedFields.with("kommun", "no")).state();
    StepResult step = run.post(state, "ovrigt", PostedFields.with("_action", "next"));
    assertThat(step.page()).contains("nej");
    assertThat(step.elsewhere()).isPresent();
  }

  private static PageDefinition page(String id, String field) {
    return SmallForms.page(id, field(field, "text").required(true).build());
  }
}
