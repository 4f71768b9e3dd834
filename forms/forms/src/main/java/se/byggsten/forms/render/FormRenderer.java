package se.byggsten.forms.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.run.Violation;
import se.byggsten.web.Html;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.NotificationBanner;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.Tag;

/**
 * Shows a form in each channel, all from the same nodes.
 *
 * <p>What it returns is the content of a page, to be put in the shell of the service. Everything
 * works without a script. Safe for use by many threads.
 */
public final class FormRenderer {
  private final FormRun run;

  private FormRenderer(FormRun run) {
    this.run = run;
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
   * @param page the id of the page
   * @param view what is shown; with violations the title begins with the word for error
   * @return the title
   * @throws IllegalArgumentException when the form has no such page
   */
  public String title(String page, PageView view) {
    String language = view.language().toLanguageTag();
    String title = run.form().texts().text(language, definition(page).id() + ".title");
    return view.violations().isEmpty()
        ? title
        : Words.of(language).get("title.error", Map.of("title", title));
  }

  private PageDefinition definition(String page) {
    return run.form()
        .page(page)
        .orElseThrow(() -> new IllegalArgumentException("The form has no page " + page));
  }

  /**
   * Shows a page to the citizen: questions, or the review.
   *
   * @param state the state
   * @param page the id of the page
   * @param view what else is to be known
   * @return the content of the main element
   * @throws IllegalArgumentException when the form has no such page
   */
  public Html page(FormState state, String page, PageView view) {
    PageDefinition definition = definition(page);
    FormTree tree = tree(state, view.language());
    Words words = Words.of(view.language().toLanguageTag());
    PageNode node = tree.page(page, view.violations(), true);
    List<Html> parts = new ArrayList<>();
    parts.add(errorSummary(node, tree, view));
    if (!view.revealed().isEmpty()) {
      parts.add(NotificationBanner.important(view.language(), words.get("revealed")).toHtml());
    }
    parts.add(heading(node));
    boolean review = definition.kind() == PageKind.REVIEW;
    if (review) {
      parts.add(summary(tree, words, view));
    } else if (!node.fields().isEmpty()) {
      boolean optional = node.fields().stream().anyMatch(FieldNode::optional);
      parts.add(FieldHtml.paragraphs(words.get(optional ? "page.optional" : "page.required")));
    }
    parts.add(form(node, view, words, review));
    return Html.concat(parts);
  }

  private static Html errorSummary(PageNode node, FormTree tree, PageView view) {
    List<Link> links = new ArrayList<>();
    for (FieldNode field : node.fields()) {
      for (Violation violation : view.violations()) {
        if (violation.field().equals(field.id())) {
          links.add(Link.of(tree.text(violation), "#" + FieldHtml.anchor(field)));
        }
      }
    }
    return links.isEmpty() ? Html.EMPTY : ErrorSummary.of(view.language(), links).toHtml();
  }

  private static Html heading(PageNode node) {
    return Html.concat(
        Html.trusted("<h1 class=\"govuk-heading-l\">"),
        Html.text(node.title()),
        Html.trusted("</h1>"),
        node.intro().isEmpty() ? Html.EMPTY : FieldHtml.paragraphs(node.intro()));
  }

  private Html form(PageNode node, PageView view, Words words, boolean review) {
    boolean files =
        node.fields().stream().anyMatch(field -> field.field().type() == FieldType.FILES);
    String submit =
        review
            ? run.form()
                .texts()
                .find(view.language().toLanguageTag(), "form.submit")
                .orElse(words.get("action.submit"))
            : words.get("action.next");
    // The first button is the one that Enter presses, so it goes on; files and back come after.
    return Html.concat(
        Html.trusted("<form method=\"post\" novalidate action=\""),
        Html.text(view.href(node.page().id())),
        Html.trusted(files ? "\" enctype=\"multipart/form-data\">" : "\">"),
        hidden(PostedFields.CSRF, view.csrf()),
        hidden(PostedFields.DRAFT, view.draft()),
        hidden(PostedFields.FROM_REVIEW, view.fromReview() ? "1" : ""),
        files ? defaultButton() : Html.EMPTY,
        new FieldHtml(node, view.language()).all(),
        Button.group(
            Button.submit(submit),
            Button.secondary(words.get("action.back"), PostedFields.ACTION, "back"),
            Button.secondary(words.get("action.save"), PostedFields.ACTION, PostedFields.SAVE)),
        Html.trusted("</form>"));
  }

  private static Html defaultButton() {
    return Html.trusted(
        "<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\""
            + " aria-hidden=\"true\" name=\"_action\" value=\"next\"></button>");
  }

  private static Html hidden(String name, String value) {
    return value.isEmpty()
        ? Html.EMPTY
        : Html.concat(
            Html.trusted("<input type=\"hidden\" name=\"" + name + "\" value=\""),
            Html.text(value),
            Html.trusted("\">"));
  }

  private static Html summary(FormTree tree, Words words, PageView view) {
    List<Html> parts = new ArrayList<>();
    for (PageNode page : tree.summary()) {
      List<SummaryList.Row> rows = new ArrayList<>();
      for (FieldNode field : page.fields()) {
        Link change =
            Link.of(
                words.get("action.change"),
                view.href(page.page().id()) + "?_review=1#" + FieldHtml.anchor(field),
                field.label());
        rows.add(
            field.locked()
                ? SummaryList.Row.of(field.label(), value(field, words))
                : SummaryList.Row.of(field.label(), value(field, words), change));
      }
      parts.add(SummaryList.of(SummaryList.Card.of(page.title()), rows).toHtml());
    }
    return Html.concat(parts);
  }

  private static Html value(FieldNode field, Words words) {
    List<String> lines = field.shown().isEmpty() ? List.of(words.get("unanswered")) : field.shown();
    List<Html> parts = new ArrayList<>();
    for (String line : lines) {
      if (!parts.isEmpty()) {
        parts.add(Html.trusted("<br>"));
      }
      parts.add(Html.text(line));
    }
    return Html.concat(parts);
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
    Words words = Words.of(language.toLanguageTag());
    List<Html> parts = new ArrayList<>();
    for (PageNode page : tree.summary()) {
      List<SummaryList.Row> rows = new ArrayList<>();
      for (FieldNode field : page.fields()) {
        rows.add(SummaryList.Row.of(field.label(), marked(field, words)));
      }
      parts.add(SummaryList.of(SummaryList.Card.of(page.title()), rows).toHtml());
    }
    return Html.concat(parts);
  }

  private static Html marked(FieldNode field, Words words) {
    Html html = value(field, words);
    if (!field.secrecy().isEmpty()) {
      html =
          html.and(Html.trusted("<br>"))
              .and(
                  Tag.of(words.get("secrecy", Map.of("provision", field.secrecy())), Tag.Colour.RED)
                      .toHtml());
    }
    PrefillValue before =
        field.answer().filter(Answer::changed).flatMap(Answer::prefilled).orElse(null);
    if (before != null) {
      html =
          html.and(Html.trusted("<br><span class=\"govuk-hint\">"))
              .and(
                  Html.text(
                      words.get(
                          "prefilled.changed",
                          Map.of("source", before.source(), "value", before.value()))))
              .and(Html.trusted("</span>"));
    }
    return html;
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
    return new PrintHtml(run.form(), tree(state, language), language).document(state, receivedAt);
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
    return new FormTree(run.form(), run.answers(state), language);
  }
}
