package se.byggsten.forms.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.byggsten.core.document.PrintableDocument;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.text.Said;
import se.byggsten.forms.internal.text.Words;
import se.byggsten.forms.party.Circumstances;
import se.byggsten.forms.run.FormState;
import se.byggsten.forms.spi.Trait;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;
import se.byggsten.web.Passage;
import se.byggsten.web.design.ColourToken;
import se.byggsten.web.design.Theme;

/** Draws the answers as a whole, well-formed XHTML page without outside resources. */
final class PrintHtml {
  private static final String STYLE =
      """
      @page {
        size: A4;
        margin: 18mm 18mm 20mm 18mm;
        @bottom-left { content: element(foot); }
        @bottom-right { content: counter(page) " (" counter(pages) ")"; font-size: 9pt; color: INK_SOFT; }
      }
      body { margin: 0; font-size: 10.5pt; line-height: 1.35; color: INK; }
      .foot { position: running(foot); font-size: 9pt; color: INK_SOFT; width: 140mm; }
      .authority { font-weight: bold; margin: 0 0 4pt 0; }
      h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 6pt 0; padding-bottom: 6pt; border-bottom: 2pt solid BRAND; }
      h2 { font-size: 13pt; line-height: 1.25; margin: 12pt 0 2pt 0; page-break-after: avoid; }
      h3 { font-size: 11pt; line-height: 1.25; margin: 8pt 0 1pt 0; page-break-after: avoid; }
      .row { margin-top: 16pt; padding: 3pt 6pt; background-color: BRAND_TINT; }
      .keep { page-break-inside: avoid; }
      table { width: 100%; border-collapse: collapse; }
      th, td { text-align: left; vertical-align: top; padding: 3.5pt 8pt 3.5pt 0; border-bottom: 0.5pt solid LINE; }
      html[dir=rtl] th, html[dir=rtl] td { text-align: right; padding: 3.5pt 0 3.5pt 8pt; }
      th { width: 42%; font-weight: normal; color: INK_SOFT; }
      tr { page-break-inside: avoid; }
      ul { margin: 4pt 0 0 0; padding-left: 14pt; }
      .sum { font-size: 9pt; color: INK_SOFT; }
      """;

  /** Named in the style by what they are; the longer names first, since some begin alike. */
  private static final List<ColourToken> COLOURS =
      List.of(
          ColourToken.INK_SOFT,
          ColourToken.INK,
          ColourToken.BRAND_TINT,
          ColourToken.BRAND,
          ColourToken.LINE);

  private static final int FEW = 8;

  private final FormDefinition form;
  private final FormTree tree;
  private final Theme theme;
  private final Said said;
  private final Locale language;
  private final Words words;
  private final StringBuilder html = new StringBuilder(4_096);
  private final List<List<String>> open = new ArrayList<>();
  private String above = "";
  private String heading = "";

  PrintHtml(FormTree tree, Theme theme) {
    this.tree = tree;
    this.theme = theme;
    this.said = tree.said();
    this.form = said.form();
    this.language = said.locale();
    this.words = said.words();
  }

  private String style() {
    String style = STYLE;
    for (ColourToken colour : COLOURS) {
      style = style.replace(colour.name(), theme.light(colour).toString());
    }
    return style;
  }

  PrintableDocument document(FormState state, Instant receivedAt, Circumstances circumstances) {
    String tag = language.toLanguageTag();
    String title = said.text("form.title");
    String authority = said.find("form.authority").orElse("");
    html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
        .append(text(tag))
        .append("\" xml:lang=\"")
        .append(text(tag))
        .append("\">\n<head>\n<meta charset=\"UTF-8\"/>\n")
        .append(titled(title))
        .append("\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<div class=\"foot\">")
        .append(text(authority.isEmpty() ? title : authority + " · " + title))
        .append(" · ")
        .append(text(state.submissionKey()))
        .append("</div>\n");
    if (!authority.isEmpty()) {
      html.append("<p class=\"authority\">").append(text(authority)).append("</p>\n");
    }
    html.append("<h1>").append(text(title)).append("</h1>\n");
    List<List<String>> facts = new ArrayList<>(facts(state, receivedAt));
    facts.addAll(new TookPart(said).rows(circumstances));
    table(facts);
    List<AttachmentRef> files = new ArrayList<>();
    List<AttachmentRef> others = new ArrayList<>();
    for (PageNode page : tree.summary()) {
      if (page.page().party().isEmpty()) {
        page(page, "", files);
      } else {
        flush();
        html.append(ApplicantCopy.OTHERS);
        page(page, "", others);
        flush();
        html.append(ApplicantCopy.END);
      }
    }
    flush();
    attachments(files, others);
    html.append("</body>\n</html>\n");
    return new PrintableDocument(Passage.plain(title), language, receivedAt, html.toString());
  }

  /** No markup can stand in a title, so the element says which language it is in. */
  private static String titled(String title) {
    String language =
        Passage.language(title)
            .map(
                other ->
                    " lang=\""
                        + other.toLanguageTag()
                        + "\" dir=\""
                        + Languages.direction(other)
                        + "\"")
            .orElse("");
    return "<title" + language + ">" + text(Passage.plain(title)) + "</title>";
  }

  /** A question that is its own page stands in the table before, without a heading of its own. */
  private void page(PageNode page, String row, List<AttachmentRef> files) {
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
    boolean own = rows.size() == 1 && rows.get(0).get(0).equals(page.title());
    if (!rows.isEmpty() && !(own && (!heading.isEmpty() || !row.isEmpty()))) {
      if (!open.isEmpty()) {
        flush();
      }
      String level = row.isEmpty() ? "h2" : "h3";
      heading = "<" + level + ">" + text(page.title()) + "</" + level + ">\n";
    }
    open.addAll(rows);
    for (RowNode inner : page.rows()) {
      flush();
      String name = row.isEmpty() ? inner.title() : row + ", " + inner.title();
      String level = row.isEmpty() ? "h2 class=\"row\"" : "h3";
      above = "<" + level + ">" + text(name) + "</" + level.substring(0, 2) + ">\n";
      inner.pages().forEach(p -> page(p, name, files));
      flush();
    }
  }

  /** A heading stays with what stands under it. */
  private void flush() {
    if (!open.isEmpty() || !above.isEmpty()) {
      boolean few = open.size() <= FEW;
      html.append(few ? "<div class=\"keep\">\n" : "<div>\n").append(above).append(heading);
      if (!open.isEmpty()) {
        table(open);
      }
      html.append("</div>\n");
    }
    open.clear();
    above = "";
    heading = "";
  }

  private List<List<String>> facts(FormState state, Instant receivedAt) {
    String received = Moments.second(receivedAt, language);
    String version = words.get("print.version", Map.of("version", "" + form.version()));
    return List.of(
        List.of(words.get("print.received"), received),
        List.of(words.get("print.form"), form.id() + ", " + version),
        List.of(words.get("print.key"), state.submissionKey()));
  }

  private void table(List<List<String>> rows) {
    html.append("<table>\n<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr><th scope=\"row\">").append(text(row.get(0))).append("</th><td>");
      html.append(String.join("<br/>", row.stream().skip(1).map(PrintHtml::text).toList()));
      html.append("</td></tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private void attachments(List<AttachmentRef> files, List<AttachmentRef> others) {
    String heading = "<h2>" + text(words.get("print.attachments")) + "</h2>\n";
    if (!files.isEmpty() || others.isEmpty()) {
      html.append(heading);
    }
    if (!files.isEmpty()) {
      attachments(files);
    } else if (others.isEmpty()) {
      html.append("<p>").append(text(words.get("print.attachments.none"))).append("</p>\n");
    }
    if (!others.isEmpty()) {
      html.append(ApplicantCopy.OTHERS).append(files.isEmpty() ? heading : "");
      attachments(others);
      html.append(ApplicantCopy.END);
    }
  }

  private void attachments(List<AttachmentRef> files) {
    html.append("<ul>\n");
    for (AttachmentRef file : files) {
      html.append("<li>")
          .append(text(file.name()))
          .append(", ")
          .append(text(file.mediaType()))
          .append("<br/>")
          .append(ApplicantCopy.SUM)
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
