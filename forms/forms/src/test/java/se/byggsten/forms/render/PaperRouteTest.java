package se.byggsten.forms.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.Barnen;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.Forms;
import se.byggsten.forms.Kurs;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.Place;
import se.byggsten.forms.RandomForms;
import se.byggsten.forms.RandomPosts;
import se.byggsten.forms.Resor;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.spi.Trait;

/**
 * Whoever does as a paper form says answers the very questions that the form on screen shows for
 * the same answers.
 */
class PaperRouteTest {
  private static final int RUNS = 4;
  private static final Set<String> CERTAIN =
      Set.of("radio", "select", "autocomplete", "yes-no", "number", "amount", "date");

  private int tried;
  private int judged;
  private int asked;

  @Test
  void a_reader_of_a_few_random_forms_answers_what_the_run_shows() {
    forms(0, 25);
    assertThat(tried).isGreaterThan(60);
  }

  @Test
  void a_reader_of_the_sample_forms_answers_what_the_run_shows() {
    for (FormDefinition form : List.of(Barnen.form(), Resor.yaml(), Forms.yaml())) {
      walk(form, 0, 12);
    }
    assertThat(tried).isGreaterThan(20);
  }

  @Test
  void a_reader_who_calculates_what_is_told_of_answers_what_the_run_shows() {
    walk(Kurs.form("summa > 1000.0", Map.of("summa.hint", "150 kr för varje")), 0, 12);
    assertThat(tried).isGreaterThan(6);
    assertThat(judged).isZero();
  }

  @Test
  void a_reader_who_counts_rows_answers_what_the_run_shows() {
    for (String operator : List.of("<", "<=", "==", "!=", ">=", ">")) {
      for (int count = 0; count < 4; count++) {
        walk(Kurs.form("size(deltagare) " + operator + " " + count, Map.of()), 0, 12);
      }
    }
    assertThat(tried).isGreaterThan(200);
    assertThat(judged).isZero();
  }

  @Test
  @Tag("judges")
  void a_reader_of_random_forms_answers_what_the_run_shows() {
    forms(1_000, 250);
    assertThat(tried).isGreaterThan(700);
    // That the reader is to judge is for conditions over dates, sums and what others know.
    assertThat(judged).isLessThan(asked / 2);
  }

  @Test
  @Tag("endurance")
  void a_reader_of_thousands_of_random_forms_answers_what_the_run_shows() {
    forms(100_000, 5_000);
  }

  private void forms(long firstSeed, int count) {
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      walk(RandomForms.definition(seed), seed * RUNS, RUNS);
    }
  }

  private void walk(FormDefinition form, long firstSeed, int runs) {
    FormRun run = FormRun.of(form, Forms.CLOCK);
    PaperReader reader = new PaperReader(run);
    for (long seed = firstSeed; seed < firstSeed + runs; seed++) {
      walk(run, reader, seed);
    }
  }

  private void walk(FormRun run, PaperReader reader, long seed) {
    FormDefinition form = run.form();
    FormAnswers answers = run.answers(filled(run, new SplittableRandom(seed)));
    Set<String> shown = shown(form, answers);
    if (shown.contains("")) {
      return;
    }
    tried++;
    Set<String> read;
    try {
      read = reader.read(answers);
    } catch (RuntimeException e) {
      throw new AssertionError(form.id() + " with the seed " + seed + ":\n" + reader.trail(), e);
    }
    judged += reader.decided();
    asked += read.size();
    assertThat(read)
        .as("%s with the seed %d:%n%s", form.id(), seed, reader.trail())
        .containsExactlyInAnyOrderElementsOf(shown);
  }

  /** Posts to every page that comes up, so that what must be answered is. */
  private static FormState filled(FormRun run, SplittableRandom random) {
    FormState state = run.start(Map.of());
    Set<String> done = new HashSet<>();
    for (int round = 0; round < 6; round++) {
      for (String path : RandomPosts.shown(run, state)) {
        PageDefinition page = run.form().page(Place.name(path)).orElseThrow();
        if (!done.add(path)) {
          continue;
        }
        if (page.kind() == PageKind.REPEAT) {
          int max = page.group().orElseThrow().max();
          for (int row = random.nextInt(Math.min(max, 3) + 1); row > 0; row--) {
            state = run.post(state, path, PostedFields.with(PostedFields.ACTION, "add")).state();
          }
        } else if (!page.fields().isEmpty()) {
          FormAnswers here = run.answers(state).at(Place.of(path).orElseThrow());
          state = run.post(state, path, posted(page, here, random)).state();
        }
      }
    }
    return state;
  }

  private static PostedFields posted(
      PageDefinition page, FormAnswers here, SplittableRandom random) {
    Map<String, List<String>> values = new LinkedHashMap<>(RandomPosts.post(page, random).values());
    for (FieldDefinition field : page.fields()) {
      if (!field.isAsked() || field.has(Trait.FILES) || here.isLocked(field)) {
        continue;
      }
      boolean blank = !field.required() && random.nextInt(3) == 0;
      List<String> options = here.options(field).stream().map(OptionDefinition::value).toList();
      if (blank) {
        field.type().parts().forEach(part -> values.remove(field.id() + part));
      } else if (!field.has(Trait.MANY) && !options.isEmpty()) {
        values.put(field.id(), List.of(options.get(random.nextInt(options.size()))));
      } else if (field.type().name().equals("yes-no")) {
        values.put(field.id(), List.of(random.nextBoolean() ? "yes" : "no"));
      } else if (field.type().javaType() == BigDecimal.class) {
        values.put(field.id(), List.of(Integer.toString(random.nextInt(60))));
      } else if (field.type().name().equals("date")) {
        List<String> day = List.of("2", "3", Integer.toString(2000 + random.nextInt(60)));
        for (int i = 0; i < 3; i++) {
          values.put(field.id() + field.type().parts().get(i), List.of(day.get(i)));
        }
      } else if (field.type().name().equals("text") && random.nextBoolean()) {
        values.put(field.id(), List.of("t"));
      }
    }
    return PostedFields.of(values);
  }

  /**
   * What the run shows, up to an exit; with the empty text when an answer that must be lacks, or a
   * row is empty.
   */
  private static Set<String> shown(FormDefinition form, FormAnswers answers) {
    Set<String> shown = new LinkedHashSet<>();
    List<PageDefinition> before = new ArrayList<>();
    for (PageDefinition page : form.pages()) {
      if (page.kind() == PageKind.EXIT && answers.isPageShown(page.id())) {
        break;
      }
      before.add(page);
    }
    before.forEach(page -> add(form, page, answers, shown));
    return shown;
  }

  private static void add(
      FormDefinition form, PageDefinition page, FormAnswers here, Set<String> shown) {
    boolean party = page.party().isEmpty() || here.hasParty(page.party());
    if (!here.isPageShown(page.id()) || !party) {
      return;
    }
    for (FieldDefinition field : page.fields()) {
      boolean told =
          !field.has(Trait.CALCULATED) || form.texts().keys().contains(field.id() + ".hint");
      if (here.isShown(field.id()) && told) {
        boolean lacks =
            field.required()
                && CERTAIN.contains(field.type().name())
                && here.value(field.id()).isEmpty();
        shown.add(lacks ? "" : here.place().path(field.id()));
      }
    }
    page.group()
        .ifPresent(
            group -> {
              for (Place row : here.rows(group.id())) {
                int before = shown.size();
                group.pages().forEach(inner -> add(form, inner, here.at(row), shown));
                if (shown.size() == before) {
                  shown.add(""); // Nobody writes on paper that there is a row with nothing in it.
                }
              }
            });
  }
}
