package se.byggsten.forms.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.Forms;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.RandomForms;
import se.byggsten.forms.RandomPosts;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.source.FormCatalog;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.forms.spi.FieldInput;
import se.byggsten.forms.spi.Trait;
import se.byggsten.forms.type.FieldTypes;
import se.byggsten.forms.type.PlainType;
import se.byggsten.web.Html;

/** A drawing that is kept and filled is the drawing that would have been made. */
class DrawingsTest {
  private static final Locale SV = Locale.forLanguageTag("sv");
  private static final List<String> NAUGHTY =
      List.of(
          "\uE000traw0\uE001", "\"><script>", "&amp;", "\u0000", "\uFFFF", "\ud800", "\n\n", "'");

  @Test
  void kept_drawings_are_those_that_would_have_been_made() {
    int pages = 0;
    for (long seed = 0; seed < 25; seed++) {
      FormDefinition form = RandomForms.definition(seed);
      FormRun run = FormRun.of(form, Forms.CLOCK);
      Drawings kept = Drawings.kept(form);
      SplittableRandom random = new SplittableRandom(seed);
      FormState state = run.start(Map.of());
      for (int post = 0; post < 12; post++) {
        String path = run.current(state);
        PageDefinition page = form.page(Place.name(path)).orElseThrow();
        try {
          StepResult step = run.post(state, path, RandomPosts.post(page, random));
          state = step.state();
          assertSame(run, kept, state, path, step.violations());
          pages++;
        } catch (FormException refused) {
          assertSame(run, kept, state, path, List.of());
        }
      }
    }
    assertThat(pages).isGreaterThan(100);
  }

  @Test
  void naughty_strings_fill_a_kept_drawing_as_they_would_be_drawn() {
    FormRun run = Forms.run();
    Drawings kept = Drawings.kept(run.form());
    for (String naughty : NAUGHTY) {
      StepResult step =
          run.post(
              Forms.started(run),
              "ett",
              PostedFields.with("text", naughty, "langtext", naughty, "val", naughty));
      assertSame(run, kept, step.state(), "ett", step.violations());
      assertSame(run, kept, step.state(), "ett", List.of());
    }
  }

  @Test
  void a_kind_that_does_more_than_it_says_is_drawn_each_time() {
    FieldTypes types = FieldTypes.standard().with(new Shouting());
    FormDefinition form =
        FormYaml.read(
            "rop.yaml",
            """
            form: 1
            id: rop
            version: 1
            languages: [sv]
            facts: {purpose: Prova, legal-basis: Lagen, retention: dispose P1Y}
            pages:
              - id: ett
                fields:
                  - {id: a, type: shouting}
                  - {id: b, type: text}
              - id: granska
                kind: review
            """
                .getBytes(StandardCharsets.UTF_8),
            FormTexts.of(Map.of("sv", Map.of("form.title", "Rop"))),
            FormCatalog.of(types, ConstraintCatalog.standard()));
    FormRun run = FormRun.of(form, Forms.CLOCK);
    FormState state =
        run.post(run.start(Map.of()), "ett", PostedFields.with("a", "hej", "b", "hej")).state();
    Drawings kept = Drawings.kept(form);
    assertSame(run, kept, state, "ett", List.of());
    assertThat(html(run, kept, state, "ett", List.of())).contains("value=\"HEJ\"");
  }

  /** Twice: when it is made and when it is filled. */
  private static void assertSame(
      FormRun run, Drawings kept, FormState state, String path, List<Violation> violations) {
    String anew = html(run, Drawings.anew(run.form()), state, path, violations);
    assertThat(html(run, kept, state, path, violations)).isEqualTo(anew);
    assertThat(html(run, kept, state, path, violations)).isEqualTo(anew);
  }

  private static String html(
      FormRun run, Drawings drawings, FormState state, String path, List<Violation> violations) {
    FormAnswers answers = run.answers(state);
    PageNode node = new FormTree(run.form(), answers, SV, drawings).page(path, violations);
    return new FieldHtml(node, SV, false, drawings).all().value();
  }

  /** Says that it shows what is written, and shows it in capitals. */
  private static final class Shouting implements PlainType {
    @Override
    public String name() {
      return "shouting";
    }

    @Override
    public Set<Trait> traits() {
      return Set.of(Trait.TYPED, Trait.VERBATIM);
    }

    @Override
    public Html html(FieldInput input) {
      return Html.concat(
          Html.trusted("<input name=\"" + input.id() + "\" value=\""),
          Html.text(input.raw(0).toUpperCase(Locale.ROOT)),
          Html.trusted("\">"));
    }
  }
}
