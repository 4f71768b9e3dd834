package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.FormRun;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.run.PostedFields;
import se.byggsten.forms.run.Violation;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.HtmlBuilder;
import se.byggsten.web.Markdown;
import se.byggsten.web.component.Button;
import se.byggsten.web.component.ErrorSummary;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.NotificationBanner;

/** Draws one page for whom answers it. */
final class PageHtml {
  private static final String FORM_ID = FormRenderer.FORM_ID;

  private static final List<Violation> NONE = List.of();

  private final FormRun run;
  private final FormTree tree;
  private final PageNode node;
  private final PageSheet sheet;
  private final PageView view;
  private final Drawings drawings;
  private final Words words;

  PageHtml(FormRun run, FormTree tree, PageNode node, PageView view, Drawings drawings) {
    this.run = run;
    this.tree = tree;
    this.node = node;
    this.sheet = tree.sheet(node.page());
    this.view = view;
    this.drawings = drawings;
    this.words = tree.words();
  }

  /** Everything is written to one place, as this is the page that is drawn most. */
  Html questions() {
    HtmlBuilder out = new HtmlBuilder();
    errorSummary(out);
    if (!view.revealed().isEmpty()) {
      out.add(NotificationBanner.important(view.language(), words.get("revealed")).toHtml());
    }
    boolean headed = sheet.headedByField();
    if (!headed) {
      out.add(heading());
      out.add(hasOptional() ? sheet.someOptional() : asks() ? sheet.allRequired() : Html.EMPTY);
    }
    openForm(out, FORM_ID);
    new FieldHtml(node, view.language(), headed, drawings).write(out);
    out.add(sheet.buttons().with(hasBefore(), view.service().saves(), canBeDeferred()));
    return out.addTrusted("</form>").toHtml();
  }

  private boolean asks() {
    for (FieldNode field : node.fields()) {
      if (field.field().isAsked()) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOptional() {
    for (FieldNode field : node.fields()) {
      if (field.optional()) {
        return true;
      }
    }
    return false;
  }

  /** Offered once something is wrong, and nothing that must be right is. */
  private boolean canBeDeferred() {
    return !view.violations().isEmpty() && view.violations().stream().allMatch(run::isDeferrable);
  }

  /** Whether there is somewhere to go back to: from the first page only what the service has. */
  private boolean hasBefore() {
    return view.service().pageBefore() || !tree.answers().isFirst(node.path());
  }

  Html introduction() {
    List<Html> parts = new ArrayList<>();
    parts.add(heading());
    for (String part : List.of("scope", "need", "time", "data")) {
      String text = tree.text(node.page().id() + "." + part);
      if (!text.isEmpty()) {
        parts.add(
            Html.concat(
                Html.trusted("<h2 class=\"govuk-heading-m\">"),
                Html.text(words.get("intro." + part)),
                Html.trusted("</h2>"),
                Markdown.html(text, 3)));
      }
    }
    Button start = Button.submit(words.get("action.start"));
    Html buttons =
        hasBefore() ? Button.group(start, PageSheet.Buttons.back(words)) : Button.group(start);
    return Html.concat(parts).and(form(buttons));
  }

  Html exit() {
    return heading().and(form(Button.group(PageSheet.Buttons.back(words))));
  }

  Html group() {
    GroupHtml group = new GroupHtml(node, tree, view);
    RowNode removing = group.removing().orElse(null);
    if (removing != null) {
      String title = words.get("row.remove.title", Map.of("row", removing.title()));
      return title(title).and(form(group.confirm(removing)));
    }
    return Html.concat(errorSummary(), heading(), group.rows(), form(group.buttons(hasBefore())));
  }

  Html review(FormState state) {
    String submit =
        run.form()
            .texts()
            .find(view.language().toLanguageTag(), "form.submit")
            .orElse(words.get("action.submit"));
    List<Violation> wrong = run.waiting(state, node.path());
    boolean anyway = !wrong.isEmpty() && wrong.stream().allMatch(run::isDeferrable);
    List<Violation> missing = new ArrayList<>(run.missing(state));
    if (!anyway && !wrong.isEmpty()) {
      // Here only what was chosen to be completed later: the rest stands in the summary of errors.
      missing.removeIf(one -> !state.deferred().contains(path(one)));
    }
    Html later =
        missing.isEmpty()
            ? Html.EMPTY
            : Html.concat(
                Html.trusted("<h2 class=\"govuk-heading-m\">"),
                Html.text(words.get("missing.title")),
                Html.trusted("</h2>"),
                FieldHtml.paragraphs(words.get("missing.text")),
                list(missing));
    Button send =
        anyway
            ? Button.builder(Html.text(words.get("action.submit.anyway")))
                .named(PostedFields.ACTION, "later")
                .build()
            : Button.submit(missing.isEmpty() ? submit : words.get("action.submit.anyway"));
    Button back = PageSheet.Buttons.back(words);
    Html buttons =
        view.service().saves()
            ? Button.group(send, back, PageSheet.Buttons.save(words))
            : Button.group(send, back);
    return Html.concat(
        wrongAnswers(),
        heading(),
        SummaryHtml.review(words, view).pages(tree.seen()),
        later,
        form(buttons));
  }

  private Html list(List<Violation> missing) {
    List<Html> parts = new ArrayList<>();
    parts.add(Html.trusted("<ul class=\"govuk-list govuk-list--bullet\">"));
    for (Violation violation : missing) {
      parts.add(
          Html.concat(
              Html.trusted("<li><a class=\"govuk-link\" href=\""),
              Html.text(fromReview(violation)),
              Html.trusted("\">"),
              Html.text(tree.text(violation)),
              Html.trusted("</a></li>")));
    }
    parts.add(Html.trusted("</ul>"));
    return Html.concat(parts);
  }

  private String fromReview(Violation violation) {
    return view.href(path(violation)) + "?_review=1";
  }

  private String path(Violation violation) {
    return violation.place().path(run.form().pageOf(violation.field()).orElseThrow().id());
  }

  /** What is wrong on the pages before the review, of each row by its name. */
  private Html wrongAnswers() {
    List<Link> links = new ArrayList<>();
    for (Violation violation : view.violations()) {
      PageDefinition page = run.form().pageOf(violation.field()).orElseThrow();
      FieldDefinition field = run.form().fields().get(violation.field());
      String row = tree.rowCaption(page, violation.place());
      String text = tree.text(violation);
      links.add(
          Link.of(
              row.isEmpty() ? text : row + ": " + text,
              fromReview(violation)
                  + "#"
                  + (field == null ? rowAnchor(violation) : field.type().anchor(field.id()))));
    }
    return links.isEmpty() ? Html.EMPTY : ErrorSummary.of(view.language(), links).toHtml();
  }

  private static String rowAnchor(Violation violation) {
    String row = violation.parameters().get("row");
    return row == null ? FORM_ID : violation.field() + "-" + row;
  }

  private Html errorSummary() {
    HtmlBuilder out = new HtmlBuilder();
    errorSummary(out);
    return out.toHtml();
  }

  private void errorSummary(HtmlBuilder out) {
    if (view.violations().isEmpty()) {
      return;
    }
    List<ErrorList.Fault> errors = new ArrayList<>();
    for (FieldNode field : node.fields()) {
      String text = field.error();
      for (Violation violation : text.isEmpty() ? NONE : view.violations()) {
        if (violation.field().equals(field.id())) {
          // The first one is the error of the field.
          errors.add(
              new ErrorList.Fault(text.isEmpty() ? tree.text(violation) : text, field.anchor()));
          text = "";
        }
      }
    }
    GroupDefinition group = node.page().group().orElse(null);
    if (group != null) {
      for (Violation violation : view.violations()) {
        if (violation.field().equals(group.id())) {
          errors.add(new ErrorList.Fault(tree.text(violation), rowAnchor(violation)));
        }
      }
    }
    if (!errors.isEmpty()) {
      drawings.in(view.language().toLanguageTag()).errors().write(out, errors);
    }
  }

  private Html heading() {
    String row = node.place().depth() == 0 ? "" : tree.rowCaption(node.page(), node.place());
    return row.isEmpty()
        ? sheet.opening()
        : Html.concat(
            Html.trusted("<span class=\"govuk-caption-l\">"),
            Html.text(row),
            Html.trusted("</span>"),
            sheet.opening());
  }

  static Html title(String title) {
    return Html.concat(
        Html.trusted("<h1 class=\"govuk-heading-l\">"), Html.text(title), Html.trusted("</h1>"));
  }

  private Html form(Html content) {
    return form(FORM_ID, content);
  }

  /** A form that posts to this page. */
  Html form(String id, Html content) {
    HtmlBuilder out = new HtmlBuilder();
    openForm(out, id);
    return out.add(content).addTrusted("</form>").toHtml();
  }

  private void openForm(HtmlBuilder out, String id) {
    boolean files = sheet.takesFiles() && node.fields().stream().anyMatch(PageHtml::takesFiles);
    out.addTrusted("<form method=\"post\" novalidate id=\"").addTrusted(id);
    out.addTrusted("\" action=\"").addText(view.href(node.path()));
    out.addTrusted(files ? "\" enctype=\"multipart/form-data\">" : "\">");
    hidden(out, PostedFields.CSRF, view.csrf());
    hidden(out, PostedFields.DRAFT, view.draft());
    hidden(out, PostedFields.FROM_REVIEW, view.fromReview() ? "1" : "");
    if (files) {
      // The first button is the one that Enter presses, so it goes on; files and back come after.
      out.addTrusted("<button type=\"submit\" class=\"govuk-visually-hidden\" tabindex=\"-1\"")
          .addTrusted(" aria-hidden=\"true\" name=\"_action\" value=\"next\"></button>");
    }
  }

  private static boolean takesFiles(FieldNode field) {
    return field.field().has(Trait.FILES);
  }

  static Html hidden(String name, String value) {
    HtmlBuilder out = new HtmlBuilder();
    hidden(out, name, value);
    return out.toHtml();
  }

  private static void hidden(HtmlBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.addTrusted("<input type=\"hidden\" name=\"").addTrusted(name);
      out.addTrusted("\" value=\"").addText(value).addTrusted("\">");
    }
  }
}
