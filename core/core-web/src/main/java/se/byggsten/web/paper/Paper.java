package se.byggsten.web.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;
import se.byggsten.web.design.ColourToken;
import se.byggsten.web.design.Theme;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * Draws a blank form for paper, as XHTML that a {@code PdfRenderer} makes PDF/A and PDF/UA of.
 *
 * <p>The parts keep the order of headings (h1 the form, h2 its parts, h3 its questions), so that
 * the PDF has a sound structure; what is only drawn, such as squares and lines, is no content there
 * (PDF/UA-1, ISO 14289-1, 7.1). A question is never split between two pages.
 *
 * <pre>{@code
 * PaperBoxes boxes = PaperBoxes.in(locale);
 * Html body = Html.concat(
 *     paper.section("Barnet"),
 *     paper.question("1", "Barnets personnummer", null, boxes.squares(8, 4)),
 *     paper.question("2", "Går barnet i skolan?", null,
 *         boxes.ticks(List.of(Tick.of("Ja"), Tick.of("Nej", "7")))));
 * String xhtml = paper.document(head, body);
 * }</pre>
 */
public final class Paper {
  private static final String SHEET = sheet();

  private final Locale locale;
  private final Texts texts;
  private final int level;
  private final Optional<Theme> theme;

  private Paper(Locale locale, int level, Optional<Theme> theme) {
    this.locale = locale;
    this.theme = theme;
    this.texts = Texts.of(locale);
    this.level = level;
  }

  /**
   * Returns what draws forms in a language.
   *
   * @param locale the language
   * @return the parts
   */
  public static Paper in(Locale locale) {
    return new Paper(locale, 2, Optional.empty());
  }

  /**
   * Returns what draws the same in the look of a municipality: its colour for the name of the form
   * and of whose it is. All that is written on stays black, to be copied.
   *
   * @param look the theme
   * @return the parts
   */
  public Paper themed(Theme look) {
    return new Paper(locale, level, Optional.of(look));
  }

  private String style() {
    return theme
        .map(look -> SHEET + "h1, .b-sender { color: " + look.light(ColourToken.BRAND) + "; }\n")
        .orElse(SHEET);
  }

  /**
   * Returns what draws the parts of a part, such as what is asked about one child.
   *
   * @return the same with headings of the next level, down to h5
   */
  public Paper inner() {
    return new Paper(locale, Math.min(level + 1, 4), theme);
  }

  /**
   * Returns what draws questions right below the heading that an inner part stands under.
   *
   * @return the same with headings of the level before, up to h2
   */
  public Paper outer() {
    return new Paper(locale, Math.max(level - 1, 2), theme);
  }

  private static String sheet() {
    try (InputStream in = Paper.class.getResourceAsStream("paper.css")) {
      if (in == null) {
        throw new AssertionError("The jar lacks paper.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("The jar is broken at paper.css", e);
    }
  }

  /**
   * Returns a whole document: the name and the authority's own frame on the first page, the form
   * with room for name, stamp and number at the top of the others, page n (m) at the foot.
   *
   * @param head what stands at the head and foot
   * @param body sections, questions and texts
   * @return well-formed XHTML
   */
  public String document(PaperHead head, Html body) {
    Element running =
        Element.of("div")
            .cls("b-running-head")
            .add(
                Element.of("div")
                    .cls("b-running-name")
                    .add(Element.of("div").cls("b-running-form").text(head.form()))
                    .add(Element.of("div").text(head.authority())))
            .add(slip(head.applicant()))
            .add(slip(head.received() + " · " + head.diary()));
    Element number =
        Element.of("div")
            .cls("b-page-number")
            .html(texts.html("paper.page"))
            .text(" ")
            .add(Element.of("span").cls("b-page"))
            .text(" (")
            .add(Element.of("span").cls("b-pages"))
            .text(")");
    Element foot =
        Element.of("div")
            .cls("b-running-foot")
            .add(
                Element.of("div")
                    .cls("b-edition")
                    .attr("dir", Direction.of(locale, head.edition()))
                    .text(head.edition()))
            .add(number);
    Element page =
        Element.of("html")
            .attr("lang", locale.toLanguageTag())
            .attr("dir", Languages.direction(locale))
            .add(
                Element.of("head")
                    .add(Element.of("title").text(head.form()))
                    .add(Element.of("style").html(style())))
            .add(Element.of("body").add(running).add(foot).add(top(head)).html(body.value()));
    return page.toString();
  }

  private static Element slip(String caption) {
    return Element.of("div").cls("b-slip").add(Element.of("div").cls("b-under").text(caption));
  }

  private Element top(PaperHead head) {
    return Element.of("div")
        .cls("b-top")
        .add(
            Element.of("div")
                .cls("b-title")
                .add(Element.of("p").cls("b-sender").text(head.authority()))
                .add(Element.of("h1").text(head.form())))
        .add(
            Element.of("div")
                .cls("b-office")
                .add(
                    Element.of("div")
                        .cls("b-stamp")
                        .add(PaperBoxes.caption(locale, head.office()))
                        .add(PaperBoxes.caption(locale, head.received())))
                .add(
                    Element.of("div")
                        .cls("b-diary")
                        .add(PaperBoxes.caption(locale, head.diary()))));
  }

  /**
   * Returns the heading of a part of the form.
   *
   * @param title the heading
   * @return an h2, or an h3 or h4 in an inner part
   */
  public Html section(String title) {
    return html(heading(level, title).cls(level > 2 ? "b-part" : null).text(title));
  }

  /**
   * Returns the heading of a block that is there once for each of several, such as a child.
   *
   * @param title the heading
   * @return a heading that stands out the most
   */
  public Html copy(String title) {
    return html(heading(level, title).cls(level > 2 ? "b-part" : "b-copy").text(title));
  }

  /**
   * Returns the heading of a text that is read and not filled in.
   *
   * @param title the heading
   * @return a heading of the level of a section that stands out less
   */
  public Html small(String title) {
    return html(heading(level, title).cls("b-small").text(title));
  }

  private Element heading(int level, String text) {
    return Element.of("h" + level).attr("dir", Direction.of(locale, text));
  }

  /**
   * Returns a question with room for its answer.
   *
   * @param number what others refer to it by, such as {@code 7} or {@code 3b}
   * @param label the question
   * @param hint help, or null
   * @param answer squares, boxes or lines
   * @return the question, kept together on one page
   */
  public Html question(String number, String label, @Nullable String hint, Html answer) {
    Element question =
        Element.of("div")
            .cls("b-question")
            .add(
                heading(level + 1, label)
                    .add(Element.of("span").cls("b-number").text(number + "."))
                    .text(" " + label));
    if (hint != null && !hint.isEmpty()) {
      question.add(paragraph("b-hint", hint));
    }
    return html(question.html(answer.value()));
  }

  /**
   * Returns questions beside each other, as many on a line as there is room for, in order.
   *
   * @param cells the questions
   * @return the lines, each kept together on one page
   */
  public List<Html> beside(List<Cell> cells) {
    List<Html> lines = new ArrayList<>();
    int from = 0;
    int used = 0;
    for (int i = 0; i < cells.size(); i++) {
      int needs = cells.get(i).twelfths();
      if (used + needs > Cell.ALL) {
        lines.add(line(cells.subList(from, i), Cell.ALL - used));
        from = i;
        used = 0;
      }
      used += needs;
    }
    if (from < cells.size()) {
      lines.add(line(cells.subList(from, cells.size()), Cell.ALL - used));
    }
    return lines;
  }

  private static Html line(List<Cell> cells, int left) {
    int[] widths = cells.stream().mapToInt(Cell::twelfths).toArray();
    int over = left;
    boolean any = cells.stream().anyMatch(Cell::grows) || cells.size() == 1;
    for (int i = 0; any && over > 0; i = (i + 1) % widths.length) {
      if (cells.get(i).grows() || cells.size() == 1) {
        widths[i]++;
        over--;
      }
    }
    Element row = Element.of("div").cls("b-beside");
    for (int i = 0; i < widths.length; i++) {
      row.add(
          Element.of("div").cls("b-cell", "b-w" + widths[i]).html(cells.get(i).content().value()));
    }
    return html(row);
  }

  /**
   * Keeps parts together on one page, such as a heading and the first question under it.
   *
   * @param parts the parts, which should take less than a page
   * @return them all
   */
  public Html keep(List<Html> parts) {
    Element kept = Element.of("div").cls("b-keep");
    parts.forEach(part -> kept.html(part.value()));
    return html(kept);
  }

  /**
   * Returns two texts beside each other.
   *
   * @param first what is read first
   * @param second what is read next
   * @return the columns
   */
  public Html columns(Html first, Html second) {
    return html(
        Element.of("div")
            .cls("b-columns")
            .add(Element.of("div").cls("b-half").html(first.value()))
            .add(Element.of("div").cls("b-half").html(second.value())));
  }

  /**
   * Begins a new sheet.
   *
   * @param content what stands on it
   * @return the content on pages of its own
   */
  public Html sheet(Html content) {
    return html(Element.of("div").cls("b-sheet").html(content.value()));
  }

  /**
   * Returns a table for reading.
   *
   * @param head the headings of the columns
   * @param rows the cells of each row
   * @return the table
   */
  public Html table(List<String> head, List<List<String>> rows) {
    Element first = Element.of("tr");
    for (int i = 0; i < head.size(); i++) {
      boolean wide = i == 0 && head.size() <= 3;
      first.add(
          Element.of("th").cls(wide ? "b-wide" : null).attr("scope", "col").text(head.get(i)));
    }
    Element body = Element.of("tbody");
    for (List<String> row : rows) {
      Element line = Element.of("tr");
      row.forEach(text -> line.add(Element.of("td").text(text)));
      body.add(line);
    }
    return html(Element.of("table").cls("b-table").add(Element.of("thead").add(first)).add(body));
  }

  /**
   * Returns an instruction to go to another question.
   *
   * @param number the question's number
   * @return a paragraph with an arrow
   */
  public Html goTo(String number) {
    return html(Element.of("p").cls("b-instruction").add(PaperBoxes.arrow(locale, number)));
  }

  /**
   * Returns an instruction, such as who is to answer a question.
   *
   * @param text what to do
   * @return a paragraph that stands out
   */
  public Html instruction(String text) {
    return html(paragraph("b-told", text));
  }

  /**
   * Returns a remark on what stands before it, such as where to write more.
   *
   * @param text the remark
   * @return a paragraph with room after it
   */
  public Html remark(String text) {
    return html(paragraph("b-remark", text));
  }

  /**
   * Returns an instruction with an arrow, such as to go to the signature.
   *
   * @param text what to do next
   * @return a paragraph
   */
  public Html next(String text) {
    Element go =
        Element.of("span")
            .cls("b-go")
            .attr("dir", Direction.of(locale, text))
            .text(PaperBoxes.sign(locale) + " " + text);
    return html(Element.of("p").cls("b-instruction").add(go));
  }

  /**
   * Returns text for whoever fills in the form, in a frame.
   *
   * @param content safe and well-formed markup
   * @return the frame
   */
  public Html note(Html content) {
    return html(Element.of("div").cls("b-note").html(content.value()));
  }

  private Element paragraph(String cls, String text) {
    return Element.of("p").cls(cls).attr("dir", Direction.of(locale, text)).text(text);
  }

  private static Html html(Element element) {
    return Html.trusted(element.toString());
  }
}
