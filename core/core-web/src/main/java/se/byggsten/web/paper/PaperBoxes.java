package se.byggsten.web.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;
import se.byggsten.web.Passage;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * Draws what an answer is written in: squares for letters, boxes to tick, frames to write in.
 *
 * <p>Squares are 7 mm wide and frames 8,5 mm high, for handwriting. They are drawn and are no
 * content of a PDF (PDF/UA-1, ISO 14289-1, 7.1).
 */
public final class PaperBoxes {
  private static final int MAX_SQUARES = 200;
  private static final int MANY_TICKS = 6;
  private static final int SHORT_LABEL = 40;
  private static final int ONE_LINE = 84;
  private static final int A_BOX = 6;

  private final Locale locale;

  private PaperBoxes(Locale locale) {
    this.locale = locale;
  }

  /**
   * Returns what draws boxes in a language.
   *
   * @param locale the language
   * @return the boxes
   */
  public static PaperBoxes in(Locale locale) {
    return new PaperBoxes(locale);
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
      check(groups[i], all);
      if (i > 0) {
        row.add(Element.of("span").cls("b-between").text("–"));
      }
      for (int n = 0; n < groups[i]; n++) {
        row.add(square(n));
      }
    }
    return html(row);
  }

  /**
   * Returns squares in groups, each with what to write in it above, such as year, month and day.
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
      check(groups.get(i), all);
      Element group = Element.of("div").cls("b-group");
      if (i < captions.size()) {
        group.add(caption(locale, captions.get(i)));
      }
      for (int n = 0; n < groups.get(i); n++) {
        group.add(square(n));
      }
      row.add(group);
    }
    return html(row);
  }

  private static void check(int group, int all) {
    if (group < 1 || all > MAX_SQUARES) {
      throw new IllegalArgumentException("Between 1 and " + MAX_SQUARES + " squares are drawn");
    }
  }

  private static Element square(int n) {
    return Element.of("span").cls("b-square", n == 0 ? "b-square-first" : null);
  }

  /**
   * Returns a short frame with a unit after it.
   *
   * @param unit what stands after the frame, such as kr; empty for nothing
   * @return the frame
   */
  public Html line(String unit) {
    Element row = Element.of("div").cls("b-short").add(Element.of("span").cls("b-blank"));
    return html(unit.isEmpty() ? row : row.text(" " + unit));
  }

  /**
   * Returns a frame with lines to write on.
   *
   * @param count how many lines, from 1 to 60
   * @return the frame
   * @throws IllegalArgumentException when there are none, or too many for a page
   */
  public Html lines(int count) {
    if (count < 1 || count > 60) {
      throw new IllegalArgumentException("Between 1 and 60 lines are drawn, not " + count);
    }
    Element lines = Element.of("div").cls("b-lines");
    for (int i = 1; i <= count; i++) {
      lines.add(Element.of("div").cls("b-line", i == count ? "b-last" : null));
    }
    return html(lines);
  }

  /**
   * Returns frames beside each other, each with what to write in it above, such as place, date and
   * name in block letters.
   *
   * @param labels what to write in each
   * @return the frames
   */
  public Html labelledLines(List<String> labels) {
    // Four stand better as two and two than as three and one.
    boolean two = labels.size() == 4 || labels.size() == 2;
    Element row = Element.of("div").cls("b-fields", two ? "b-two" : null);
    for (String label : labels) {
      row.add(
          Element.of("div")
              .cls("b-field")
              .add(caption(locale, label))
              .add(Element.of("div").cls("b-line")));
    }
    return html(row);
  }

  /**
   * Returns two narrow frames, each with what to write in it above.
   *
   * @param labels what to write in each
   * @return the frames, on half the width of a page
   */
  public Html narrowLines(List<String> labels) {
    return Html.concat(
        Html.trusted("<div class=\"b-narrow\">"), labelledLines(labels), Html.trusted("</div>"));
  }

  /**
   * Returns boxes to tick, with where to go after each: on a line when there is room, in two
   * columns when they are many and short, else below each other.
   *
   * @param ticks the boxes in order
   * @return a list
   */
  public Html ticks(List<Tick> ticks) {
    boolean plain = ticks.stream().allMatch(tick -> tick.hint() == null);
    int length = ticks.stream().mapToInt(PaperBoxes::length).sum();
    if (plain && length <= ONE_LINE) {
      // A list whose items stand beside each other loses its tags in a PDF.
      return html(fill(Element.of("div").cls("b-ticks", "b-inline"), "div", ticks));
    }
    boolean narrow =
        plain
            && ticks.size() >= MANY_TICKS
            && ticks.stream().allMatch(tick -> length(tick) <= SHORT_LABEL + A_BOX);
    if (!narrow) {
      return html(list(ticks));
    }
    int half = (ticks.size() + 1) / 2;
    return html(
        Element.of("div")
            .cls("b-columns")
            .add(column(ticks.subList(0, half)))
            .add(column(ticks.subList(half, ticks.size()))));
  }

  private Element column(List<Tick> ticks) {
    return Element.of("div").cls("b-column").add(list(ticks));
  }

  /**
   * Returns boxes to tick below each other, for a cell of a table.
   *
   * @param ticks the boxes in order
   * @return a list
   */
  public Html column(Tick... ticks) {
    return html(list(List.of(ticks)));
  }

  /** About how many letters wide a box with its label is. */
  private static int length(Tick tick) {
    String go = tick.instruction();
    int number = tick.goTo() == null ? 0 : SHORT_LABEL / 2;
    return A_BOX
        + Passage.plain(tick.label()).length()
        + number
        + (go == null ? 0 : Passage.plain(go).length() + 2);
  }

  private Element list(List<Tick> ticks) {
    return fill(Element.of("ul").cls("b-ticks"), "li", ticks);
  }

  private Element fill(Element list, String tag, List<Tick> ticks) {
    for (Tick tick : ticks) {
      Element item =
          Element.of(tag)
              .cls("b-tick")
              .attr("dir", Direction.of(locale, tick.label()))
              .add(Element.of("span").cls("b-box"))
              .text(" ")
              .text(tick.label());
      if (tick.goTo() != null) {
        item.text(" ").add(arrow(locale, tick.goTo()));
      }
      if (tick.instruction() != null) {
        item.text(" ")
            .add(
                Element.of("span")
                    .cls("b-go")
                    .attr("dir", Direction.in(locale, tick.label(), tick.instruction()))
                    .text(sign(locale) + " " + tick.instruction()));
      }
      if (tick.hint() != null) {
        item.add(
            Element.of("div")
                .cls("b-hint")
                .attr("dir", Direction.in(locale, tick.label(), tick.hint()))
                .text(tick.hint()));
      }
      list.add(item);
    }
    return list;
  }

  /** What stands above a frame. */
  static Element caption(Locale locale, String text) {
    String direction = Direction.of(locale, text);
    return Element.of("div")
        .cls("b-under")
        .attr("dir", direction == null ? Languages.direction(locale) : direction)
        .text(text);
  }

  static Element arrow(Locale locale, String number) {
    return Element.of("span")
        .cls("b-go")
        .text(sign(locale) + " ")
        .html(Texts.of(locale).html("paper.go.to", number));
  }

  /** The sign that shows the way. */
  static String sign(Locale locale) {
    return Languages.rightToLeft(locale) ? "←" : "→";
  }

  /**
   * Returns a table to fill in, a row for each of several.
   *
   * @param head what stands above each column, the first of them above what names the rows
   * @param percent how wide each column is, in hundredths of the width of a page
   * @param names what names each row
   * @param cells what is in each column of a row but the first
   * @return the table
   */
  public Html rows(List<Html> head, List<Integer> percent, List<String> names, List<Html> cells) {
    Element body = Element.of("tbody");
    for (String name : names) {
      Element row = Element.of("tr").add(rowHead(name, "b-row"));
      cells.forEach(cell -> row.add(Element.of("td").html(cell.value())));
      body.add(row);
    }
    return html(table("b-answers", head, percent, body));
  }

  /**
   * Returns a table for several questions with the same options: a row for each option, a column
   * for each question and a box where they meet.
   *
   * @param head what stands above the options, and above each question
   * @param percent how wide each column is, in hundredths of the width of a page
   * @param options the options
   * @return the table
   */
  public Html choices(List<Html> head, List<Integer> percent, List<String> options) {
    Element body = Element.of("tbody");
    for (String option : options) {
      Element row = Element.of("tr").add(rowHead(option, "b-left"));
      for (int i = 1; i < head.size(); i++) {
        row.add(Element.of("td").add(Element.of("span").cls("b-box")));
      }
      body.add(row);
    }
    return html(table("b-answers b-choices", head, percent, body));
  }

  private static Element rowHead(String text, String cls) {
    return Element.of("th").cls(cls).attr("scope", "row").text(text);
  }

  private static Element table(String cls, List<Html> head, List<Integer> percent, Element body) {
    Element first = Element.of("tr");
    List<String> widths = new ArrayList<>();
    percent.forEach(width -> widths.add("width: " + width + "%"));
    for (int i = 0; i < head.size(); i++) {
      first.add(
          Element.of("th")
              .attr("scope", "col")
              .attr("style", widths.get(i))
              .html(head.get(i).value()));
    }
    return Element.of("table").cls(cls.split(" ")).add(Element.of("thead").add(first)).add(body);
  }

  private static Html html(Element element) {
    return Html.trusted(element.toString());
  }
}
