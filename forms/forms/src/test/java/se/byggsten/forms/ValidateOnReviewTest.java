package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.forms.SmallForms.field;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;

/** A form whose pages let everything through and whose review lets nothing wrong through. */
class ValidateOnReviewTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private final FormRun run = run(false);

  private static FormRun run(boolean sendAnyway) {
    return FormRun.of(
        Barnen.builder().validateOn(ValidateOn.REVIEW).sendAnyway(sendAnyway).build(), Forms.CLOCK);
  }

  /** One child without a name and with letters for an age, and one whose pages nobody has seen. */
  private static FormState wrong(FormRun run) {
    FormState state = Barnen.begun(run);
    state = on(run, state, "om-barnet/1", "halsa/1", "namn", "", "alder", "fem");
    state = on(run, state, "halsa/1", "preparat/1/1", "medicin", "yes");
    state = on(run, state, "preparat/1/1", "mediciner/1", "preparat", "");
    state = on(run, state, "mediciner/1", "barnen");
    state = run.post(state, "barnen", PostedFields.with("_action", "add")).state();
    state = on(run, state, "barnen", "ovrigt");
    return on(run, state, "ovrigt", "granska");
  }

  private static FormState on(
      FormRun run, FormState state, String page, String next, String... posted) {
    StepResult step = run.post(state, page, PostedFields.with(posted));
    assertThat(step.violations()).isEmpty();
    assertThat(step.page()).contains(next);
    return step.state();
  }

  private static String line(Violation violation) {
    return violation.path() + " " + violation.constraint();
  }

  @Test
  void the_way_goes_on_past_what_is_wrong_and_loses_nothing() {
    FormState state = wrong(run);
    assertThat(state.answer("alder/1").orElseThrow().raw()).containsExactly("fem");
    assertThat(run.current(state)).isEqualTo("granska");
    assertThat(run.open(state, "granska")).isEqualTo("granska");
    assertThat(run.open(state, "mediciner/1")).isEqualTo("mediciner/1");
    assertThat(run.read(run.write(state))).isEqualTo(state);
    assertThat(run.current(run.read(run.write(state)))).isEqualTo("granska");
  }

  @Test
  void nobody_comes_past_a_page_that_was_never_posted() {
    FormState state = run.start(Map.of());
    assertThat(run.open(state, "granska")).isEqualTo("start");
    state = run.post(state, "start", PostedFields.with()).state();
    assertThat(run.open(state, "granska")).isEqualTo("bor");
    assertThat(run.post(state, "granska", PostedFields.with()).page()).contains("bor");
  }

  @Test
  void the_review_lists_all_that_is_wrong_and_refuses_to_send() {
    FormState state = wrong(run);
    StepResult step = run.post(state, "granska", PostedFields.with());
    assertThat(step.isComplete()).isFalse();
    assertThat(step.page()).contains("granska");
    assertThat(step.violations())
        .extracting(ValidateOnReviewTest::line)
        .containsExactly(
            "barn RowIncomplete", "namn/1 Required", "alder/1 Number", "preparat/1/1 Required");
    assertThat(run.waiting(state, "granska")).isEqualTo(step.violations());
    assertThat(run.isComplete(step.state())).isFalse();
    FormDocuments documents = FormDocuments.of(run);
    assertThatThrownBy(() -> documents.documents(step.state(), SV, Forms.NOW, ref -> new byte[0]))
        .isInstanceOf(FormException.class);
  }

  @Test
  void what_is_put_right_from_the_review_leads_back_there_until_all_is_right() {
    FormState state = wrong(run);
    state = on(run, state, "om-barnet/1", "granska", "namn", "Alva", "alder", "4", "_review", "1");
    // What a right age shows is asked now, and nobody has answered it.
    StepResult step =
        run.post(state, "preparat/1/1", PostedFields.with("preparat", "A", "_review", "1"));
    assertThat(step.page()).contains("preparat/1/1");
    assertThat(step.revealed()).containsExactly("dos");
    state =
        on(
            run,
            step.state(),
            "preparat/1/1",
            "granska",
            "preparat",
            "A",
            "dos",
            "2",
            "_review",
            "1");
    assertThat(run.waiting(state, "granska"))
        .extracting(ValidateOnReviewTest::line)
        .containsExactly("barn RowIncomplete");
    state = run.post(state, "barnen", PostedFields.with("_action", "remove", "_row", "2")).state();
    state = on(run, state, "barnen", "granska", "_review", "1");
    assertThat(run.isComplete(state)).isTrue();
    // Also when the review was itself opened with the query of the links on it.
    assertThat(run.post(state, "granska", PostedFields.with("_review", "1")).isComplete()).isTrue();
  }

  @Test
  void a_page_tells_what_is_wrong_once_it_was_posted() {
    FormState state = Barnen.begun(run);
    assertThat(run.waiting(state, "om-barnet/1")).isEmpty();
    state = run.post(state, "om-barnet/1", PostedFields.with("namn", "", "alder", "4")).state();
    assertThat(run.waiting(state, "om-barnet/1"))
        .extracting(ValidateOnReviewTest::line)
        .containsExactly("namn/1 Required");
    assertThat(run.waiting(state, "halsa/1")).isEmpty();
  }

  @Test
  void too_few_rows_wait_for_the_review() {
    FormState state = Barnen.begun(run);
    state = run.post(state, "barnen", PostedFields.with("_action", "remove", "_row", "1")).state();
    state = on(run, state, "barnen", "ovrigt");
    state = on(run, state, "ovrigt", "granska");
    assertThat(run.waiting(state, "granska"))
        .extracting(ValidateOnReviewTest::line)
        .containsExactly("barn MinRows");
  }

  @Test
  void an_exit_page_is_reached_past_what_is_wrong() {
    FormRun two =
        FormRun.of(
            FormDefinition.builder("tva", 1)
                .validateOn(ValidateOn.REVIEW)
                .pages(
                    List.of(
                        page("ett", "namn"),
                        page("bor", "kommun"),
                        PageDefinition.exit("nej", "kommun == 'nej'"),
                        PageDefinition.of("granska", PageKind.REVIEW, List.of()),
                        page("sist", "lovar")))
                .build(),
            Forms.CLOCK);
    FormState state = on(two, two.start(Map.of()), "ett", "bor");
    StepResult out = two.post(state, "bor", PostedFields.with("kommun", "nej"));
    assertThat(out.page()).contains("nej");
    assertThat(two.open(out.state(), "nej")).isEqualTo("nej");
    assertThat(two.isComplete(out.state())).isFalse();

    state = on(two, state, "bor", "granska", "kommun", "ja");
    assertThat(two.open(state, "sist")).isEqualTo("granska");
    assertThat(two.post(state, "granska", PostedFields.with()).violations()).hasSize(1);
    state = on(two, state, "ett", "bor", "namn", "Åsa");
    state = on(two, state, "granska", "sist");
    // No review comes after it, so it is judged at once.
    assertThat(two.post(state, "sist", PostedFields.with()).violations()).hasSize(1);
    assertThat(two.post(state, "sist", PostedFields.with("lovar", "ja")).isComplete()).isTrue();
  }

  private static PageDefinition page(String id, String field) {
    return SmallForms.page(id, field(field, "text").required(true).build());
  }

  @Test
  void what_may_be_completed_later_is_sent_anyway_by_choice_alone() {
    FormRun lenient = run(true);
    FormState state = Barnen.begun(lenient);
    state = on(lenient, state, "om-barnet/1", "halsa/1", "namn", "", "alder", "4");
    state = on(lenient, state, "halsa/1", "barnen", "medicin", "");
    state = on(lenient, state, "barnen", "ovrigt");
    state = on(lenient, state, "ovrigt", "granska");
    assertThat(review(lenient, state).select("button[value=later]")).isEmpty();
    PostedFields anyway = PostedFields.with("_action", "later");
    assertThat(lenient.post(state, "granska", anyway).violations())
        .extracting(Violation::path)
        .containsExactly("medicin/1");

    state = on(lenient, state, "halsa/1", "granska", "medicin", "no", "_review", "1");
    assertThat(lenient.post(state, "granska", PostedFields.with()).violations())
        .extracting(Violation::path)
        .containsExactly("namn/1");
    Document page = review(lenient, state);
    assertThat(page.select("button[value=later]").text()).isEqualTo("Skicka in ändå");
    assertThat(page.text()).contains("Det här behöver du komplettera");
    StepResult sent = lenient.post(state, "granska", anyway);
    assertThat(sent.isComplete()).isTrue();
    assertThat(lenient.isComplete(sent.state())).isTrue();
    assertThat(lenient.missing(sent.state())).extracting(Violation::path).containsExactly("namn/1");
    // Whoever comes back sees the choice, and it holds until the page is posted anew.
    assertThat(review(lenient, sent.state()).select(".govuk-error-summary")).isEmpty();
    FormState anew =
        on(
            lenient,
            sent.state(),
            "om-barnet/1",
            "granska",
            "namn",
            "",
            "alder",
            "4",
            "_review",
            "1");
    assertThat(lenient.isComplete(anew)).isFalse();
  }

  private static Document review(FormRun run, FormState state) {
    PageView view = PageView.of(SV, "/barnen", "t").telling(run.waiting(state, "granska"));
    return Jsoup.parseBodyFragment(FormRenderer.of(run).page(state, "granska", view).value());
  }

  @Test
  void the_summary_on_the_review_has_the_words_of_the_pages_and_leads_to_each_question() {
    FormState state = wrong(run);
    List<Element> links = review(run, state).select(".govuk-error-summary li a");
    assertThat(links)
        .extracting(link -> link.attr("href"))
        .containsExactly(
            "/barnen/barnen?_review=1#barn-2",
            "/barnen/om-barnet/1?_review=1#namn",
            "/barnen/om-barnet/1?_review=1#alder",
            "/barnen/preparat/1/1?_review=1#preparat");
    assertThat(links.get(1).text()).startsWith("Ett barn 1: ");
    assertThat(links.get(3).text()).startsWith("Ett barn 1, Rad 1: ");
    assertThat(links).extracting(Element::text).doesNotHaveDuplicates();
    PageView view = PageView.of(SV, "/barnen", "t").telling(run.waiting(state, "om-barnet/1"));
    Document page =
        Jsoup.parseBodyFragment(FormRenderer.of(run).page(state, "om-barnet/1", view).value());
    List<Element> own = page.select(".govuk-error-summary li a");
    assertThat(own).hasSize(2);
    for (int i = 0; i < own.size(); i++) {
      assertThat(links.get(i + 1).text()).endsWith(": " + own.get(i).text());
      assertThat(page.getElementById(own.get(i).attr("href").substring(1))).isNotNull();
    }
    assertThat(FormRenderer.of(run).title("granska", view)).startsWith("Fel: ");
  }

  @Test
  void a_form_without_a_review_cannot_be_validated_on_it() {
    FormDefinitionBuilder form =
        FormDefinition.builder("tva", 1)
            .validateOn(ValidateOn.REVIEW)
            .pages(List.of(page("ett", "namn")));
    assertThatThrownBy(form::build)
        .isInstanceOf(FormException.class)
        .hasMessageContaining("review");
  }
}
