package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Form;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.RowPages;
import se.byggsten.forms.annotation.Rows;
import se.byggsten.forms.annotation.Setting;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.source.FormRecords;
import se.byggsten.forms.source.FormYaml;

class EqualFormsTest {
  private static final FormRun YAML = FormRun.of(Forms.yaml(), Forms.CLOCK);
  private static final FormRun RECORD =
      FormRun.builder(Forms.record(), Forms.CLOCK).record(Allt.class).build();
  private static final FormRun TRIP_YAML = FormRun.of(Resor.yaml(), Forms.CLOCK);
  private static final FormRun TRIP_RECORD =
      FormRun.builder(Resor.record(), Forms.CLOCK).record(Resa.class).build();
  private static final FormRun TRIP_BUILT = FormRun.of(Resor.built(), Forms.CLOCK);

  @Test
  void yaml_and_record_give_equal_definitions() {
    assertThat(Forms.yaml().canonicalJson()).isEqualTo(Forms.record().canonicalJson());
    assertThat(Forms.yaml()).isEqualTo(Forms.record()).hasSameHashCodeAs(Forms.record());
    assertThat(Forms.yaml().sha256()).isEqualTo(Forms.record().sha256()).hasSize(64);
  }

  @Test
  void yaml_json_record_and_builder_give_equal_definitions_of_all_that_a_form_can_say() {
    FormDefinition yaml = Resor.yaml();
    assertThat(Resor.record().canonicalJson()).isEqualTo(yaml.canonicalJson());
    assertThat(Resor.built().canonicalJson()).isEqualTo(yaml.canonicalJson());
    byte[] json = FormYaml.writeJson(yaml).getBytes(StandardCharsets.UTF_8);
    assertThat(FormYaml.read("resa.json", json, Resor.texts())).isEqualTo(yaml);
    assertThat(yaml.sha256()).isEqualTo(Resor.built().sha256());
  }

  @Test
  void a_constraint_that_the_kind_of_field_brings_is_left_out_whether_written_or_not() {
    assertThat(Resor.yaml().fields().get("rektorPnr").constraints()).isEmpty();
    assertThat(Resor.record().fields().get("rektorPnr").constraints()).isEmpty();
    assertThat(Forms.yaml().fields().get("pnr").constraints()).hasSize(1);
  }

  @Property(tries = 100)
  void yaml_and_record_find_the_same_violations(@ForAll long seed) {
    walk(seed, Forms.started(YAML), 12, YAML, RECORD);
  }

  @Property(tries = 60)
  void yaml_record_and_builder_find_the_same_violations_in_rows_of_rows(@ForAll long seed) {
    FormState started =
        TRIP_YAML.withInputs(
            TRIP_YAML.start(Map.of()), Map.of("skolor", List.of("berget"), "roll", "elev"));
    walk(seed, started, 25, TRIP_YAML, TRIP_RECORD, TRIP_BUILT);
  }

  /** Goes where the form leads, or anywhere else that is shown, and posts what comes to hand. */
  private static void walk(long seed, FormState from, int steps, FormRun first, FormRun... others) {
    SplittableRandom random = new SplittableRandom(seed);
    FormState state = from;
    FormDefinition form = first.form();
    Optional<String> next = Optional.empty();
    for (int i = 0; i < steps; i++) {
      List<String> shown = shown(form, first.answers(state));
      String page =
          next.filter(p -> random.nextInt(4) > 0 && shown.contains(p))
              .orElse(shown.get(random.nextInt(shown.size())));
      PostedFields posted = post(first, state, page, random);
      StepResult result = first.post(state, page, posted);
      for (FormRun other : others) {
        StepResult theirs = other.post(state, page, posted);
        assertThat(theirs.violations()).isEqualTo(result.violations());
        assertThat(theirs.page()).isEqualTo(result.page());
        assertThat(theirs.revealed()).isEqualTo(result.revealed());
        assertThat(theirs.state()).isEqualTo(result.state());
        assertThat(other.violations(result.state())).isEqualTo(first.violations(result.state()));
      }
      state = result.state();
      next = result.page();
      assertThat(first.read(first.write(state))).isEqualTo(state);
    }
  }

  private static List<String> shown(FormDefinition form, FormAnswers answers) {
    List<String> shown = new ArrayList<>();
    answers.pages().forEach(page -> add(form, answers, page, shown));
    return shown;
  }

  private static void add(
      FormDefinition form, FormAnswers answers, String path, List<String> shown) {
    PageDefinition page = form.page(Place.name(path)).orElseThrow();
    if (page.kind() == PageKind.REVIEW || page.kind() == PageKind.RECEIPT) {
      return;
    }
    shown.add(path);
    Place around = Place.of(path).orElseThrow();
    page.group()
        .ifPresent(
            group ->
                answers
                    .at(around)
                    .rows(group.id())
                    .forEach(
                        row ->
                            answers
                                .rowPages(page, row)
                                .forEach(inner -> add(form, answers, inner, shown))));
  }

  private static PostedFields post(
      FormRun run, FormState state, String path, SplittableRandom random) {
    PageDefinition page = run.form().page(Place.name(path)).orElseThrow();
    if (page.kind() == PageKind.REPEAT && random.nextInt(3) > 0) {
      String group = page.group().orElseThrow().id();
      List<Place> rows = run.answers(state).at(Place.of(path).orElseThrow()).rows(group);
      return rows.isEmpty() || random.nextInt(4) > 0
          ? PostedFields.with(PostedFields.ACTION, "add")
          : PostedFields.with(
              PostedFields.ACTION,
              "remove",
              PostedFields.ROW,
              rows.get(random.nextInt(rows.size())).last().orElseThrow().toString());
    }
    PostedFields posted = RandomForms.post(page, random);
    return page.fields().stream()
            .anyMatch(run.answers(state).at(Place.of(path).orElseThrow())::isLocked)
        ? PostedFields.of(Map.of())
        : posted;
  }

  @Form(id = "rader", version = 1, pages = @Page(id = "sida"))
  record WithoutPage(@Field(page = "annan") String text) {}

  @Form(id = "rader", version = 1, pages = @Page(id = "sida"))
  record WrongType(@Field(page = "sida", type = "date") String datum) {}

  @Form(id = "rader", version = 1, pages = @Page(id = "sida"))
  record WrongSetting(
      @Field(page = "sida", type = "number", settings = @Setting(name = "decimals", value = "två"))
          java.math.BigDecimal tal) {}

  @Form(id = "rader", version = 1, pages = @Page(id = "sida"))
  record Unmarked(@Field(page = "sida") String text, String annan) {}

  @Form(id = "rader", version = 1, pages = @Page(id = "sida", kind = PageKind.REPEAT))
  record Endless(@Rows(page = "sida", max = 3) List<Endless.Row> rader) {
    @RowPages(@Page(id = "inre", kind = PageKind.REPEAT))
    record Row(@Rows(page = "inre", max = 3) List<Row> inre) {}
  }

  @Form(id = "rader", version = 1, pages = @Page(id = "sida", kind = PageKind.REPEAT))
  record NoRowPages(@Rows(page = "sida", max = 3) List<String> rader) {}

  @Test
  void a_record_that_will_not_do_is_refused_and_says_which_component() {
    assertThat(refused(WithoutPage.class)).contains("text");
    assertThat(refused(WrongType.class)).contains("datum", "LocalDate");
    assertThat(refused(WrongSetting.class)).contains("decimals", "tal");
    assertThat(refused(Unmarked.class)).contains("annan");
    assertThat(refused(Endless.class)).contains("Row");
    assertThat(refused(NoRowPages.class)).contains("rader");
  }

  private static String refused(Class<? extends Record> record) {
    FormException e =
        catchThrowableOfType(
            FormException.class, () -> FormRecords.read(record, FormTexts.of(Map.of())));
    assertThat(e.code()).isEqualTo(FormException.DEFINITION);
    return String.valueOf(e.getMessage());
  }
}
