package se.byggsten.web.component;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * Data in rows and columns.
 *
 * @param caption what the table shows, or null
 * @param captionClasses extra classes on the caption, may be empty
 * @param head the columns' headings, may be empty
 * @param rows the rows
 * @param firstCellIsHeader true when the first cell of a row names the row
 * @param stacked true to show each row as a block of its own on a phone
 * @param block classes and attributes
 */
public record Table(
    @Nullable String caption,
    String captionClasses,
    List<Cell> head,
    List<List<Cell>> rows,
    boolean firstCellIsHeader,
    boolean stacked,
    Block block)
    implements Component {
  /** Keeps copies. */
  public Table {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * One cell.
   *
   * @param content what it shows
   * @param format {@code numeric}, or null
   * @param classes extra classes, may be empty
   * @param colspan how many columns it takes, from 1
   * @param rowspan how many rows it takes, from 1
   * @param attributes extra attributes
   */
  public record Cell(
      Html content,
      @Nullable String format,
      String classes,
      int colspan,
      int rowspan,
      Attributes attributes) {
    /** Returns a cell. */
    public static Cell of(String text) {
      return of(Html.text(text));
    }

    /** Returns a cell with markup in it. */
    public static Cell of(Html content) {
      return new Cell(content, null, "", 1, 1, Attributes.NONE);
    }

    /** Returns a cell with a number in it. */
    public static Cell number(String text) {
      return new Cell(Html.text(text), "numeric", "", 1, 1, Attributes.NONE);
    }

    private Element heading(String scope, @Nullable Element label) {
      return on(Element.of("th").attr("scope", scope), "govuk-table__header", label);
    }

    private Element plain(@Nullable Element label) {
      return on(Element.of("td"), "govuk-table__cell", label);
    }

    private Element on(Element cell, String className, @Nullable Element label) {
      return cell.cls(className, format == null ? null : className + "--" + format, classes)
          .attr("colspan", colspan > 1 ? Integer.toString(colspan) : null)
          .attr("rowspan", rowspan > 1 ? Integer.toString(rowspan) : null)
          .attrs(attributes.values())
          .add(label)
          .html(content.value());
    }
  }

  /** Returns a table with a caption and headings of text. */
  public static Table of(String caption, List<String> head, List<List<Cell>> rows) {
    return new Table(
        caption,
        "govuk-table__caption--m",
        head.stream().map(Cell::of).toList(),
        rows,
        true,
        false,
        Block.NONE);
  }

  /**
   * Returns the table with each row as a block of its own on a phone, where each value stands under
   * its column's heading.
   *
   * @return the table
   */
  public Table onPhoneStacked() {
    return new Table(caption, captionClasses, head, rows, firstCellIsHeader, true, block);
  }

  @Override
  public Html toHtml() {
    Element table = block.on("table", "govuk-table", stacked ? "byggsten-table--stacked" : null);
    if (caption != null) {
      table.add(Element.of("caption").cls("govuk-table__caption", captionClasses).text(caption));
    }
    if (!head.isEmpty()) {
      Element row = row();
      head.forEach(cell -> row.add(cell.heading("col", null)));
      table.add(Element.of("thead").cls("govuk-table__head").add(row));
    }
    Element body = Element.of("tbody").cls("govuk-table__body");
    rows.forEach(cells -> body.add(row(cells)));
    return Render.html(table.add(body));
  }

  private Element row() {
    return Element.of("tr").cls("govuk-table__row");
  }

  private Element row(List<Cell> cells) {
    Element row = row();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      boolean header = i == 0 && firstCellIsHeader;
      Element label = stacked && i < head.size() ? label(head.get(i)) : null;
      Element element = header ? cell.heading("row", label) : cell.plain(label);
      row.add(element);
    }
    return row;
  }

  /** Shown and read on a phone only, where a table shown as blocks may lose its headings. */
  private static Element label(Cell heading) {
    return Element.of("span").cls("byggsten-table__label").html(heading.content().value());
  }

  /** Leaves out the cells, which may hold somebody's data. */
  @Override
  public String toString() {
    return "Table[" + rows.size() + " rows]";
  }
}
