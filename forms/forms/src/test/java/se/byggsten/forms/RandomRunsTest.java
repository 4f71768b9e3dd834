package se.byggsten.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.render.FormDocuments;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.spi.Trait;

/**
 * Random forms answered at random: nothing throws, nothing is lost, and pages show what was typed.
 */
class RandomRunsTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final PageView VIEW = PageView.of(SV, "/slump", "token");
  private static final int POSTS = 12;

  @Test
  void a_few_random_forms_keep_and_show_what_was_typed() {
    walk(0, 20);
  }

  @Test
  @Tag("judges")
  void random_forms_keep_and_show_what_was_typed() {
    walk(1_000, 250);
  }

  @Test
  @Tag("endurance")
  void thousands_of_random_forms_keep_and_show_what_was_typed() {
    walk(100_000, 5_000);
  }

  private static void walk(long firstSeed, int forms) {
    for (long seed = firstSeed; seed < firstSeed + forms; seed++) {
      try {
        new Walk(seed).go();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("The form with the seed " + seed, e);
      }
    }
  }

  private static final class Walk {
    private final SplittableRandom random;
    private final FormRun run;
    private final FormRenderer renderer;
    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private FormState state;

    Walk(long seed) {
      random = new SplittableRandom(seed);
      run = FormRun.of(RandomForms.definition(seed), Forms.CLOCK);
      renderer = FormRenderer.of(run);
      state = run.start(Map.of());
    }

    void go() {
      for (int i = 0; i < POSTS; i++) {
        List<String> paths = RandomPosts.shown(run, state);
        if (paths.isEmpty()) {
          return;
        }
        post(paths.get(random.nextInt(paths.size())));
      }
      renderer.handler(state, SV);
      assertThat(renderer.printable(state, SV, Forms.NOW).html()).doesNotContain("<script");
      FormDocuments.of(run).answersJson(state, SV, Forms.NOW);
      FormState again = run.read(run.write(state));
      assertThat(again).isEqualTo(state);
      assertThat(run.current(again)).isEqualTo(run.current(state));
      assertThat(run.isComplete(again)).isEqualTo(isAtReview());
    }

    /** Whether nothing is left but to review, by what was found out from post to post. */
    private boolean isAtReview() {
      String current = run.current(state);
      return run.form().page(Place.name(current)).orElseThrow().kind() == PageKind.REVIEW
          && run.waiting(state, current).isEmpty();
    }

    private void post(String path) {
      FormAnswers before = run.answers(state).at(Place.of(path).orElseThrow());
      PostedFields posted = RandomPosts.post(run, state, path, random);
      remember(path, before, posted);
      StepResult step = run.post(state, path, posted);
      state = step.state();
      typed.keySet().removeIf(key -> !isThere(key));
      typed.forEach(
          (key, raw) -> assertThat(state.answer(key).orElseThrow().raw()).as(key).isEqualTo(raw));
      shows(path, step);
    }

    private void remember(String path, FormAnswers before, PostedFields posted) {
      PageDefinition page = run.form().page(Place.name(path)).orElseThrow();
      for (FieldDefinition field : page.fields()) {
        List<String> raw = new ArrayList<>();
        boolean some = false;
        for (String part : field.type().parts()) {
          List<String> values = posted.values().get(field.id() + part);
          some |= values != null;
          raw.addAll(
              values != null ? values : field.type().parts().size() > 1 ? List.of("") : List.of());
        }
        String key = before.place().path(field.id());
        if (some) {
          typed.put(key, raw.stream().allMatch(String::isEmpty) ? List.of() : raw);
        } else if (field.has(Trait.BOX) && isDrawn(path, field)) {
          typed.remove(key);
        }
      }
    }

    /** A box that was on the page, under the option of another question too, was left unticked. */
    private boolean isDrawn(String path, FieldDefinition field) {
      String html = renderer.page(state, path, VIEW).value();
      return !Jsoup.parseBodyFragment(html).select("[name=" + field.id() + "]").isEmpty();
    }

    /** A row that was removed takes its answers along. */
    private boolean isThere(String key) {
      Place place = Place.of(key).orElseThrow();
      List<String> groups = run.form().structure().around(Place.name(key));
      for (int i = 0; i < groups.size(); i++) {
        if (!state.rows(place.outer(i).path(groups.get(i))).contains(place.rows().get(i))) {
          return false;
        }
      }
      return true;
    }

    private void shows(String path, StepResult step) {
      String html = renderer.page(state, path, VIEW.after(step)).value();
      Document page = Jsoup.parseBodyFragment(html);
      assertThat(page.select("script, iframe, object, [onerror], [onload]")).isEmpty();
      FormAnswers here = run.answers(state).at(Place.of(path).orElseThrow());
      for (FieldDefinition field : run.form().page(Place.name(path)).orElseThrow().fields()) {
        List<String> raw = here.raw(field.id());
        if (field.has(Trait.TYPED) && raw.size() == field.type().parts().size()) {
          for (int i = 0; i < raw.size(); i++) {
            Element input = page.getElementById(field.id() + field.type().parts().get(i));
            if (input != null && !here.isLocked(field)) {
              assertThat(input.tagName().equals("textarea") ? input.wholeText() : input.val())
                  .as(field.type().name())
                  .isEqualTo(shown(raw.get(i)));
            }
          }
        }
      }
    }

    /** HTML holds no control characters; the page shows the replacement character for them. */
    private static String shown(String text) {
      StringBuilder shown = new StringBuilder();
      text.codePoints().map(c -> isControl(c) ? 0xFFFD : c).forEach(shown::appendCodePoint);
      return shown.toString();
    }

    private static boolean isControl(int c) {
      boolean space = c == '\t' || c == '\n';
      return (c < 0x20 && !space) || c == 0xFFFE || c == 0xFFFF;
    }
  }
}
