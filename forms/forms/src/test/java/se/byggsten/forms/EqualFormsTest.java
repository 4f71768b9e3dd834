package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Form;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.RowPages;
import se.byggsten.forms.annotation.Rows;
import se.byggsten.forms.annotation.Setting;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;
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

  @Property(tries = 40)
  void yaml_and_record_find_the_same_violations(@ForAll long seed) {
    walk(seed, Forms.started(YAML), 12, YAML, RECORD);
  }

  @Property(tries = 20)
  void yaml_record_and_builder_find_the_same_violations_in_rows_of_rows(@ForAll long seed) {
    walk(seed, onTrip(), 25, TRIP_YAML, TRIP_RECORD, TRIP_BUILT);
  }

  @Test
  @Tag("endurance")
  void thousands_of_walks_find_the_same_violations() {
    for (long seed = 0; seed < 2_000; seed++) {
      walk(seed, Forms.started(YAML), 12, YAML, RECORD);
      walk(seed, onTrip(), 25, TRIP_YAML, TRIP_RECORD, TRIP_BUILT);
    }
  }

  private static FormState onTrip() {
    return TRIP_YAML.withInputs(
        TRIP_YAML.start(Map.of()), Map.of("skolor", List.of("berget"), "roll", "elev"));
  }

  @Test
  void the_walks_meet_rows_in_rows_and_violations_of_every_sort() {
    Set<String> met = new TreeSet<>();
    for (long seed = 0; seed < 12; seed++) {
      walk(seed, TRIP_YAML.start(Map.of()), 25, TRIP_YAML).stream()
          .map(v -> v.place().depth() + " " + v.constraint())
          .forEach(met::add);
    }
    assertThat(met)
        .contains("0 Required", "1 Required", "2 Required", "0 Number", "0 Personnummer", "0 Date")
        .hasSizeGreaterThan(12);
  }

  /** Goes where the form leads, or anywhere else that is shown, and posts what comes to hand. */
  private static List<Violation> walk(
      long seed, FormState from, int steps, FormRun first, FormRun... others) {
    SplittableRandom random = new SplittableRandom(seed);
    FormState state = from;
    Optional<String> next = Optional.empty();
    List<Violation> met = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      List<String> shown = RandomPosts.shown(first, state);
      String page =
          next.filter(p -> random.nextInt(4) > 0 && shown.contains(p))
              .orElseGet(() -> any(random.nextBoolean() ? deepest(shown) : shown, random));
      PostedFields posted = RandomPosts.post(first, state, page, random);
      StepResult result = first.post(state, page, posted);
      for (FormRun other : others) {
        StepResult theirs = other.post(state, page, posted);
        assertThat(theirs.violations()).isEqualTo(result.violations());
        assertThat(theirs.page()).isEqualTo(result.page());
        assertThat(theirs.revealed()).isEqualTo(result.revealed());
        assertThat(theirs.state()).isEqualTo(result.state());
        assertThat(other.violations(result.state())).isEqualTo(first.violations(result.state()));
      }
      met.addAll(result.violations());
      state = result.state();
      // A form that is validated on review says nothing of them on the way there.
      met.addAll(first.violations(state, page));
      next = result.page();
      assertThat(first.read(first.write(state))).isEqualTo(state);
    }
    return met;
  }

  private static String any(List<String> paths, SplittableRandom random) {
    return paths.get(random.nextInt(paths.size()));
  }

  private static List<String> deepest(List<String> shown) {
    int depth = shown.stream().mapToInt(EqualFormsTest::depth).max().orElse(0);
    return shown.stream().filter(path -> depth(path) == depth).toList();
  }

  private static int depth(String path) {
    return Place.of(path).orElseThrow().depth();
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
