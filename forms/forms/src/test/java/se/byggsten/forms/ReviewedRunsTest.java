package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;

/** In whatever order pages that may wait for the review are posted. */
class ReviewedRunsTest {
  private static final FormRun BARNEN =
      FormRun.of(
          Barnen.builder().validateOn(ValidateOn.REVIEW).sendAnyway(true).build(), Forms.CLOCK);
  private static final List<String> ACTIONS =
      List.of("next", "next", "next", "next", "later", "save", "back");

  private static final List<String> REVIEWING = List.of("next", "later");

  @Property(tries = 30)
  void nothing_wrong_is_confirmed_and_no_answer_is_lost(@ForAll long seed) {
    new Walk(BARNEN, seed).go(60);
  }

  @Property(tries = 15)
  void nothing_wrong_is_confirmed_in_any_form(@ForAll long seed) {
    FormDefinition form = RandomForms.definition(seed / 3 * 3);
    assertThat(form.validateOn()).isEqualTo(ValidateOn.REVIEW);
    new Walk(FormRun.of(form, Forms.CLOCK), seed).go(25);
  }

  @Test
  void the_walks_are_refused_and_sent_both_right_and_to_be_completed() {
    int refused = 0;
    int right = 0;
    int anyway = 0;
    for (long seed = 0; seed < 25; seed++) {
      Walk walk = new Walk(BARNEN, seed);
      walk.go(60);
      refused += walk.refused;
      right += walk.right;
      anyway += walk.anyway;
    }
    assertThat(refused).isPositive();
    assertThat(right).isPositive();
    assertThat(anyway).isPositive();
  }

  private static final class Walk {
    private final FormRun run;
    private final SplittableRandom random;
    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private FormState state;
    private int refused;
    private int right;
    private int anyway;

    Walk(FormRun run, long seed) {
      this.run = run;
      random = new SplittableRandom(seed);
      state = run.start(Map.of());
    }

    void go(int steps) {
      String next = run.current(state);
      for (int i = 0; i < steps; i++) {
        List<String> paths = RandomPosts.shown(run, state);
        reviews().forEach(paths::add);
        boolean follows = random.nextInt(6) > 0 && paths.contains(next);
        String path = follows ? next : paths.get(random.nextInt(paths.size()));
        StepResult step = post(path);
        next = step.page().orElse(path);
        if (next.equals(path) && !step.violations().isEmpty()) {
          // As who follows a link in the summary of errors.
          Violation wrong = any(step.violations());
          next = wrong.place().path(run.form().pageOf(wrong.field()).orElseThrow().id());
        }
      }
    }

    private List<String> reviews() {
      return run.answers(state).pages().stream()
          .filter(page -> run.form().page(page).orElseThrow().kind() == PageKind.REVIEW)
          .toList();
    }

    private StepResult post(String path) {
      FormAnswers before = run.answers(state).at(Place.of(path).orElseThrow());
      PostedFields posted = posted(path);
      StepResult step = run.post(state, path, posted);
      state = step.state();
      remember(path, before, posted);
      typed.keySet().removeIf(key -> !isThere(key));
      typed.forEach(
          (key, raw) -> assertThat(state.answer(key).orElseThrow().raw()).as(key).isEqualTo(raw));
      boolean review = run.form().page(Place.name(path)).orElseThrow().kind() == PageKind.REVIEW;
      if (step.isComplete()) {
        sent();
      } else if (review && step.page().filter(path::equals).isPresent() && !isStay(posted)) {
        refused++;
        assertThat(step.violations()).isNotEmpty();
        assertThat(run.isComplete(state)).isFalse();
      }
      // What was found out before never changes what is found.
      FormState anew = run.read(run.write(run.judgedAnew(state)));
      assertThat(run.current(anew)).isEqualTo(run.current(state));
      for (String page : reviews()) {
        assertThat(run.waiting(anew, page)).isEqualTo(run.waiting(state, page));
      }
      return step;
    }

    private static boolean isStay(PostedFields posted) {
      String action = posted.control(PostedFields.ACTION).orElse("next");
      return action.equals("save") || action.equals("back");
    }

    /** Nothing is wrong but what may be completed later, on pages where that was chosen. */
    private void sent() {
      assertThat(run.isComplete(state)).isTrue();
      List<Violation> left = run.violations(state);
      for (Violation one : left) {
        String page = run.form().pageOf(one.field()).orElseThrow().id();
        assertThat(run.isDeferrable(one)).as(one.constraint()).isTrue();
        assertThat(state.deferred()).contains(one.place().path(page));
      }
      if (left.isEmpty()) {
        right++;
      } else {
        anyway++;
      }
    }

    private PostedFields posted(String path) {
      PageDefinition page = run.form().page(Place.name(path)).orElseThrow();
      PostedFields random = RandomPosts.post(run, state, path, this.random);
      boolean adds = random.control(PostedFields.ACTION).isPresent();
      if (adds && this.random.nextInt(4) == 0) {
        return random;
      }
      Map<String, List<String>> values = new LinkedHashMap<>(adds ? Map.of() : random.values());
      boolean known = run == BARNEN;
      for (FieldDefinition field : known ? page.fields() : List.<FieldDefinition>of()) {
        if (field.isAsked()) {
          values.put(field.id(), List.of(any(answers(field.type().name()))));
        }
      }
      boolean review = page.kind() == PageKind.REVIEW;
      values.put(PostedFields.ACTION, List.of(any(review ? REVIEWING : ACTIONS)));
      if (this.random.nextInt(4) == 0) {
        values.put(PostedFields.FROM_REVIEW, List.of("1"));
      }
      return PostedFields.of(values);
    }

    private static List<String> answers(String type) {
      return switch (type) {
        case "yes-no" -> List.of("yes", "yes", "yes", "yes", "no", "");
        case "number" -> List.of("3", "5", "8", "5", "5", "fem", "");
        default -> List.of("a", "b", "c", "d", "e", "");
      };
    }

    private <T> T any(List<T> items) {
      return items.get(random.nextInt(items.size()));
    }

    private void remember(String path, FormAnswers before, PostedFields posted) {
      PageDefinition page = run.form().page(Place.name(path)).orElseThrow();
      for (FieldDefinition field : page.fields()) {
        String key = before.place().path(field.id());
        List<String> values = posted.values().get(field.id());
        if (field.type().parts().size() == 1 && values != null) {
          typed.put(key, values.stream().allMatch(String::isEmpty) ? List.of() : values);
        } else {
          typed.remove(key);
        }
      }
    }

    /** A row that was removed takes its answers along. */
    private boolean isThere(String key) {
      Place place = Place.of(key).orElseThrow();
      List<String> groups = run.form().structure().around(Place.name(key));
      List<Boolean> there = new ArrayList<>();
      for (int i = 0; i < groups.size(); i++) {
        there.add(state.rows(place.outer(i).path(groups.get(i))).contains(place.rows().get(i)));
      }
      return !there.contains(false);
    }
  }
}
