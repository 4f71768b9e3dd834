package se.byggsten.forms.run;

import java.util.Map;
import se.byggsten.forms.Place;

/**
 * A constraint that an answer breaks, without the answer.
 *
 * @param field the id of the field; of the group when its rows are too few, too many or unfinished
 * @param place the row that it stands in
 * @param constraint the name under which its text stands: {@code <field>.error.<constraint>}
 * @param parameters what the text may mention, such as {@code max}
 */
public record Violation(
    String field, Place place, String constraint, Map<String, String> parameters) {
  /** Copies the parameters. */
  public Violation {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Creates a violation outside every group.
   *
   * @param field the id of the field
   * @param constraint the name under which its text stands
   * @param parameters what the text may mention
   */
  public Violation(String field, String constraint, Map<String, String> parameters) {
    this(field, Place.TOP, constraint, parameters);
  }

  /**
   * Returns where it is.
   *
   * @return the id of the field, and a slash and a number for each row
   */
  public String path() {
    return place.path(field);
  }
}
