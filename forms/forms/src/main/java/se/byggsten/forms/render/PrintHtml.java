package se.byggsten.forms.render;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.party.Circumstances;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;

/** Draws the answers as a whole, well-formed XHTML page without outside resources. */
final class PrintHtml {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final String STYLE =
      """
      @page {
        size: A4;
        margin: 20mm 20mm 24mm 20mm;
        @bottom-right { content: counter(page) " (" counter(pages) ")"; font-size: 9pt; color: #4a5568; }
      }
      body { font-size: 11pt; line-height: 1.45; color: #14213d; }
      h1 { font-size: 22pt; line-height: 1.2; margin: 0 0 10pt 0; padding-bottom: 8pt; border-bottom: 2pt solid #0b4f8a; }
      h2 { font-size: 14pt; line-height: 1.25; margin: 20pt 0 4pt 0; page-break-after: avoid; }
      table { width: 100%; border-collapse: collapse; }
      th, td { text-align: left; vertical-align: top; padding: 5pt 8pt 5pt 0; border-bottom: 0.5pt solid #b8c4d3; }
      th { width: 42%; font-weight: normal; color: #4a5568; }
      tr { page-break-inside: avoid; }
      ul { margin: 4pt 0 0 0; padding-left: 14pt; }
      .sum { font-size: 9pt; color: #4a5568; }
      """;

  private final FormDefinition form;
  private final FormTree tree;
  private final Locale language;
  private final Words words;

  PrintHtml(FormDefinition form, FormTree tree, Locale language) {
    this.form = form;
    this.tree = tree;
    this.language = language;
    this.words = Words.of(language.toLanguageTag());
  }

  PrintableDocument document(FormState state, Instant receivedAt, Circumstances circumstances) {
    String title = form.texts().text(language.toLanguageTag(), "form.title");
    StringBuilder html = new StringBuilder(4_096);
    html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(text(language.toLanguageTag()))
        .append("\" xml:lang=\"")
        .append(text(language.toLanguageTag()))
        .append("\">\n<head>\n<meta charset=\"UTF-8\"/>\n<title>")
        .append(text(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(text(title))
        .append("</h1>\n");
    List<List<String>> facts = new ArrayList<>(facts(state, receivedAt));
    facts.addAll(new TookPart(form, language).rows(circumstances));
    table(html, facts);
    List<AttachmentRef> files = new ArrayList<>();
    tree.summary().forEach(page -> page(html, page, "", files));
    attachments(html, files);
    html.append("</body>\n</html>\n");
    return new PrintableDocument(title, language, receivedAt, html.toString());
  }

  private void page(StringBuilder html, PageNode page, String row, List<AttachmentRef> files) {
    String title = row.isEmpty() ? page.title() : row + ": " + page.title();
    List<List<String>> rows = new ArrayList<>();
    for (FieldNode field : page.fields()) {
      if (!field.field().has(Trait.CONTENT)) {
        List<String> line = new ArrayList<>();
        line.add(field.label());
        line.addAll(field.shown().isEmpty() ? List.of(words.get("unanswered")) : field.shown());
        rows.add(line);
      }
      files.addAll(field.files());
    }
    if (page.page().group().isPresent() && page.rows().isEmpty()) {
      rows.add(List.of(page.title(), words.get("rows.none")));
    }
    if (!rows.isEmpty()) {
      html.append("<h2>").append(text(title)).append("</h2>\n");
      table(html, rows);
    }
    for (RowNode inner : page.rows()) {
      String name = row.isEmpty() ? inner.title() : row + ", " + inner.title();
      inner.pages().forEach(p -> page(html, p, name, files));
    }
  }

  private List<List<String>> facts(FormState state, Instant receivedAt) {
    String received =
        DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm:ss", language)
            .format(receivedAt.atZone(ZONE));
    String version = words.get("print.version", Map.of("version", "" + form.version()));
    return List.of(
        List.of(words.get("print.received"), received),
        List.of(words.get("print.form"), form.id() + ", " + version),
        List.of(words.get("print.key"), state.submissionKey()));
  }

  private static void table(StringBuilder html, List<List<String>> rows) {
    html.append("<table>\n<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr><th scope=\"row\">").append(text(row.get(0))).append("</th><td>");
      html.append(String.join("<br/>", row.stream().skip(1).map(PrintHtml::text).toList()));
      html.append("</td></tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private void attachments(StringBuilder html, List<AttachmentRef> files) {
    html.append("<h2>").append(text(words.get("print.attachments"))).append("</h2>\n");
    if (files.isEmpty()) {
      html.append("<p>").append(text(words.get("print.attachments.none"))).append("</p>\n");
      return;
    }
    html.append("<ul>\n");
    for (AttachmentRef file : files) {
      html.append("<li>")
          .append(text(file.name()))
          .append(", ")
          .append(text(file.mediaType()))
          .append("<br/><span class=\"sum\">SHA-256 ")
          .append(file.sha256())
          .append("</span></li>\n");
    }
    html.append("</ul>\n");
  }

  /** Escaped, and without what XML 1.0 cannot hold. */
  private static String text(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000
                    ? c
                    : 0xFFFD)
        .forEach(clean::appendCodePoint);
    return Html.text(clean.toString()).value();
  }
}
