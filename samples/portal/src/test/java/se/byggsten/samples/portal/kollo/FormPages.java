package se.byggsten.samples.portal.kollo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.render.ReceiptView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.StepResult;
import se.byggsten.web.Html;
import se.byggsten.web.WebAssets;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.PageShell;

/** Every page of the sample form in every state, as whole pages, for those that judge them. */
public final class FormPages {
  /** When it is. */
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private final FormRun run = FormRun.of(KolloAnswers.FORM, Clock.fixed(NOW, ZoneOffset.UTC));
  private final FormRenderer renderer = FormRenderer.of(run);
  private final Locale locale;
  private final PageShell shell;
  private final Map<String, String> pages = new LinkedHashMap<>();

  private FormPages(String language, WebAssets assets) {
    locale = Locale.forLanguageTag(language);
    shell =
        PageShell.builder(locale, "Eksta kommun", "Ansökan om kolloplats")
            .phone("0555-120 00")
            .assets(assets)
            .build();
  }

  /**
   * Draws the pages: empty, with errors, filled in, when a row is about to be removed, the exits,
   * review, receipt and what the case handler sees.
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
    FormPages pages = new FormPages(language, assets);
    pages.draw();
    return pages.pages;
  }

  private void draw() {
    FormState state = run.withInputs(run.start(Map.of()), KolloAnswers.EVERY_PLACE);
    KolloAnswers answers = KolloAnswers.complete();
    for (PageDefinition page : KolloAnswers.FORM.pages()) {
      if (page.kind() == PageKind.EXIT) {
        add("exit " + page.id(), page.id(), renderer.page(state, page.id(), view()));
      }
    }
    FormState earlier = state;
    while (!run.current(state).equals("granska")) {
      String at = run.current(state);
      add("empty " + at, at, renderer.page(state, at, view()));
      StepResult wrong = run.post(state, at, PostedFields.with("_action", "next"));
      if (!wrong.violations().isEmpty()) {
        PageView errors = view().after(wrong);
        add("errors " + at, at, renderer.page(wrong.state(), at, errors));
      }
      earlier = state;
      state = run.post(state, at, PostedFields.of(answers.of(at))).state();
      add("filled " + at, at, renderer.page(state, at, view().fromReview(true)));
      if (KolloAnswers.page(at).group().isPresent()) {
        add("removing " + at, at, renderer.page(state, at, view().removing(1)));
      }
    }
    add("review", "granska", renderer.page(state, "granska", view()));
    ReceiptView receipt = ReceiptView.of(locale, "BUN 2026/17", NOW);
    add("receipt", "kvittens", renderer.receipt(state, receipt));
    add("handler", "handlaggare", heading(renderer.handler(state, locale)));
    add("changes", "handlaggare", heading(renderer.handler(state, earlier, locale)));
  }

  private PageView view() {
    return PageView.of(locale, "/kolloplats/ansokan", "token");
  }

  private static Html heading(Html cards) {
    return Html.trusted("<h1 class=\"govuk-heading-l\">Ansökan</h1>").and(cards);
  }

  private void add(String state, String id, Html body) {
    String safe = id.replace('/', '-');
    Page page =
        Page.builder(safe, "Ansökan om kolloplats, " + state)
            .error(state.startsWith("errors"))
            .body(body)
            .build();
    pages.put(locale.toLanguageTag() + " " + state, shell.render(page));
  }

  /** The languages that the pages are drawn in: the form's own, and one from right to left. */
  public static List<String> languages() {
    return List.of("sv", "en", "yi");
  }
}
