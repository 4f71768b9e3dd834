package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.Place;
import se.byggsten.forms.draft.Draft;
import se.byggsten.forms.render.FormRenderer;
import se.byggsten.forms.render.PageView;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.web.Html;
import se.byggsten.web.page.Page;
import se.byggsten.web.page.Progress;

/** Draws a page of an application in the shell: progress, languages, and for how long it lives. */
final class ApplicationDrawing {
  private static final String FORM = FormRenderer.FORM_ID;

  private final FormRun run;
  private final FormRenderer renderer;

  ApplicationDrawing(FormRun run) {
    this.run = run;
    renderer = FormRenderer.of(run);
  }

  /** Whether the form has a page of that name at that depth of rows. */
  boolean isPage(String path) {
    List<String> around = run.form().structure().around(Place.name(path));
    return run.form().page(Place.name(path)).isPresent()
        && Place.of(path).filter(place -> place.depth() == around.size()).isPresent();
  }

  /** The page to show, empty when the row of the path is not there. */
  String open(FormState state, String path) {
    try {
      return run.open(state, path);
    } catch (FormException noSuchRow) {
      return "";
    }
  }

  /** The page of the progress: of a page in a row, the page that lists the rows. */
  private String listed(String path) {
    List<String> around = run.form().structure().around(Place.name(path));
    return around.isEmpty()
        ? path
        : run.form().pageOf(around.get(0)).map(PageDefinition::id).orElse(path);
  }

  static PageView view(Exchange x, Desk desk) {
    return PageView.of(x.locale(), desk.base(), x.csrf()).withPageBefore();
  }

  void render(
      Exchange x,
      Desk desk,
      int status,
      Draft draft,
      FormState state,
      String page,
      PageView view,
      Html banner)
      throws IOException {
    PageDefinition definition = run.form().page(Place.name(page)).orElseThrow();
    boolean review = definition.kind() == PageKind.REVIEW;
    List<String> pages = run.answers(state).pages();
    PageView told = view.violations().isEmpty() ? view.telling(run.waiting(state, page)) : view;
    PageView plain = view(x, desk);
    String name = renderer.title(page, plain);
    Html body =
        banner
            .and(renderer.page(state, page, told.draft(draft.mark())))
            .and(
                Markup.note(
                    x.text(
                        desk.isOpen() ? "open.draft" : "apply.draft",
                        x.texts().day(draft.expiresAt()))));
    // Who cannot go on is not on the way to an end.
    int at = definition.kind() == PageKind.EXIT ? -1 : pages.indexOf(listed(page));
    Page.Builder built =
        x.formPage(review ? "review" : "question", name)
            .error(!told.violations().isEmpty())
            .body(body);
    if (at >= 0) {
      built.progress(new Progress(at + 1, pages.size(), name, x.texts().clock(state.changedAt())));
    }
    // The switch posts the page, so that what is written and not yet sent comes along.
    for (String tag : List.of("sv", "en")) {
      String address = desk.base() + "/" + page + "?lang=" + tag;
      built.language(
          Locale.forLanguageTag(tag), address, FORM, PostedFields.ACTION, PostedFields.SAVE);
    }
    x.show(status, built.build());
  }
}
