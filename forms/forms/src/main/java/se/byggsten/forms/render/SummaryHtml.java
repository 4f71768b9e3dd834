package se.byggsten.forms.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.run.Answer;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.component.Block;
import se.byggsten.web.component.Link;
import se.byggsten.web.component.SummaryList;
import se.byggsten.web.component.Tag;

/** Draws answers for reading: a card for each page and each page of a row. */
final class SummaryHtml {
  private final Words words;
  private final @Nullable PageView change;
  private final boolean marks;

  private SummaryHtml(Words words, @Nullable PageView change, boolean marks) {
    this.words = words;
    this.change = change;
    this.marks = marks;
  }

  /** With links to change each answer. */
  static SummaryHtml review(Words words, PageView view) {
    return new SummaryHtml(words, view, false);
  }

  /** Nothing but questions and answers. */
  static SummaryHtml plain(Words words) {
    return new SummaryHtml(words, null, false);
  }

  /** With marks of secrecy and of what the citizen changed. */
  static SummaryHtml handler(Words words) {
    return new SummaryHtml(words, null, true);
  }

  Html pages(List<PageNode> pages) {
    List<Html> parts = new ArrayList<>();
    pages.forEach(page -> page(page, "", 2, parts));
    return Html.concat(parts);
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
    if (page.rows().isEmpty()) {
      SummaryList.Row none =
          SummaryList.Row.of(page.title(), Html.text(words.get("rows.none")), links(page));
      parts.add(
          SummaryList.of(
                  new SummaryList.Card(Html.text(title), level, List.of(), Block.NONE),
                  List.of(none))
              .toHtml());
    }
    for (RowNode inner : page.rows()) {
      String name = row.isEmpty() ? inner.title() : row + ", " + inner.title();
      inner.pages().forEach(p -> page(p, name, level, parts));
    }
  }

  private Link[] links(PageNode page) {
    return change == null
        ? new Link[0]
        : new Link[] {
          Link.of(words.get("action.change"), change.href(page.path()) + "?_review=1", page.title())
        };
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

  private Html value(FieldNode field) {
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

  private Html marked(FieldNode field) {
    Html html = value(field);
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
}
