package se.byggsten.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * A repeating group: pages that are answered once for each row.
 *
 * <p>Its texts have the keys {@code <group>.row} (the title of a row, which may name fields of the
 * row in braces), {@code <group>.one} (what a row is called), {@code <group>.more} (the button for
 * another row; optional) and {@code <group>.none}.
 *
 * @param id a lower-case letter, then letters and digits; the name of the list in conditions
 * @param min the fewest rows
 * @param max the most rows
 * @param prefill the name of the source of the first rows; empty for none
 * @param pages the pages of a row; one may be a repeating group in turn
 */
public record GroupDefinition(
    String id, int min, int max, String prefill, List<PageDefinition> pages) {
  /** The most rows that any group may have. */
  public static final int MOST = 500;

  /**
   * Checks the parts.
   *
   * @throws FormException {@link FormException#DEFINITION} when they will not do
   */
  public GroupDefinition {
    prefill = prefill.strip();
    pages = List.copyOf(pages);
    if (!FieldDefinition.isId(id)) {
      throw new FormException(
          FormException.DEFINITION,
          "The id of a group is a lower-case letter, then letters and digits");
    }
    if (min < 0 || max < 1 || min > max || max > MOST) {
      throw new FormException(
          FormException.DEFINITION,
          "The group " + id + " takes from 0 or more to at most " + MOST + " rows");
    }
    if (pages.isEmpty()
        || pages.stream()
            .anyMatch(page -> !page.kind().hasFields() && page.kind() != PageKind.REPEAT)) {
      throw new FormException(
          FormException.DEFINITION, "Give the group " + id + " pages with questions");
    }
  }

  /**
   * Returns a group without prefilled rows.
   *
   * @param id the id
   * @param min the fewest rows
   * @param max the most rows
   * @param pages the pages of a row
   * @return the group
   */
  public static GroupDefinition of(String id, int min, int max, List<PageDefinition> pages) {
    return new GroupDefinition(id, min, max, "", pages);
  }

  /**
   * Returns the fields of a row, those of inner groups left out.
   *
   * @return in order
   */
  public List<FieldDefinition> fields() {
    List<FieldDefinition> fields = new ArrayList<>();
    pages.forEach(page -> fields.addAll(page.fields()));
    return List.copyOf(fields);
  }
}
