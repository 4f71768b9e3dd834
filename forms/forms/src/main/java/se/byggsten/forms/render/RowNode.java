package se.byggsten.forms.render;

import java.util.List;
import se.byggsten.forms.Place;

/**
 * A row of a repeating group with its pages.
 *
 * @param place the row
 * @param number its position among the rows, from 1
 * @param title what tells it from the others; may be personal data
 * @param complete whether nothing is left to do in it
 * @param pages its pages that are shown, in order
 */
public record RowNode(
    Place place, int number, String title, boolean complete, List<PageNode> pages) {
  /** Copies the pages. */
  public RowNode {
    pages = List.copyOf(pages);
  }

  /**
   * Returns the number that the row keeps as long as it lives.
   *
   * @return the number, not the position
   */
  public int id() {
    return place.last().orElse(0);
  }

  /** Leaves out the title. */
  @Override
  public String toString() {
    return "RowNode[" + place.rows() + "]";
  }
}
