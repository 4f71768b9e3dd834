package se.byggsten.web.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;
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
 * Html body = Html.concat(
 *     paper.section("Barnet"),
 *     paper.question("1", "Barnets personnummer", null, paper.squares(8, 4)),
 *     paper.question("2", "Går barnet i skolan?", null,
 *         paper.ticks(List.of(Tick.of("Ja"), Tick.of("Nej", "7")))));
 * String xhtml = paper.document("Ansökan om kolloplats", "Eksta kommun", body);
 * }</pre>
 */
public final class Paper {
  private static final int MAX_SQUARES = 200;
  private static final int MANY_TICKS = 6;
  private static final int SHORT_LABEL = 40;
  private static final String SHEET = sheet();

  private final Locale locale;
  private final Texts texts;

  private Paper(Locale locale) {
    this.locale = locale;
    this.texts = Texts.of(locale);
  }

  /**
   * Returns what draws forms in a language.
   *
   * @param locale the language
   * @return the parts
   */
  public static Paper in(Locale locale) {
    return new Paper(locale);
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
   * Returns a whole document: form and authority at the top of each page, page n (m) at the foot.
   *
   * @param form the name of the form, which becomes the h1
   * @param authority whose form it is
   * @param body sections, questions and texts
   * @return well-formed XHTML
   */
  public String document(String form, String authority, Html body) {
    Element running =
        Element.of("div")
            .cls("b-running-head")
            .add(Element.of("span").cls("b-running-form").text(form))
            .text(" · ")
            .text(authority);
    Element foot =
        Element.of("div")
            .cls("b-running-foot")
            .html(texts.html("paper.page"))
            .text(" ")
            .add(Element.of("span").cls("b-page"))
            .text(" (")
            .add(Element.of("span").cls("b-pages"))
            .text(")");
    Element page =
        Element.of("html")
            .attr("lang", locale.toLanguageTag())
            .attr("dir", Languages.direction(locale))
            .add(
                Element.of("head")
                    .add(Element.of("title").text(form))
                    .add(Element.of("style").html(SHEET)))
            .add(
                Element.of("body")
                    .add(running)
                    .add(foot)
                    .add(Element.of("h1").text(form))
                    .html(body.value()));
    return page.toString();
  }

  /**
   * Returns the heading of a part of the form.
   *
   * @param title the heading
   * @return an h2
   */
  public Html section(String title) {
    return html(Element.of("h2").text(title));
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
                Element.of("h3")
                    .add(Element.of("span").cls("b-number").text(number + "."))
                    .text(" " + label));
    if (hint != null && !hint.isEmpty()) {
      question.add(Element.of("p").cls("b-hint").text(hint));
    }
    return html(question.html(answer.value()));
  }

  /**
   * Returns squares, one for each character.
   *
   * @param groups how many in each group; groups have a hyphen between them
   * @return the squares in one row, from left to right in every language
   * @throws IllegalArgumentException when there are none, or more than 200
   */
  public Html squares(int... groups) {
    Element row = Element.of("div").cls("b-squares").attr("dir", "ltr");
    int all = 0;
    for (int i = 0; i < groups.length; i++) {
      all += groups[i];
      if (groups[i] < 1 || all > MAX_SQUARES) {
        throw new IllegalArgumentException("Between 1 and " + MAX_SQUARES + " squares are drawn");
      }
      if (i > 0) {
        row.add(Element.of("span").cls("b-between").text("–"));
      }
      for (int n = 0; n < groups[i]; n++) {
        row.add(Element.of("span").cls("b-square"));
      }
    }
    return html(row);
  }

  /**
   * Returns squares in groups, each with what to write in it below, such as year, month and day.
   *
   * @param groups how many squares each group has
   * @param captions what to write in each; fewer or none leaves the rest without
   * @return the groups beside each other, from left to right in every language
   * @throws IllegalArgumentException when a group has none, or there are more than 200
   */
  public Html squares(List<Integer> groups, List<String> captions) {
    Element row = Element.of("div").cls("b-squares").attr("dir", "ltr");
    int all = 0;
    for (int i = 0; i < groups.size(); i++) {
      all += groups.get(i);
      if (groups.get(i) < 1 || all > MAX_SQUARES) {
        throw new IllegalArgumentException("Between 1 and " + MAX_SQUARES + " squares are drawn");
      }
      Element group = Element.of("div").cls("b-group");
      for (int n = 0; n < groups.get(i); n++) {
        group.add(Element.of("span").cls("b-square"));
      }
      if (i < captions.size()) {
        group.add(
            Element.of("div")
                .cls("b-under")
                .attr("dir", Languages.direction(locale))
                .text(captions.get(i)));
      }
      row.add(group);
    }
    return html(row);
  }

  /**
   * Returns a short line with a unit after it.
   *
   * @param unit what stands after the line, such as kr; empty for nothing
   * @return the line
   */
  public Html line(String unit) {
    Element row = Element.of("div").cls("b-short").add(Element.of("span").cls("b-blank"));
    return html(unit.isEmpty() ? row : row.text(" " + unit));
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
    head.forEach(text -> first.add(Element.of("th").attr("scope", "col").text(text)));
    Element body = Element.of("tbody");
    for (List<String> row : rows) {
      Element line = Element.of("tr");
      row.forEach(text -> line.add(Element.of("td").text(text)));
      body.add(line);
    }
    return html(Element.of("table").cls("b-table").add(Element.of("thead").add(first)).add(body));
  }

  /**
   * Returns boxes to tick, with where to go after each.
   *
   * @param ticks the boxes in order
   * @return a list
   */
  public Html ticks(List<Tick> ticks) {
    boolean narrow =
        ticks.size() >= MANY_TICKS
            && ticks.stream()
                .allMatch(
                    tick ->
                        tick.label().length() <= SHORT_LABEL
                            && tick.hint() == null
                            && tick.goTo() == null
                            && tick.instruction() == null);
    if (!narrow) {
      return html(list(ticks));
    }
    int half = (ticks.size() + 1) / 2;
    Element columns = Element.of("div").cls("b-columns");
    columns.add(Element.of("div").cls("b-column").add(list(ticks.subList(0, half))));
    columns.add(Element.of("div").cls("b-column").add(list(ticks.subList(half, ticks.size()))));
    return html(columns);
  }

  private Element list(List<Tick> ticks) {
    Element list = Element.of("ul").cls("b-ticks");
    for (Tick tick : ticks) {
      Element item =
          Element.of("li").add(Element.of("span").cls("b-box")).text(" ").text(tick.label());
      if (tick.goTo() != null) {
        item.text(" ").add(arrow(tick.goTo()));
      }
      if (tick.instruction() != null) {
        item.text(" ")
            .add(Element.of("span").cls("b-go").text(sign() + " ").text(tick.instruction()));
      }
      if (tick.hint() != null) {
        item.add(Element.of("div").cls("b-hint").text(tick.hint()));
      }
      list.add(item);
    }
    return list;
  }

  /**
   * Returns empty lines to write on.
   *
   * @param count how many, from 1 to 60
   * @return the lines
   * @throws IllegalArgumentException when there are none, or too many for a page
   */
  public Html lines(int count) {
    if (count < 1 || count > 60) {
      throw new IllegalArgumentException("Between 1 and 60 lines are drawn, not " + count);
    }
    Element lines = Element.of("div").cls("b-lines");
    for (int i = 0; i < count; i++) {
      lines.add(Element.of("div").cls("b-line"));
    }
    return html(lines);
  }

  /**
   * Returns short lines beside each other, each with what to write on it below, such as place, date
   * and name in block letters.
   *
   * @param labels what to write on each
   * @return the lines
   */
  public Html labelledLines(List<String> labels) {
    // Four stand better as two and two than as three and one.
    Element row = Element.of("div").cls("b-fields", labels.size() == 4 ? "b-two" : null);
    for (String label : labels) {
      row.add(
          Element.of("div")
              .cls("b-field")
              .add(Element.of("div").cls("b-line"))
              .add(Element.of("div").cls("b-under").text(label)));
    }
    return html(row);
  }

  /**
   * Returns an instruction to go to another question.
   *
   * @param number the question's number
   * @return a paragraph with an arrow
   */
  public Html goTo(String number) {
    return html(Element.of("p").cls("b-instruction").add(arrow(number)));
  }

  /**
   * Returns an instruction, such as who is to answer a question.
   *
   * @param text what to do
   * @return a paragraph that stands out
   */
  public Html instruction(String text) {
    return html(Element.of("p").cls("b-told").text(text));
  }

  /**
   * Returns an instruction with an arrow, such as to go to the signature.
   *
   * @param text what to do next
   * @return a paragraph
   */
  public Html next(String text) {
    Element go = Element.of("span").cls("b-go").text(sign() + " ").text(text);
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

  private Element arrow(String number) {
    return Element.of("span")
        .cls("b-go")
        .text(sign() + " ")
        .html(texts.html("paper.go.to", number));
  }

  private String sign() {
    return Languages.rightToLeft(locale) ? "←" : "→";
  }

  private static Html html(Element element) {
    return Html.trusted(element.toString());
  }
}
