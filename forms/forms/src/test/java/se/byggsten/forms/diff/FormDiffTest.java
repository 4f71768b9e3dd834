package se.byggsten.forms.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.Forms;
import se.byggsten.forms.RandomForms;
import se.byggsten.forms.RandomPosts;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;

class FormDiffTest {
  private static final Locale SV = Locale.forLanguageTag("sv");

  @Property(tries = 5)
  void finds_nothing_in_the_same_form(@ForAll long seed) {
    FormDefinition form = RandomForms.definition(seed);
    assertThat(FormDiff.between(form, RandomForms.definition(seed))).isEmpty();
    assertThat(FormDiff.between(form, new Mutations(form, seed).copy().build()))
        .as("another version number alone")
        .isEmpty();
  }

  @Property(tries = 4)
  void finds_one_change_where_it_was_made(@ForAll long seed) {
    FormDefinition form = RandomForms.definition(seed);
    for (Mutations.Mutated mutated : new Mutations(form, seed).all()) {
      if (form.equals(mutated.form())) {
        continue;
      }
      List<FormChange> changes = FormDiff.between(form, mutated.form());
      assertThat(changes)
          .as("%s of %s", mutated.kind(), mutated.where())
          .anyMatch(
              change ->
                  change.kind().value().equals("FORM-DIFF-" + mutated.kind().toUpperCase(SV))
                      && (mutated.where().isEmpty() || change.where().equals(mutated.where())));
      assertThat(changes)
          .allSatisfy(change -> assertThat(change.text("sv")).isNotEqualTo(change.text("en")));
    }
  }

  @Property(tries = 5)
  void moves_drafts_only_where_they_stay_what_they_were(@ForAll long seed) {
    FormDefinition form = RandomForms.definition(seed);
    FormRun before = FormRun.of(form, Forms.CLOCK);
    FormState state = walked(before, seed);
    for (Mutations.Mutated mutated : new Mutations(form, seed).all()) {
      if (!FormDiff.isSafe(form, mutated.form())) {
        continue;
      }
      FormRun after = FormRun.of(mutated.form(), Forms.CLOCK);
      FormState moved = DraftMigration.migrate(before, after, state).orElseThrow();
      String what = mutated.kind() + " of " + mutated.where();
      assertThat(answers(after, moved).entrySet())
          .as(what)
          .containsAll(answers(before, state).entrySet());
      assertThat(paths(before, state)).as(what).containsAll(paths(after, moved));
      if (before.isComplete(state)) {
        assertThat(after.isComplete(moved)).as(what).isTrue();
      }
      assertThat(after.current(moved))
          .as(what)
          .satisfiesAnyOf(
              page -> assertThat(page).isEqualTo(before.current(state)),
              page -> assertThat(before.isComplete(state)).isFalse());
    }
  }

  @Test
  void knows_what_is_safe_and_what_breaks() {
    Set<String> safe = new HashSet<>();
    Set<String> breaking = new HashSet<>();
    for (long seed = 0; seed < 10; seed++) {
      FormDefinition random = RandomForms.definition(seed);
      for (Mutations.Mutated mutated : new Mutations(random, seed).all()) {
        for (FormChange change : FormDiff.between(random, mutated.form())) {
          if (change.impact() == Impact.SAFE) {
            safe.add(change.kind().value());
          } else if (change.impact() == Impact.BREAKS_DRAFTS) {
            breaking.add(change.kind().value());
          }
        }
        FormDiff.between(mutated.form(), random).stream()
            .filter(change -> change.impact() == Impact.BREAKS_DRAFTS)
            .forEach(change -> breaking.add(change.kind().value()));
      }
    }
    assertThat(safe)
        .contains(
            "FORM-DIFF-FIELD-ADDED",
            "FORM-DIFF-REQUIRED-LOOSENED",
            "FORM-DIFF-CONSTRAINT-LOOSENED",
            "FORM-DIFF-CONSTRAINT-REMOVED",
            "FORM-DIFF-OPTION-ADDED",
            "FORM-DIFF-GROUP-MAX-RAISED",
            "FORM-DIFF-WIDTH")
        .doesNotContain("FORM-DIFF-SHOW-IF", "FORM-DIFF-TEXT-REMOVED", "FORM-DIFF-PURPOSE");
    assertThat(breaking)
        .contains(
            "FORM-DIFF-FIELD-REMOVED",
            "FORM-DIFF-FIELD-ADDED",
            "FORM-DIFF-REQUIRED-TIGHTENED",
            "FORM-DIFF-CONSTRAINT-TIGHTENED",
            "FORM-DIFF-CONSTRAINT-ADDED",
            "FORM-DIFF-OPTION-REMOVED",
            "FORM-DIFF-GROUP-MAX-LOWERED",
            "FORM-DIFF-GROUP-MIN-RAISED");
  }

  @Test
  void what_is_another_needs_another_version() {
    FormDefinition form = Forms.yaml();
    FormDefinition other = new Mutations(form, 1).copy(form.version()).draftDays(30).build();
    assertThat(FormDiff.between(form, other))
        .filteredOn(change -> change.kind().value().equals("FORM-DIFF-VERSION"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.impact()).isEqualTo(Impact.NEEDS_REVIEW);
              assertThat(change.text("sv"))
                  .startsWith("Höj version till minst " + (form.version() + 1));
            });
    assertThat(FormDiff.isSafe(form, other)).isFalse();
    assertThat(FormDiff.between(other, new Mutations(form, 1).copy().build()))
        .noneMatch(change -> change.kind().value().equals("FORM-DIFF-VERSION"));
  }

  @Test
  void tells_changes_in_words() {
    FormDefinition form = Forms.yaml();
    FormDefinition other = new Mutations(form, 1).copy().draftDays(form.draftDays() + 3).build();
    FormChange change = FormDiff.between(form, other).get(0);
    assertThat(change.text("sv"))
        .isEqualTo(
            "Utkast sparas i "
                + other.draftDays()
                + " dagar i stället för "
                + form.draftDays()
                + ".");
    assertThat(change.text("en")).startsWith("Drafts are kept for ");
    assertThat(FormChange.TEXTS.all("sv").keySet()).isEqualTo(FormChange.TEXTS.all("en").keySet());
    Pattern names = Pattern.compile("\\{(?!where|before|after)");
    assertThat(FormChange.TEXTS.all("sv").values()).noneMatch(names.asPredicate());
  }

  @Test
  void refuses_to_move_what_belongs_to_another_form() {
    FormRun run = FormRun.of(Forms.yaml(), Forms.CLOCK);
    FormRun other = FormRun.of(RandomForms.definition(7), Forms.CLOCK);
    FormState state = run.start(Map.of());
    assertThat(DraftMigration.migrate(run, other, state)).isEmpty();
    assertThat(DraftMigration.migrate(run, run, state)).contains(state);
    assertThatThrownBy(() -> DraftMigration.migrate(other, run, state))
        .isInstanceOf(FormException.class);
  }

  private static Map<String, DataNode> answers(FormRun run, FormState state) {
    DataView document =
        DataReader.json()
            .view("svar", FormDocuments.of(run).answersJson(state, SV, Forms.NOW))
            .required("answers");
    Map<String, DataNode> answers = new java.util.TreeMap<>();
    flatten("", document, answers);
    return answers;
  }

  /** Texts without their positions. */
  private static void flatten(String path, DataView view, Map<String, DataNode> into) {
    if (view.isMap()) {
      view.entries().forEach((key, value) -> flatten(path + "." + key, value, into));
    } else if (view.isList()) {
      int i = 0;
      for (DataView item : view.list()) {
        flatten(path + "[" + i++ + "]", item, into);
      }
    } else {
      se.byggsten.core.data.Position none = new se.byggsten.core.data.Position(1, 1);
      DataNode node = view.node();
      into.put(
          path,
          node instanceof DataNode.Text text
              ? new DataNode.Text(text.value(), none)
              : node instanceof DataNode.Numeric number
                  ? new DataNode.Numeric(number.value(), none)
                  : node instanceof DataNode.Bool bool
                      ? new DataNode.Bool(bool.value(), none)
                      : new DataNode.Null(none));
    }
  }

  private static Set<String> paths(FormRun run, FormState state) {
    Set<String> paths = new HashSet<>();
    run.violations(state).forEach(v -> paths.add(v.path() + " " + v.constraint()));
    return paths;
  }

  /** As far as random posts come, the pages with nothing wrong gone through in order. */
  private static FormState walked(FormRun run, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FormState state = run.start(Map.of());
    for (int i = 0; i < 25; i++) {
      List<String> shown = RandomPosts.shown(run, state);
      if (shown.isEmpty()) {
        return state;
      }
      String page =
          random.nextBoolean() ? run.current(state) : shown.get(random.nextInt(shown.size()));
      if (!shown.contains(page)) {
        return state;
      }
      PostedFields post = RandomPosts.post(run, state, page, random);
      state = run.post(state, page, post).state();
    }
    return state;
  }
}
