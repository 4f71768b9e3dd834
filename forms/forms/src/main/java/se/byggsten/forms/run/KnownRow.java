package se.byggsten.forms.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row that is known before anybody answers, such as one of somebody's children.
 *
 * @param values its values by the name of their source
 * @param rows for each source of rows within it, such as the child's schools, those rows in order
 */
public record KnownRow(Map<String, PrefillValue> values, Map<String, List<KnownRow>> rows) {
  /** Copies the maps. */
  public KnownRow {
    values = Map.copyOf(values);
    Map<String, List<KnownRow>> copy = new LinkedHashMap<>();
    rows.forEach((source, list) -> copy.put(source, List.copyOf(list)));
    rows = Map.copyOf(copy);
  }

  /**
   * Returns a row without rows within it.
   *
   * @param values its values by the name of their source
   * @return the row
   */
  public static KnownRow of(Map<String, PrefillValue> values) {
    return new KnownRow(values, Map.of());
  }

  /** Leaves out the values. */
  @Override
  public String toString() {
    return "KnownRow[" + values.keySet() + ", " + rows.keySet() + "]";
  }
}
