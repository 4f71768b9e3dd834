package se.byggsten.forms.render;

import java.util.List;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;

/**
 * A page with its texts in one language and what stands on it.
 *
 * @param page the definition
 * @param place the row that it stands in
 * @param title the heading
 * @param intro text under the heading; may be empty
 * @param fields the fields that are shown or lie under an option, in order
 * @param rows the rows of its repeating group, in order
 */
public record PageNode(
    PageDefinition page,
    Place place,
    String title,
    String intro,
    List<FieldNode> fields,
    List<RowNode> rows) {
  /** Copies the lists. */
  public PageNode {
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
  }

  /**
   * Returns the path of the page.
   *
   * @return its id, and a slash and a number for each row
   */
  public String path() {
    return place.path(page.id());
  }

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "PageNode[" + path() + "]";
  }
}
