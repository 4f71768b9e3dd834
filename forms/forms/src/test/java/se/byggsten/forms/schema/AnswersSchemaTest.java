package se.byggsten.forms.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
import se.byggsten.forms.FormTexts;
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
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.run.SubmittedAnswers;
import se.byggsten.forms.source.FormYaml;

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
    assertThat(judge.faults(document.replace("byggsten-answers/3", "x"))).isNotEmpty();
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

  private static FormRun run(String rest) {
    String yaml =
        "form: 1\nid: prov\nversion: 1\nlanguages: [sv]\n"
            + "facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}\n"
            + rest;
    FormTexts texts = FormTexts.of(Map.of("sv", Map.of("form.title", "Prov")));
    return FormRun.of(
        FormYaml.read("prov.yaml", yaml.getBytes(StandardCharsets.UTF_8), texts), Forms.CLOCK);
  }

  @Test
  void accepts_the_document_before_a_party_has_answered_in_a_row() {
    FormRun run =
        run(
            """
            parties:
              - {id: annan, identifier: pnr, task: fill}
            pages:
              - id: ett
                fields:
                  - {id: pnr, type: personnummer, required: true}
              - id: annans
                kind: repeat
                party: annan
                group:
                  id: sak
                  min: 0
                  max: 5
                  pages:
                    - id: saken
                      fields:
                        - {id: namn, type: text, required: true}
              - {id: granska, kind: review}
            """);
    FormState state =
        run.post(run.start(Map.of()), "ett", PostedFields.with("pnr", "198401042380")).state();
    state = run.as("annan").post(state, "annans", PostedFields.with("_action", "add")).state();
    assertThat(run.isComplete(state)).isTrue();
    String json = FormDocuments.of(run).answersJson(state, Locale.forLanguageTag("sv"), Forms.NOW);
    Judge judge = new Judge(AnswersSchema.ofDocument(run.form(), "sv"));
    assertThat(judge.faults(json)).as(json).isEmpty();
  }

  @Test
  void accepts_the_document_where_a_calculation_came_to_no_number_that_can_be_written() {
    FormRun run =
        run(
            """
            pages:
              - id: ett
                fields:
                  - {id: a, type: number, required: true}
                  - {id: b, type: calculated, value: "a * a * a * a"}
                  - {id: c, type: calculated, value: "1.0 / a", format: amount}
              - {id: granska, kind: review}
            """);
    for (String a : List.of("999999999999", "0", "3")) {
      FormState state = run.post(run.start(Map.of()), "ett", PostedFields.with("a", a)).state();
      String json =
          FormDocuments.of(run).answersJson(state, Locale.forLanguageTag("sv"), Forms.NOW);
      Judge judge = new Judge(AnswersSchema.ofDocument(run.form(), "sv"));
      assertThat(judge.faults(json)).as(json).isEmpty();
    }
  }

  @Test
  void what_was_prefilled_and_left_is_unchanged_also_after_a_supplement() {
    FormRun run =
        run(
            """
            pages:
              - id: ett
                fields:
                  - {id: namn, type: text, required: true, prefill: {source: reg}}
                  - {id: adr, type: address, prefill: {source: adr}}
              - {id: granska, kind: review}
            """);
    PrefillValue address =
        PrefillValue.ofParts(
            List.of(
                Map.entry("street", "Ekgatan 1"),
                Map.entry("postalCode", "12345"),
                Map.entry("city", "Ekby")),
            "registret",
            Forms.NOW);
    FormState state =
        run.start(
            Map.of("reg", new PrefillValue("Åsa Ek", "registret", Forms.NOW), "adr", address));
    PostedFields same =
        PostedFields.with(
            "namn",
            "Åsa Ek",
            "adr-street",
            "Ekgatan 1",
            "adr-postal-code",
            "12345",
            "adr-city",
            "Ekby");
    state = run.post(state, "ett", same).state();
    String json = FormDocuments.of(run).answersJson(state, Locale.forLanguageTag("sv"), Forms.NOW);
    assertThat(new Judge(AnswersSchema.ofDocument(run.form(), "sv")).faults(json)).isEmpty();
    FormState sent = SubmittedAnswers.read(run.form(), json.getBytes(StandardCharsets.UTF_8));
    FormState again = run.post(run.judgedAnew(sent), "ett", same).state();
    for (String field : List.of("namn", "adr")) {
      assertThat(state.answer(field).orElseThrow().changed()).as(field).isFalse();
      assertThat(again.answer(field).orElseThrow().changed()).as(field).isFalse();
    }
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
