package se.byggsten.samples.portal.kollo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.render.ReceiptView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.forms.source.FormYaml;
import se.byggsten.web.Html;
import se.byggsten.web.WebAssets;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;

/** Every page of every sample form in every state, as whole pages, for those that judge them. */
public final class FormPages {
  /** When it is. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static final String REVIEW = "granska";

  private final Locale locale;
  private final WebAssets assets;
  private final Map<String, String> pages = new LinkedHashMap<>();
  private final Set<String> drawn = new HashSet<>();

  private FormPages(String language, WebAssets assets) {
    locale = Locale.forLanguageTag(language);
    this.assets = assets;
  }

  /**
   * Draws the pages: empty, with errors, with what cannot be read, filled in, when a row is about
   * to be removed, the exits, those of other parties, review, receipt and what the case handler
   * sees.
   *
   * @param language the language, written from the right or the left
   * @return whole pages by what they show
   */
  public static Map<String, String> in(String language) {
    return in(language, WebAssets.standard());
  }

  /**
   * Draws the same in the look of a municipality.
   *
   * @param language the language
   * @param assets the style sheets
   * @return whole pages by what they show
   */
  public static Map<String, String> in(String language, WebAssets assets) {
    FormPages all = new FormPages(language, assets);
    SampleWalk.all().forEach(walk -> all.new Drawing(walk).draw());
    return all.pages;
  }

  /** The languages that the pages are drawn in: the forms' own, and one from right to left. */
  public static List<String> languages() {
    return List.of("sv", "en", "yi");
  }

  /** The pages of one way through one form; those that look the same as before are left out. */
  private final class Drawing {
    private final SampleWalk walk;
    private final FormRun run;
    private final FormRenderer renderer;
    private final PageShell shell;

    Drawing(SampleWalk walk) {
      this.walk = walk;
      run = FormRun.of(walk.form(), Clock.fixed(NOW, ZoneOffset.UTC));
      renderer = FormRenderer.of(run);
      shell =
          PageShell.builder(locale, "Eksta kommun", "Ansökan om kolloplats")
              .phone("0555-120 00")
              .assets(assets)
              .build();
    }

    void draw() {
      FormState state = run.withInputs(run.start(Map.of()), walk.inputs());
      for (PageDefinition page : walk.form().pages()) {
        if (page.kind() == PageKind.EXIT) {
          add("exit " + page.id(), page.id(), renderer.page(state, page.id(), view()));
        }
      }
      FormState earlier = state;
      while (!run.current(state).equals(REVIEW)) {
        earlier = state;
        state = step(run, renderer, state, run.current(state));
      }
      add("review", REVIEW, renderer.page(state, REVIEW, view()));
      ReceiptView receipt = ReceiptView.of(locale, "BUN 2026/17", NOW);
      add("receipt", "kvittens", renderer.receipt(state, receipt));
      add("handler", "handlaggare", heading(renderer.handler(state, locale)));
      add("changes", "handlaggare", heading(renderer.handler(state, earlier, locale)));
      for (PartyDefinition party : walk.form().parties()) {
        if (run.answers(state).hasParty(party.id())) {
          party(party, state);
        }
      }
      reviewed();
    }

    /** The same form validated on review, where nobody has answered anything. */
    private void reviewed() {
      String json =
          FormYaml.writeJson(walk.form()).replaceFirst("\\{", "{\"validate-on\":\"review\",");
      FormDefinition form =
          FormYaml.read("reviewed.json", json.getBytes(UTF_8), walk.form().texts());
      FormRun of = FormRun.of(form, Clock.fixed(NOW, ZoneOffset.UTC));
      FormState state = of.withInputs(of.start(Map.of()), walk.inputs());
      while (!of.current(state).equals(REVIEW)) {
        state = of.post(state, of.current(state), PostedFields.with()).state();
      }
      PageView told = view().telling(of.waiting(state, REVIEW));
      add("errors of all", REVIEW, FormRenderer.of(of).page(state, REVIEW, told));
    }

    private FormState step(FormRun of, FormRenderer drawing, FormState state, String at) {
      add("empty " + at, at, drawing.page(state, at, view()));
      posted(of, drawing, state, at, "errors ", PostedFields.with("_action", "next"));
      posted(of, drawing, state, at, "unread ", PostedFields.of(walk.unreadable(at)));
      FormState next = of.post(state, at, PostedFields.of(walk.of(at))).state();
      add("filled " + at, at, drawing.page(next, at, view().fromReview(true)));
      if (walk.page(at).group().isPresent()) {
        add("removing " + at, at, drawing.page(next, at, view().removing(1)));
      }
      return next;
    }

    private void posted(
        FormRun of,
        FormRenderer drawing,
        FormState state,
        String at,
        String name,
        PostedFields posted) {
      StepResult wrong = of.post(state, at, posted);
      if (!wrong.violations().isEmpty()) {
        add(name + at, at, drawing.page(wrong.state(), at, view().after(wrong)));
      }
    }

    private void party(PartyDefinition party, FormState complete) {
      FormRun theirs = run.as(party.id());
      FormRenderer drawing = FormRenderer.of(theirs);
      FormState state = complete;
      for (PageDefinition page : walk.form().pages()) {
        if (page.party().equals(party.id())) {
          state = step(theirs, drawing, state, page.id());
        }
      }
      add("seen " + party.id(), "medsokande", heading(drawing.seen(state, locale)));
    }

    private PageView view() {
      return PageView.of(locale, "/kolloplats/ansokan", "token");
    }

    private Html heading(Html cards) {
      return Html.trusted("<h1 class=\"govuk-heading-l\">Ansökan</h1>").and(cards);
    }

    private void add(String state, String id, Html body) {
      if (!drawn.add(body.value())) {
        return;
      }
      String safe = id.replace('/', '-');
      Page page =
          Page.builder(safe, "Ansökan om kolloplats, " + state)
              .error(state.startsWith("errors") || state.startsWith("unread"))
              .body(body)
              .build();
      String name = (walk.name() + " " + state).strip();
      pages.put(locale.toLanguageTag() + " " + name, shell.render(page));
    }
  }
}
