package se.byggsten.forms.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.party.Circumstances;
import se.byggsten.forms.run.FormAnswers;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.Markdown;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.NotificationBanner;

/**
 * Shows a form in each channel, all from the same nodes.
 *
 * <p>What it returns is the content of a page, to be put in the shell of the service. Everything
 * works without a script. Safe for use by many threads.
 */
public final class FormRenderer {
  private static final String FORM_ID = "form";

  private final FormRun run;
  private final Drawings drawings;

  private FormRenderer(FormRun run) {
    this.run = run;
    this.drawings = Drawings.kept(run.form());
  }

  /**
   * Returns a renderer.
   *
   * @param run the run of the form
   * @return the renderer
   */
  public static FormRenderer of(FormRun run) {
    return new FormRenderer(run);
  }

  /**
   * Returns the title of a page, for the title element.
   *
   * @param page the path of the page
   * @param view what is shown; with violations the title begins with the word for error
   * @return the title
   * @throws IllegalArgumentException when the form has no such page
   */
  public String title(String page, PageView view) {
    String title = titleOf(definition(page), view.language());
    return view.violations().isEmpty()
        ? title
        : Words.of(view.language().toLanguageTag()).get("title.error", Map.of("title", title));
  }

  private String titleOf(PageDefinition page, Locale language) {
    Said said = new Said(run.form(), language);
    boolean lone = page.fields().size() == 1;
    return said.find(page.id() + ".title")
        .orElseGet(
            () -> said.text(lone ? page.fields().get(0).id() + ".label" : page.id() + ".title"));
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
    ElsewhereHtml elsewhere =
        view.elsewhere()
            .map(what -> new ElsewhereHtml(tree, definition(what.page()), what))
            .orElse(null);
    Html content = content(state, definition, node, tree, view);
    if (elsewhere == null) {
      return content;
    }
    Html again =
        elsewhere.canBeRestored(node)
            ? form(node, view, Html.EMPTY, "again", elsewhere.restore())
            : Html.EMPTY;
    return Html.concat(elsewhere.notice(view), again, content);
  }

  private Html content(
      FormState state, PageDefinition definition, PageNode node, FormTree tree, PageView view) {
    return switch (definition.kind()) {
      case INTRO -> form(node, view, introduction(node, tree), start(tree.words()));
      case EXIT -> form(node, view, heading(node, tree), back(tree.words()));
      case REVIEW -> review(state, node, tree, view);
      case REPEAT -> group(node, tree, view);
      default -> questions(node, tree, view);
    };
  }

  private Html questions(PageNode node, FormTree tree, PageView view) {
    Words words = tree.words();
    List<Html> parts = new ArrayList<>();
    parts.add(errorSummary(node, tree, view));
    if (!view.revealed().isEmpty()) {
      parts.add(NotificationBanner.important(view.language(), words.get("revealed")).toHtml());
    }
    boolean headed = tree.isHeadedByField(node.page());
    if (!headed) {
      parts.add(heading(node, tree));
      if (node.fields().stream().anyMatch(field -> field.field().isAsked())) {
        boolean optional = node.fields().stream().anyMatch(FieldNode::optional);
        parts.add(FieldHtml.paragraphs(words.get(optional ? "page.optional" : "page.required")));
      }
    }
    List<Button> buttons = new ArrayList<>();
    buttons.add(Button.submit(words.get("action.next")));
    buttons.add(Button.secondary(words.get("action.back"), PostedFields.ACTION, "back"));
    buttons.add(Button.secondary(words.get("action.save"), PostedFields.ACTION, PostedFields.SAVE));
    if (canBeDeferred(view)) {
      buttons.add(Button.secondary(words.get("action.later"), PostedFields.ACTION, "later"));
    }
    Html fields = new FieldHtml(node, view.language(), headed, drawings).all();
    return Html.concat(parts).and(form(node, view, Html.EMPTY, fields.and(group(buttons))));
  }

  /** Offered once something is wrong, and nothing that must be right is. */
  private boolean canBeDeferred(PageView view) {
    return !view.violations().isEmpty() && view.violations().stream().allMatch(run::isDeferrable);
  }

  private static Html group(List<Button> buttons) {
    return Button.group(buttons.toArray(new Button[0]));
  }

  private static Html back(Words words) {
    return Button.group(Button.secondary(words.get("action.back"), PostedFields.ACTION, "back"));
  }

  private static Html start(Words words) {
    return Button.group(
        Button.submit(words.get("action.start")),
        Button.secondary(words.get("action.back"), PostedFields.ACTION, "back"));
  }

  private Html introduction(PageNode node, FormTree tree) {
    List<Html> parts = new ArrayList<>();
    parts.add(heading(node, tree));
    for (String part : List.of("scope", "need", "time", "data")) {
      String text = tree.text(node.page().id() + "." + part);
      if (!text.isEmpty()) {
        parts.add(
            Html.concat(
                Html.trusted("<h2 class=\"govuk-heading-m\">"),
                Html.text(tree.words().get("intro." + part)),
                Html.trusted("</h2>"),
                tree.marked(node.page(), Markdown.html(text, 3))));
      }
    }
    return Html.concat(parts);
  }

  private Html group(PageNode node, FormTree tree, PageView view) {
    GroupHtml group = new GroupHtml(node, tree, view);
    RowNode removing = group.removing().orElse(null);
    if (removing != null) {
      String title = tree.words().get("row.remove.title", Map.of("row", removing.title()));
      return form(node, view, title(title), group.confirm(removing));
    }
    return Html.concat(
        errorSummary(node, tree, view),
        heading(node, tree),
        group.rows(),
        form(node, view, Html.EMPTY, group.buttons()));
  }

  private Html review(FormState state, PageNode node, FormTree tree, PageView view) {
    Words words = tree.words();
    String submit =
        run.form()
            .texts()
            .find(view.language().toLanguageTag(), "form.submit")
            .orElse(words.get("action.submit"));
    List<Violation> missing = run.missing(state);
    Html later =
        missing.isEmpty()
            ? Html.EMPTY
            : Html.concat(
                Html.trusted("<h2 class=\"govuk-heading-m\">"),
                Html.text(words.get("missing.title")),
                Html.trusted("</h2>"),
                FieldHtml.paragraphs(words.get("missing.text")),
                list(missing, tree, view));
    Html buttons =
        Button.group(
            Button.submit(missing.isEmpty() ? submit : words.get("action.submit.anyway")),
            Button.secondary(words.get("action.back"), PostedFields.ACTION, "back"),
            Button.secondary(words.get("action.save"), PostedFields.ACTION, PostedFields.SAVE));
    return Html.concat(
        errorSummary(node, tree, view),
        heading(node, tree),
        tree.answers(SummaryHtml.review(words, view).pages(tree.seen())),
        later,
        form(node, view, Html.EMPTY, buttons));
  }

  private Html list(List<Violation> missing, FormTree tree, PageView view) {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.trusted("<ul class=\"govuk-list govuk-list--bullet\">"));
    for (Violation violation : missing) {
      String page = run.form().pageOf(violation.field()).map(PageDefinition::id).orElseThrow();
      parts.add(
          Html.concat(
              Html.trusted("<li><a class=\"govuk-link\" href=\""),
              Html.text(view.href(violation.place().path(page)) + "?_review=1"),
              Html.trusted("\">"),
              Html.text(tree.text(violation)),
              Html.trusted("</a></li>")));
    }
    parts.add(Html.trusted("</ul>"));
    return Html.concat(parts);
  }

  private static Html errorSummary(PageNode node, FormTree tree, PageView view) {
    List<Link> links = new ArrayList<>();
    for (FieldNode field : node.fields()) {
      for (Violation violation : view.violations()) {
        if (violation.field().equals(field.id())) {
          links.add(Link.of(tree.text(violation), "#" + field.anchor()));
        }
      }
    }
    node.page()
        .group()
        .ifPresent(
            group ->
                view.violations().stream()
                    .filter(violation -> violation.field().equals(group.id()))
                    .forEach(
                        violation ->
                            links.add(
                                Link.of(
                                    tree.text(violation),
                                    violation.parameters().containsKey("row")
                                        ? "#" + group.id() + "-" + violation.parameters().get("row")
                                        : "#" + FORM_ID))));
    return links.isEmpty() ? Html.EMPTY : ErrorSummary.of(view.language(), links).toHtml();
  }

  private static Html heading(PageNode node, FormTree tree) {
    String row = node.place().depth() == 0 ? "" : tree.rowCaption(node.page(), node.place());
    Html caption =
        row.isEmpty()
            ? Html.EMPTY
            : Html.concat(
                Html.trusted("<span class=\"govuk-caption-l\">"),
                Html.text(row),
                Html.trusted("</span>"));
    Html heading =
        Html.concat(
            caption,
            title(node.title()),
            node.intro().isEmpty() ? Html.EMPTY : Markdown.html(node.intro()));
    return tree.marked(node.page(), heading);
  }

  private static Html title(String title) {
    return Html.concat(
        Html.trusted("<h1 class=\"govuk-heading-l\">"), Html.text(title), Html.trusted("</h1>"));
  }

  private Html form(PageNode node, PageView view, Html before, Html content) {
    return form(node, view, before, FORM_ID, content);
  }

  private Html form(PageNode node, PageView view, Html before, String id, Html content) {
    boolean files = node.fields().stream().anyMatch(field -> field.field().has(Trait.FILES));
    // The first button is the one that Enter presses, so it goes on; files and back come after.
    return Html.concat(
        before,
        Html.trusted("<form method=\"post\" novalidate id=\"" + id + "\" action=\""),
        Html.text(view.href(node.path())),
        Html.trusted(files ? "\" enctype=\"multipart/form-data\">" : "\">"),
        hidden(PostedFields.CSRF, view.csrf()),
        hidden(PostedFields.DRAFT, view.draft()),
        hidden(PostedFields.FROM_REVIEW, view.fromReview() ? "1" : ""),
        files ? defaultButton() : Html.EMPTY,
        content,
        Html.trusted("</form>"));
  }

  private static Html defaultButton() {
    return Html.trusted(
        "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\""
            + " aria-hidden=\"true\" name=\"_action\" value=\"next\"></button>");
  }

  static Html hidden(String name, String value) {
    return value.isEmpty()
        ? Html.EMPTY
        : Html.concat(
            Html.trusted("<input type=\"hidden\" name=\"" + name + "\" value=\""),
            Html.text(value),
            Html.trusted("\">"));
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
    return tree.answers(SummaryHtml.plain(tree.words()).pages(tree.seen()));
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
    return tree.answers(SummaryHtml.handler(tree.words()).pages(tree.summary()));
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
    return tree.answers(SummaryHtml.handler(tree.words(), changes).pages(now));
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
    return new ReceiptHtml(run.form(), view, missing(state, tree)).page(tree.seen());
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
    return new ReceiptHtml(run.form(), view, missing(state, tree(state, view.language())))
        .mail(List.of());
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
    return new ReceiptHtml(run.form(), view, missing(state, tree)).mail(tree.seen());
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
    return new PrintHtml(run.form(), tree(state, language), language)
        .document(state, receivedAt, circumstances);
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
    return new PaperHtml(run.form(), language).document(madeAt);
  }

  /**
   * Returns the nodes that every channel is drawn from, for a channel of one's own.
   *
   * @param state the state
   * @param language the language
   * @return the pages with shown questions, in order
   */
  public List<PageNode> nodes(FormState state, Locale language) {
    return tree(state, language).summary();
  }

  private FormTree tree(FormState state, Locale language) {
    return new FormTree(run.form(), run.answers(state), language, drawings);
  }
}
