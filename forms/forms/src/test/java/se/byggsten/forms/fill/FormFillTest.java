package se.byggsten.forms.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.data.DataException;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.RandomForms;
import se.byggsten.forms.RandomPosts;
import se.byggsten.forms.Resor;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.Trait;

class FormFillTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final FormRun RUN = FormRun.of(Resor.yaml(), Forms.CLOCK);
  private static final String ANSWERS =
      """
      {"antal": 12, "buss": true, "rektorPnr": "191212121212", "lovar": true,
       "barn": [
         {"namn": "Åsa", "frisk": true},
         {"namn": "Bo", "frisk": false,
          "mediciner": [{"medicin": "Alvedon", "tider": ["kvall"], "hur": "Med vatten"}]}]}
      """;

  private static Filled filled(String json) {
    return FormFill.of(RUN, SV).read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fills_in_rows_in_rows() {
    Filled filled = filled(ANSWERS);
    assertThat(filled.state().rows("barn")).containsExactly(1, 2);
    assertThat(filled.state().answer("medicin/2/1").orElseThrow().raw()).containsExactly("Alvedon");
    assertThat(RUN.violations(filled.state())).hasSameSizeAs(filled.problems());
  }

  @Test
  void says_where_in_the_json_something_is_wrong() {
    Filled filled =
        filled(ANSWERS.replace("\"Bo\"", "\"Bo\", \"frsik\": 1").replace("Alvedon", ""));
    assertThat(filled.isComplete()).isFalse();
    assertThat(filled.problems())
        .extracting(FillProblem::path, FillProblem::name)
        .contains(
            tuple("barn[1].frsik", "UnknownKey"),
            tuple("barn[1].mediciner[0].medicin", "Required"));
    assertThat(filled.problems().get(0).message()).contains("Menade du frisk?");
    assertThat(filled.problems()).allSatisfy(p -> assertThat(p.message()).doesNotContain("{"));
  }

  @Test
  void judges_the_pages_of_a_party_as_that_party_when_there_are_answers_on_them() {
    String yaml =
        """
        form: 1
        id: tva
        version: 1
        languages: [sv]
        parties:
          - {id: annan, identifier: annansNummer, show-if: tva, task: fill}
          - {id: tredje, identifier: annansNummer, show-if: tva, task: fill}
        pages:
          - id: ett
            fields:
              - {id: tva, type: yes-no, required: true}
              - {id: annansNummer, type: personnummer, show-if: tva}
          - id: annans
            party: annan
            fields:
              - {id: inkomst, type: amount, required: true}
              - {id: lon, type: amount, required: true}
          - id: tredjes
            party: tredje
            fields: [{id: mer, type: text, required: true}]
          - {id: granska, kind: review}
        """;
    FormTexts texts = FormTexts.of(Map.of("sv", Map.of("form.title", "Två")));
    FormRun run =
        FormRun.of(
            FormYaml.read("tva.yaml", yaml.getBytes(StandardCharsets.UTF_8), texts), Forms.CLOCK);
    assertThat(parts(run, "{\"tva\": true}")).as("only the applicant has answered").isEmpty();
    assertThat(parts(run, "{\"tva\": true, \"inkomst\": 1.5}"))
        .containsExactlyInAnyOrder("annan inkomst Digits", "annan lon Required");
    assertThat(parts(run, "{\"tva\": true, \"inkomst\": 1, \"lon\": 2}")).isEmpty();
    assertThat(parts(run, "{\"inkomst\": 1}"))
        .containsExactlyInAnyOrder(" tva Required", "annan inkomst NotAsked");
    assertThat(parts(run, "{\"tva\": false, \"inkomst\": 1}"))
        .as("there is no such party")
        .containsExactly("annan inkomst NotAsked");
  }

  private static List<String> parts(FormRun run, String json) {
    return FormFill.of(run, SV).read(json.getBytes(StandardCharsets.UTF_8)).problems().stream()
        .map(problem -> problem.party() + " " + problem.path() + " " + problem.name())
        .toList();
  }

  @Test
  void says_where_a_key_belongs() {
    assertThat(filled("{\"medicin\": \"Alvedon\"}").problems().get(0).message())
        .contains("barn.mediciner");
  }

  @Test
  void refuses_values_of_another_kind() {
    String json =
        "{\"antal\": \"12\", \"buss\": \"ja\", \"barn\": {\"namn\": \"Bo\"}, \"lovar\": [true]}";
    assertThat(filled(json).problems())
        .extracting(FillProblem::path, FillProblem::name)
        .contains(
            tuple("antal", "WrongKind"),
            tuple("buss", "WrongKind"),
            tuple("barn", "WrongKind"),
            tuple("lovar", "WrongKind"));
    assertThat(filled("{\"barn\": [7]}").problems())
        .extracting(FillProblem::path)
        .contains("barn[0]");
  }

  @Test
  void keeps_but_notes_what_is_not_asked() {
    Filled filled =
        filled(
            ANSWERS.replace(
                "\"frisk\": true",
                "\"frisk\": true, \"mediciner\": [{\"medicin\": \"X\", \"hur\": \"Y\"}]"));
    assertThat(filled.problems())
        .filteredOn(problem -> problem.level() == FillProblem.Level.NOTE)
        .extracting(FillProblem::path, FillProblem::name)
        .contains(tuple("barn[0].mediciner[0].medicin", "NotAsked"));
    assertThat(FormFill.answers(RUN, filled.state())).doesNotContain("\"X\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "\"x\"", "{", "{\"a\":1,\"a\":2}", "{\"antal\": 1e999999999}", "null"})
  void refuses_what_is_not_a_map(String json) {
    assertThatThrownBy(() -> filled(json)).isInstanceOf(DataException.class);
  }

  @Test
  void bounds_what_hostile_json_costs() {
    assertThatThrownBy(() -> filled("{\"x\":" + "[".repeat(60) + "]".repeat(60) + "}"))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> filled("{\"x\":\"" + "a".repeat(4_000_001) + "\"}"))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(
            () -> FormFill.of(RUN, SV).read(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
        .isInstanceOf(DataException.class);
    String rows = "{},".repeat(20_000);
    Filled many =
        filled(
            "{\"antal\": 12, \"buss\": true, \"barn\": ["
                + rows.substring(0, rows.length() - 1)
                + "]}");
    assertThat(many.problems()).extracting(FillProblem::name).contains("MaxRows");
    assertThat(many.problems().size()).isLessThan(2_000);
    StringBuilder keys = new StringBuilder("{\"x\": 1");
    for (int i = 0; i < 5_000; i++) {
      keys.append(",\"y").append(i).append("\": 1");
    }
    Filled unknown = filled(keys.append('}').toString());
    assertThat(unknown.problems()).extracting(FillProblem::name).contains("TooMany");
    assertThat(unknown.problems().size()).isLessThan(1_200);
  }

  @Test
  void repeats_neither_answers_nor_strange_keys() {
    Filled filled =
        filled("{\"rektorPnr\": \"19121212-9999\", \"\\u001b[31m\": 1, \"antal\": \"Hemlig\"}");
    assertThat(filled.toString()).doesNotContain("9999", "Hemlig");
    assertThat(filled.problems().toString()).doesNotContain("9999", "Hemlig", "\u001b");
  }

  @Property(tries = 20)
  void reads_back_what_it_writes(@ForAll long seed) {
    FormDefinition form = RandomForms.definition(seed);
    FormRun run = FormRun.of(form, Forms.CLOCK);
    FormState state = walked(run, seed);
    String json = FormFill.answers(run, state);
    Filled filled =
        FormFill.of(run, SV).read(state.inputs(), json.getBytes(StandardCharsets.UTF_8));
    assertThat(filled.problems())
        .as("%s", json)
        .extracting(FillProblem::name)
        .doesNotContain("UnknownKey", "WrongKind", "Calculated");
    boolean withFiles = !state.attachments().isEmpty();
    if (!withFiles) {
      assertThat(FormFill.answers(run, filled.state())).isEqualTo(json);
    }
    boolean files = form.fields().values().stream().anyMatch(field -> field.has(Trait.FILES));
    if (run.isComplete(state) && !files && state.deferred().isEmpty()) {
      assertThat(filled.isComplete()).isTrue();
      assertThat(run.isComplete(filled.state())).isTrue();
    }
  }

  private static FormState walked(FormRun run, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FormState state = run.start(Map.of());
    for (int i = 0; i < 20; i++) {
      List<String> shown = RandomPosts.shown(run, state);
      if (!shown.isEmpty()) {
        String page = shown.get(random.nextInt(shown.size()));
        state = run.post(state, page, RandomPosts.post(run, state, page, random)).state();
      }
    }
    return state;
  }
}
