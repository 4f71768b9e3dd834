package se.byggsten.forms.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.Forms;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.RandomForms;
import se.byggsten.forms.RandomPosts;
import se.byggsten.forms.Resor;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;

class AnswersSchemaTest {
  private static final Judge JUDGE = new Judge(AnswersSchema.of(Resor.yaml(), "sv"));
  private static final String ANSWERS =
      """
      {"antal": 12, "buss": true, "rektorPnr": "191212121212", "lovar": true,
       "barn": [
         {"namn": "Åsa", "frisk": true},
         {"namn": "Bo", "frisk": false,
          "mediciner": [{"medicin": "Alvedon", "tider": ["kvall"], "hur": "Med vatten"}]}]}
      """;

  @Test
  void accepts_answers_with_rows_in_rows() {
    assertThat(JUDGE.faults(ANSWERS)).isEmpty();
  }

  @Test
  void requires_only_what_is_asked_whatever_else_is_answered() {
    assertThat(JUDGE.faults(ANSWERS.replace("\"antal\": 12, ", ""))).isNotEmpty();
    assertThat(JUDGE.faults(ANSWERS.replace(", \"lovar\": true", ""))).isNotEmpty();
    assertThat(
            JUDGE.faults(
                "{\"antal\": 1, \"buss\": false, \"rektorPnr\": \"191212121212\","
                    + " \"lovar\": true}"))
        .as("the rows, the driver's page and the fee can all be passed by")
        .isEmpty();
  }

  @Test
  void refuses_unknown_answers_at_every_depth() {
    assertThat(JUDGE.faults(ANSWERS.replace("\"buss\"", "\"bus\""))).isNotEmpty();
    assertThat(JUDGE.faults(ANSWERS.replace("\"frisk\": true", "\"frisk\": true, \"x\": 1")))
        .isNotEmpty();
    assertThat(JUDGE.faults(ANSWERS.replace("[\"kvall\"]", "[\"natt\"]"))).isNotEmpty();
    assertThat(JUDGE.faults(ANSWERS.replace("\"namn\": \"Bo\"", "\"namn\": 7"))).isNotEmpty();
    assertThat(JUDGE.faults(ANSWERS.replace("\"namn\": \"Bo\", ", ""))).isNotEmpty();
  }

  @Test
  void takes_titles_and_help_from_the_texts() {
    assertThat(AnswersSchema.of(Resor.yaml(), "sv"))
        .contains("Hur många åker?", "Räkna inte lärarna.", "Vad heter barnet?")
        .isEqualTo(AnswersSchema.of(Resor.yaml(), "sv"));
    assertThat(AnswersSchema.of(Resor.yaml(), "en")).doesNotContain("Hur många");
  }

  @Property(tries = 20)
  void accepts_the_document_of_every_submission(@ForAll long seed) {
    FormRun run = FormRun.of(RandomForms.definition(seed), Forms.CLOCK);
    FormState state = walked(run, seed);
    String document =
        FormDocuments.of(run).answersJson(state, Locale.forLanguageTag("sv"), Forms.NOW);
    Judge judge = new Judge(AnswersSchema.ofDocument(run.form(), "sv"));
    if (run.violations(state).isEmpty() && !isAtAnExit(run, state)) {
      assertThat(judge.faults(document)).as("%s", document).isEmpty();
    }
    assertThat(judge.faults(document.replace("byggsten-answers/2", "x"))).isNotEmpty();
  }

  /** Whoever is shown out sends nothing; what comes after the exit is neither asked nor judged. */
  private static boolean isAtAnExit(FormRun run, FormState state) {
    return run.answers(state).pages().stream()
        .anyMatch(page -> run.form().page(page).orElseThrow().kind() == PageKind.EXIT);
  }

  @Test
  void accepts_the_document_of_a_form_that_is_complete() {
    FormRun run = FormRun.of(Forms.yaml(), Forms.CLOCK);
    String document =
        FormDocuments.of(run)
            .answersJson(Forms.complete(run), Locale.forLanguageTag("sv"), Forms.NOW);
    Judge judge = new Judge(AnswersSchema.ofDocument(run.form(), "sv"));
    assertThat(judge.faults(document)).isEmpty();
    assertThat(judge.faults(document.replace("\"type\":\"yes-no\"", "\"type\":\"text\"")))
        .isNotEmpty();
  }

  @Property(tries = 20)
  void accepts_every_answer_that_the_form_accepts(@ForAll long seed) {
    FormRun run = FormRun.of(RandomForms.definition(seed), Forms.CLOCK);
    FormState state = walked(run, seed);
    Set<String> wrong = new HashSet<>();
    run.violations(state).forEach(violation -> wrong.add(violation.path()));
    String answers =
        JsonWriter.compact().write(answers(run.form().pages(), run.answers(state), wrong));
    assertThat(new Judge(AnswersSchema.of(run.form(), "sv")).keywords(answers))
        .as("%s", answers)
        .isSubsetOf("required", "minItems", "properties", "items", "additionalProperties");
  }

  private static FormState walked(FormRun run, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FormState state = run.start(Map.of());
    for (int i = 0; i < 12; i++) {
      List<String> shown = RandomPosts.shown(run, state);
      if (!shown.isEmpty()) {
        String page = shown.get(random.nextInt(shown.size()));
        state = run.post(state, page, RandomPosts.post(run, state, page, random)).state();
      }
    }
    return state;
  }

  private static Map<String, Object> answers(
      List<PageDefinition> pages, FormAnswers here, Set<String> wrong) {
    Map<String, Object> answers = new LinkedHashMap<>();
    for (PageDefinition page : pages) {
      for (FieldDefinition field : here.fields(page)) {
        if (here.isPageShown(page.id())
            && field.isAsked()
            && !wrong.contains(here.place().path(field.id()))) {
          here.value(field.id())
              .ifPresent(value -> answers.put(field.id(), field.type().json(value)));
        }
      }
      page.group()
          .ifPresent(
              group ->
                  answers.put(
                      group.id(),
                      here.rows(group.id()).stream()
                          .map(row -> answers(group.pages(), here.at(row), wrong))
                          .toList()));
    }
    return answers;
  }
}
