package se.byggsten.forms.render;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.party.Circumstances;
import se.byggsten.forms.run.Elsewhere;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.web.Html;
import se.byggsten.web.Passage;
import se.byggsten.web.design.Theme;

/**
 * Shows a form in each channel, all from the same nodes.
 *
 * <p>What it returns is the content of a page, to be put in the shell of the service. Everything
 * works without a script. Safe for use by many threads.
 */
public final class FormRenderer {
  /** The id of the form element of a page, for buttons elsewhere on it that post it. */
  public static final String FORM_ID = "page-form";

  private final FormRun run;
  private final Drawings drawings;
  private final Drawings plain;
  private final Theme theme;

  private FormRenderer(FormRun run, Drawings drawings, Drawings plain, Theme theme) {
    this.run = run;
    this.drawings = drawings;
    this.plain = plain;
    this.theme = theme;
  }

  /**
   * Returns a renderer.
   *
   * @param run the run of the form
   * @return the renderer
   */
  public static FormRenderer of(FormRun run) {
    return new FormRenderer(
        run, Drawings.kept(run.form()), Drawings.plain(run.form()), Theme.standard());
  }

  /**
   * Returns the same renderer in the look of a municipality, for what is printed: pages get theirs
   * from the style sheets of {@link se.byggsten.web.WebAssets}.
   *
   * @param look the theme
   * @return the renderer
   */
  public FormRenderer themed(Theme look) {
    return new FormRenderer(run, drawings, plain, look);
  }

  /**
   * Returns the title of a page, for the title element.
   *
   * @param page the path of the page
   * @param view what is shown; with violations the title begins with the word for error
   * @return the title; a {@link Passage} where the form lacks it in the language
   * @throws IllegalArgumentException when the form has no such page
   */
  public String title(String page, PageView view) {
    String title = drawings.in(view.language().toLanguageTag()).of(definition(page)).title();
    return view.violations().isEmpty() ? title : wrong(title, view.language());
  }

  /** In the language of the title, as no markup can stand in one. */
  private static String wrong(String title, Locale page) {
    Locale language = Passage.language(title).orElse(page);
    Words words = Words.of(language.toLanguageTag());
    return words.has("title.error")
        ? Passage.within(title, inner -> words.get("title.error", Map.of("title", inner)))
        : "(!) " + title;
  }

  private PageDefinition definition(String path) {
    return run.form()
        .page(Place.name(path))
        .orElseThrow(() -> new IllegalArgumentException("The form has no page " + path));
  }

  /**
   * Shows a page to the citizen.
   *
   * @param state the state
   * @param page the path of the page
   * @param view what else is to be known
   * @return the content of the main element
   * @throws IllegalArgumentException when the form has no such page
   */
  public Html page(FormState state, String page, PageView view) {
    PageDefinition definition = definition(page);
    FormTree tree = tree(state, view.language());
    PageNode node = tree.page(page, view.violations());
    PageHtml html = new PageHtml(run, tree, node, view, drawings);
    Html content = content(definition.kind(), html, state);
    Elsewhere told = view.elsewhere().orElse(null);
    if (told == null) {
      return content;
    }
    ElsewhereHtml elsewhere = new ElsewhereHtml(tree, definition(told.page()), told);
    Html again =
        elsewhere.canBeRestored(node) ? html.form("page-again", elsewhere.restore()) : Html.EMPTY;
    return Html.concat(elsewhere.notice(view), again, content);
  }

  /**
   * Shows a page to somebody who is to judge the form: with all its questions, also those that the
   * answers so far do not lead to.
   *
   * @param state the state
   * @param page the path of the page
   * @param view what else is to be known
   * @return the content of the main element
   * @throws IllegalArgumentException when the form has no such page
   */
  public Html preview(FormState state, String page, PageView view) {
    FormTree tree = tree(state, view.language());
    PageNode node = tree.preview(page, view.violations());
    PageHtml html = new PageHtml(run, tree, node, view, drawings);
    return content(definition(page).kind(), html, state);
  }

  private static Html content(PageKind kind, PageHtml html, FormState state) {
    return switch (kind) {
      case INTRO -> html.introduction();
      case EXIT -> html.exit();
      case REVIEW -> html.review(state);
      case REPEAT -> html.group();
      default -> html.questions();
    };
  }

  /**
   * Shows the answers that whoever the run is of may see, as {@link FormAnswers#isSeen} says: to a
   * party before they approve or send their part.
   *
   * @param state the state
   * @param language the language to show
   * @return summary cards with headings of level 2
   */
  public Html seen(FormState state, Locale language) {
    FormTree tree = tree(state, language);
    return SummaryHtml.plain(tree.words()).pages(tree.seen());
  }

  /**
   * Shows the answers to a case handler: all that is sent, with secrecy marks and with what the
   * citizen changed of the prefilled.
   *
   * @param state the state
   * @param language the language to show
   * @return summary cards with headings of level 2
   */
  public Html handler(FormState state, Locale language) {
    FormTree tree = tree(state, language);
    return SummaryHtml.handler(tree.words()).pages(tree.summary());
  }

  /**
   * Shows the answers to a case handler with marks for what has been changed, as after a
   * supplement: added, changed and removed answers and rows, in words.
   *
   * @param state the state
   * @param before the state that the case handler has seen
   * @param language the language to show
   * @return summary cards with headings of level 2
   */
  public Html handler(FormState state, FormState before, Locale language) {
    FormTree tree = tree(state, language);
    List<PageNode> now = tree.summary();
    Changes changes = new Changes(tree(before, language).summary(), now);
    return SummaryHtml.handler(tree.words(), changes).pages(now);
  }

  /**
   * Shows what the citizen is told after sending.
   *
   * @param state the state that was sent
   * @param view what else is to be said
   * @return the content of the main element: number and time, what is missing, what happens next,
   *     the answers
   */
  public Html receipt(FormState state, ReceiptView view) {
    FormTree tree = tree(state, view.language());
    return new ReceiptHtml(tree.said(), view, missing(state, tree)).page(tree.seen());
  }

  /**
   * Writes what the citizen is told after sending as an e-mail in plain text: that it was received,
   * the number and what happens next, but no answers and no name.
   *
   * @param state the state that was sent
   * @param view what else is to be said
   * @return subject and text
   */
  public MailText mail(FormState state, ReceiptView view) {
    FormTree tree = tree(state, view.language());
    return new ReceiptHtml(tree.said(), view, missing(state, tree)).mail(List.of());
  }

  /**
   * Writes the same e-mail with a copy of the answers that may be sent openly: no identity numbers,
   * sensitive data, files, nor anything that a provision of secrecy protects.
   *
   * @param state the state that was sent
   * @param view what else is to be said
   * @return subject and text, which says how many answers are left out
   */
  public MailText mailWithCopy(FormState state, ReceiptView view) {
    FormTree tree = tree(state, view.language());
    return new ReceiptHtml(tree.said(), view, missing(state, tree)).mail(tree.seen());
  }

  private List<String> missing(FormState state, FormTree tree) {
    return run.missing(state).stream().map(tree::text).toList();
  }

  /**
   * Makes the document that is archived and that the citizen may print.
   *
   * @param state the state
   * @param language the language
   * @param receivedAt when the authority had the whole of it
   * @return a whole XHTML page with title, all questions and answers, times and attachments
   */
  public PrintableDocument printable(FormState state, Locale language, Instant receivedAt) {
    return printable(state, language, receivedAt, Circumstances.ALONE);
  }

  /**
   * Makes the document that is archived and that the citizen may print, with who took part besides
   * the applicant: the official who filled it in with how and when it arrived, and each party with
   * when they approved.
   *
   * @param state the state
   * @param language the language
   * @param receivedAt when the authority had the whole of it
   * @param circumstances co-applicants and staff
   * @return a whole XHTML page with title, all questions and answers, times and attachments
   */
  public PrintableDocument printable(
      FormState state, Locale language, Instant receivedAt, Circumstances circumstances) {
    return new PrintHtml(tree(state, language), theme).document(state, receivedAt, circumstances);
  }

  /**
   * Makes the form with nothing filled in, to be handed out on paper.
   *
   * <p>Questions are numbered, and conditions become where to go after an answer or who is to
   * answer. Texts of its own, all optional: {@code form.authority}, {@code form.paper} (how to fill
   * it in), {@code form.send} (where to send it), {@code <page>.paper} and {@code <field>.paper}
   * (who is to answer, for conditions that are hard to put in words).
   *
   * @param language the language
   * @param madeAt when it is made; the same instant gives the same bytes
   * @return a whole XHTML page for a {@link se.byggsten.core.document.PdfRenderer}
   */
  public PrintableDocument paper(Locale language, Instant madeAt) {
    return new PaperHtml(run.form(), language, theme).document(madeAt);
  }

  /**
   * Returns the nodes that every channel is drawn from, for a channel of one's own.
   *
   * @param state the state
   * @param language the language
   * @return the pages with shown questions, in order; their texts do not say when another language
   *     stands in
   */
  public List<PageNode> nodes(FormState state, Locale language) {
    return new FormTree(run.form(), run.answers(state), language, plain).summary();
  }

  private FormTree tree(FormState state, Locale language) {
    return new FormTree(run.form(), run.answers(state), language, drawings);
  }
}
