package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.Block;
import se.byggsten.web.component.InsetText;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.Tag;

/** Draws answers for reading: a card for each page and each page of a row. */
final class SummaryHtml {
  private final Words words;
  private final @Nullable PageView change;
  private final boolean marks;
  private final @Nullable Changes changes;
  private final int level;

  private SummaryHtml(
      Words words, @Nullable PageView change, boolean marks, @Nullable Changes changes, int level) {
    this.words = words;
    this.change = change;
    this.marks = marks;
    this.changes = changes;
    this.level = level;
  }

  /** With links to change each answer. */
  static SummaryHtml review(Words words, PageView view) {
    return new SummaryHtml(words, view, false, null, 2);
  }

  /** Nothing but questions and answers. */
  static SummaryHtml plain(Words words) {
    return new SummaryHtml(words, null, false, null, 2);
  }

  /** With marks of secrecy and of what the citizen changed. */
  static SummaryHtml handler(Words words) {
    return new SummaryHtml(words, null, true, null, 2);
  }

  /** With marks of secrecy, and of what has been changed since another state. */
  static SummaryHtml handler(Words words, Changes changes) {
    return new SummaryHtml(words, null, true, changes, 2);
  }

  /** The same with headings of another level. */
  SummaryHtml below(int headings) {
    return new SummaryHtml(words, change, marks, changes, headings);
  }

  Html pages(List<PageNode> pages) {
    List<Html> parts = new ArrayList<>();
    if (changes != null) {
      String count = Long.toString(changes.count());
      parts.add(
          InsetText.of(
                  changes.count() == 0
                      ? words.get("changes.none")
                      : words.get("changes.some", Map.of("count", count)))
              .toHtml());
    }
    pages.forEach(page -> page(page, "", level, parts));
    if (changes != null) {
      gone(changes, parts);
    }
    return Html.concat(parts);
  }

  private void gone(Changes since, List<Html> parts) {
    Map<String, List<SummaryList.Row>> byPage = new LinkedHashMap<>();
    for (Changes.Gone gone : since.gone()) {
      byPage
          .computeIfAbsent(gone.title(), title -> new ArrayList<>())
          .add(
              SummaryList.Row.of(
                  gone.label(),
                  lines(gone.shown()).and(mark("changes.removed", Tag.Colour.YELLOW))));
    }
    byPage.forEach(
        (title, rows) ->
            parts.add(
                SummaryList.of(
                        new SummaryList.Card(
                            Html.text(words.get("changes.gone", Map.of("title", title))),
                            level,
                            List.of(),
                            Block.NONE),
                        rows)
                    .toHtml()));
  }

  private Html mark(String key, Tag.Colour colour) {
    return Html.trusted("<br>").and(Tag.of(words.get(key), colour).toHtml());
  }

  private void page(PageNode page, String row, int level, List<Html> parts) {
    List<SummaryList.Row> rows = fields(page);
    if (!rows.isEmpty()) {
      String title = row.isEmpty() ? page.title() : row + ": " + page.title();
      parts.add(
          SummaryList.of(new SummaryList.Card(Html.text(title), level, List.of(), Block.NONE), rows)
              .toHtml());
    }
    if (page.page().group().isPresent()) {
      group(page, row, level, parts);
    }
  }

  private void group(PageNode page, String row, int level, List<Html> parts) {
    String title = row.isEmpty() ? page.title() : row + ": " + page.title();
    List<String> names = page.rows().stream().map(RowNode::title).toList();
    if (names.isEmpty() || change != null) {
      // In a review it is also the way to the page where rows are added and removed.
      Html value = lines(names.isEmpty() ? List.of(words.get("rows.none")) : names);
      parts.add(
          SummaryList.of(
                  new SummaryList.Card(Html.text(title), level, List.of(), Block.NONE),
                  List.of(SummaryList.Row.of(page.title(), value, links(page))))
              .toHtml());
    }
    for (RowNode inner : page.rows()) {
      String name = row.isEmpty() ? inner.title() : row + ", " + inner.title();
      String shown =
          changes != null && changes.isNewRow(inner)
              ? words.get("changes.row", Map.of("row", name))
              : name;
      inner.pages().forEach(p -> page(p, shown, level, parts));
    }
  }

  private Link[] links(PageNode page) {
    return change == null
        ? new Link[0]
        : new Link[] {Link.of(words.get("action.change"), change.href(page.path()) + "?_review=1")};
  }

  /** The answers of one page. */
  List<SummaryList.Row> fields(PageNode page) {
    List<SummaryList.Row> rows = new ArrayList<>();
    for (FieldNode field : page.fields()) {
      if (field.field().has(Trait.CONTENT)) {
        continue;
      }
      Html value = marks ? marked(field) : value(field);
      boolean changeable = change != null && field.field().isAsked() && !field.locked();
      rows.add(
          changeable
              ? SummaryList.Row.of(field.label(), value, link(page, field))
              : SummaryList.Row.of(field.label(), value));
    }
    return rows;
  }

  private Link link(PageNode page, FieldNode field) {
    String href = change == null ? "" : change.href(page.path());
    return Link.of(
        words.get("action.change"), href + "?_review=1#" + field.anchor(), field.label());
  }

  /** A word for what has happened, and what the answer was. */
  private Html changed(FieldNode field) {
    if (changes == null) {
      return Html.EMPTY;
    }
    Html earlier =
        Html.concat(
            Html.trusted("<br><span class=\"govuk-hint\">"),
            Html.text(
                words.get(
                    "changes.earlier", Map.of("value", String.join(", ", changes.earlier(field))))),
            Html.trusted("</span>"));
    return switch (changes.of(field)) {
      case SAME -> Html.EMPTY;
      case ADDED -> mark("changes.added", Tag.Colour.GREEN);
      case CHANGED -> mark("changes.changed", Tag.Colour.BLUE).and(earlier);
      case REMOVED -> mark("changes.removed", Tag.Colour.YELLOW).and(earlier);
    };
  }

  private Html value(FieldNode field) {
    return lines(field.shown().isEmpty() ? List.of(words.get("unanswered")) : field.shown());
  }

  private static Html lines(List<String> lines) {
    List<Html> parts = new ArrayList<>();
    for (String line : lines) {
      if (!parts.isEmpty()) {
        parts.add(Html.trusted("<br>"));
      }
      parts.add(Html.text(line));
    }
    return Html.concat(parts);
  }

  private Html marked(FieldNode field) {
    Html html = value(field).and(changed(field));
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
                          Map.of(
                              "source",
                              before.source(),
                              "value",
                              before.value(),
                              "day",
                              Moments.day(before.at(), words.locale())))))
              .and(Html.trusted("</span>"));
    }
    return html;
  }
}
