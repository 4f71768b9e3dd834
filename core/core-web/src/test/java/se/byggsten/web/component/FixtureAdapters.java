package se.byggsten.web.component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Texts;

/** Makes our component of a fixture's options. */
final class FixtureAdapters {
  private static final Locale EN = Locale.ENGLISH;
  private static final Texts TEXTS = Texts.of(EN);

  private FixtureAdapters() {}

  static Map<String, Function<Options, Component>> all() {
    Map<String, Function<Options, Component>> all = new LinkedHashMap<>();
    all.put("back-link", FixtureAdapters::backLink);
    all.put("breadcrumbs", FixtureAdapters::breadcrumbs);
    all.put("button", FixtureAdapters::button);
    all.put("character-count", FixtureFields::characterCount);
    all.put("checkboxes", FixtureFields::checkboxes);
    all.put("date-input", FixtureFields::dateInput);
    all.put(
        "details",
        o ->
            new Details(
                o.content("summaryText", "summaryHtml"), o.content(), o.flag("open"), o.block()));
    all.put("error-message", FixtureAdapters::errorMessage);
    all.put("error-summary", FixtureAdapters::errorSummary);
    all.put("fieldset", o -> fieldset(o).withContent(o.content("", "html")));
    all.put("file-upload", FixtureFields::fileUpload);
    all.put("hint", FixtureAdapters::hint);
    all.put("input", FixtureFields::input);
    all.put("inset-text", o -> new InsetText(o.content(), o.block()));
    all.put("label", FixtureAdapters::label);
    all.put("notification-banner", FixtureAdapters::banner);
    all.put("pagination", FixtureAdapters::pagination);
    all.put(
        "panel",
        o ->
            new Panel(
                o.content("titleText", "titleHtml"),
                o.content(),
                o.number("headingLevel", 1),
                o.block()));
    all.put("radios", FixtureFields::radios);
    all.put("select", FixtureFields::select);
    all.put("skip-link", o -> new SkipLink(o.content(), o.textOr("href", "#content"), o.block()));
    all.put("summary-list", FixtureAdapters::summaryList);
    all.put("table", FixtureAdapters::table);
    all.put("tag", o -> new Tag(o.content(), o.block()));
    all.put("task-list", FixtureAdapters::taskList);
    all.put("textarea", FixtureFields::textarea);
    all.put(
        "warning-text",
        o ->
            new WarningText(
                o.content(),
                Html.text(o.textOr("iconFallbackText", TEXTS.get("warning"))),
                o.block()));
    return all;
  }

  private static BackLink backLink(Options o) {
    Html content = o.content();
    return new BackLink(
        content.isEmpty() ? Html.text(TEXTS.get("back")) : content,
        o.textOr("href", "#"),
        o.block());
  }

  private static Breadcrumbs breadcrumbs(Options o) {
    return new Breadcrumbs(
        o.list("items").stream().map(FixtureAdapters::link).toList(),
        o.textOr("labelText", TEXTS.get("breadcrumbs.label")),
        o.flag("collapseOnMobile"),
        o.block());
  }

  static Link link(Options o) {
    return new Link(
        o.content(),
        o.textOr("href", ""),
        o.has("visuallyHiddenText") ? o.text("visuallyHiddenText") : null,
        o.block());
  }

  private static Button button(Options o) {
    Object element = o.all().get("element");
    if ("a".equals(element) || "button".equals(element)) {
      o.text("element");
    }
    String href = "a".equals(element) ? "#" : null;
    return Button.builder(o.content())
        .href(o.textOr("href", href))
        .type(o.textOr("type", "submit"))
        .named(o.text("name"), o.text("value"))
        .disabled(o.flag("disabled"))
        .start(o.flag("isStartButton"))
        .preventDoubleClick(o.flagOrNull("preventDoubleClick"))
        .id(o.has("id") ? o.text("id") : null)
        .classes(o.classes())
        .attributes(o.attributes())
        .build();
  }

  static ErrorMessage errorMessage(Options o) {
    String prefix = o.said("visuallyHiddenText") ? o.text("visuallyHiddenText") : "Error";
    return new ErrorMessage(
        o.content(),
        Html.text(prefix.equals("false") ? "" : prefix),
        o.text("id"),
        o.classes(),
        o.attributes());
  }

  static Hint hint(Options o) {
    return new Hint(o.content(), o.text("id"), o.classes(), o.attributes());
  }

  static Label label(Options o) {
    return new Label(
        o.content(), o.classes(), o.flag("isPageHeading"), o.attributes(), o.text("for"));
  }

  static Fieldset fieldset(Options o) {
    Options legend = o.map("legend");
    return new Fieldset(
        legend == null
            ? null
            : new Legend(legend.content(), legend.classes(), legend.flag("isPageHeading")),
        Html.EMPTY,
        o.text("role"),
        o.text("describedBy"),
        o.classes(),
        o.attributes());
  }

  private static ErrorSummary errorSummary(Options o) {
    return new ErrorSummary(
        o.content("titleText", "titleHtml"),
        o.content("descriptionText", "descriptionHtml"),
        o.list("errorList").stream().map(FixtureAdapters::link).toList(),
        o.flagOrNull("disableAutoFocus"),
        o.block());
  }

  private static NotificationBanner banner(Options o) {
    boolean success = "success".equals(o.text("type"));
    Html title = o.content("titleText", "titleHtml");
    Html text = o.content("text", "");
    Html html = o.content("", "html");
    return new NotificationBanner(
        title.isEmpty()
            ? Html.text(TEXTS.get(success ? "banner.success" : "banner.important"))
            : title,
        html.isEmpty() && !text.isEmpty() ? NotificationBanner.heading(text) : html,
        success,
        o.number("titleHeadingLevel", 2),
        o.textOr("titleId", NotificationBanner.TITLE_ID),
        o.has("role") ? o.text("role") : null,
        o.flagOrNull("disableAutoFocus"),
        o.block());
  }

  private static Pagination pagination(Options o) {
    List<Pagination.Item> items = new ArrayList<>();
    for (Options item : o.list("items")) {
      boolean dots = item.flag("ellipsis");
      items.add(
          new Pagination.Item(
              dots ? "" : item.text("number"),
              item.textOr("href", ""),
              item.flag("current"),
              item.textOr(
                  "visuallyHiddenText",
                  dots ? "" : TEXTS.get("pagination.page", item.text("number"))),
              item.attributes()));
    }
    return new Pagination(
        step(o, "previous"),
        step(o, "next"),
        items,
        o.textOr("landmarkLabel", TEXTS.get("pagination.label")),
        o.block());
  }

  private static Pagination.Step step(Options o, String key) {
    Options step = o.map(key);
    if (step == null || !step.has("href")) {
      return null;
    }
    Html content = step.content();
    if (content.isEmpty()) {
      content =
          key.equals("next")
              ? Pagination.of(EN, 1, 2, "").next().content()
              : Pagination.of(EN, 2, 2, "").previous().content();
    }
    return new Pagination.Step(
        content, step.text("href"), step.text("labelText"), step.attributes());
  }

  private static SummaryList summaryList(Options o) {
    List<SummaryList.Row> rows = new ArrayList<>();
    for (Options row : o.list("rows")) {
      Options key = row.mapOrEmpty("key");
      Options value = row.mapOrEmpty("value");
      Options actions = row.mapOrEmpty("actions");
      rows.add(
          new SummaryList.Row(
              key.content(),
              value.content(),
              actions.list("items").stream().map(FixtureAdapters::link).toList(),
              new SummaryList.RowClasses(
                  row.classes(), key.classes(), value.classes(), actions.classes())));
    }
    Options card = o.map("card");
    return new SummaryList(rows, card == null ? null : card(card), o.block());
  }

  private static SummaryList.Card card(Options card) {
    Options title = card.mapOrEmpty("title");
    return new SummaryList.Card(
        title.content(),
        title.number("headingLevel", 2),
        card.mapOrEmpty("actions").list("items").stream().map(FixtureAdapters::link).toList(),
        card.block());
  }

  private static TaskList taskList(Options o) {
    List<TaskList.Task> tasks = new ArrayList<>();
    for (Options item : o.list("items")) {
      Options title = item.mapOrEmpty("title");
      Options hint = item.map("hint");
      Options status = item.mapOrEmpty("status");
      Options tag = status.map("tag");
      tasks.add(
          new TaskList.Task(
              title.content(),
              item.has("href") ? item.text("href") : null,
              hint == null ? null : hint.content(),
              tag == null ? status.content() : new Tag(tag.content(), tag.block()).toHtml(),
              new TaskList.TaskClasses(item.classes(), title.classes(), status.classes())));
    }
    return new TaskList(tasks, o.textOr("idPrefix", "task-list"), o.block());
  }

  private static Table table(Options o) {
    return new Table(
        o.text("caption"),
        o.textOr("captionClasses", ""),
        o.list("head").stream().map(FixtureAdapters::cell).toList(),
        o.rows("rows").stream()
            .map(row -> row.stream().map(FixtureAdapters::cell).toList())
            .toList(),
        o.flag("firstCellIsHeader"),
        false,
        o.block());
  }

  private static Table.Cell cell(Options o) {
    return new Table.Cell(
        o.content(),
        o.text("format"),
        o.classes(),
        o.number("colspan", 1),
        o.number("rowspan", 1),
        o.attributes());
  }
}
