package se.byggsten.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a field is calculated: rows that are tried from the top, and what holds when none of them
 * does.
 *
 * <p>The first row whose condition holds gives the value, and no row after it is looked at (the hit
 * policy FIRST of OMG's Decision Model and Notation). Without a row that holds and without an
 * otherwise there is no value, as when a calculation fails. A plain calculation is a table without
 * rows.
 *
 * <pre>{@code
 * DecisionTable.when("inkomst < 20000.0", "0.0")
 *     .orWhen("inkomst < 40000.0 && syskon > 1.0", "450.0")
 *     .otherwise("900.0")
 * }</pre>
 *
 * @param rows the rows, from the top
 * @param otherwise the value when no row holds, in CEL; empty for none
 */
public record DecisionTable(List<Row> rows, String otherwise) {
  /** The most rows that a table may have. */
  public static final int MOST = 100;

  /** Of a field that is answered. */
  public static final DecisionTable NONE = of("");

  /**
   * A row of a table.
   *
   * @param when the condition, in CEL
   * @param then the value when it holds, in CEL
   */
  public record Row(String when, String then) {
    /**
     * Takes the space around them away.
     *
     * @throws FormException {@link FormException#DEFINITION} when one of them is blank
     */
    public Row {
      when = when.strip();
      then = then.strip();
      if (when.isEmpty() || then.isEmpty()) {
        throw new FormException(
            FormException.DEFINITION, "Say of each row of a table when it holds and what it gives");
      }
    }
  }

  /**
   * Copies the rows.
   *
   * @throws FormException {@link FormException#DEFINITION} when there are more than {@value #MOST}
   */
  public DecisionTable {
    rows = List.copyOf(rows);
    otherwise = otherwise.strip();
    if (rows.size() > MOST) {
      throw new FormException(
          FormException.DEFINITION,
          "A table has at most " + MOST + " rows; divide it into several");
    }
  }

  /**
   * Returns a plain calculation.
   *
   * @param expression the calculation in CEL; empty for none
   * @return a table without rows
   */
  public static DecisionTable of(String expression) {
    return new DecisionTable(List.of(), expression);
  }

  /**
   * Returns a table of one row, to be added to.
   *
   * @param condition when it holds, in CEL
   * @param then the value, in CEL
   * @return the table
   * @throws FormException {@link FormException#DEFINITION} when one of them is blank
   */
  public static DecisionTable when(String condition, String then) {
    return NONE.orWhen(condition, then);
  }

  /**
   * Returns the table with a row more, below the others.
   *
   * @param condition when it holds, in CEL
   * @param then the value, in CEL
   * @return another table
   * @throws FormException {@link FormException#DEFINITION} when one of them is blank, or when the
   *     table has {@value #MOST} rows
   */
  public DecisionTable orWhen(String condition, String then) {
    List<Row> more = new ArrayList<>(rows);
    more.add(new Row(condition, then));
    return new DecisionTable(more, otherwise);
  }

  /**
   * Returns the table with a value for when no row holds.
   *
   * @param value the value, in CEL
   * @return another table
   */
  public DecisionTable otherwise(String value) {
    return new DecisionTable(rows, value);
  }

  /**
   * Tells whether it says nothing.
   *
   * @return true for {@link #NONE}
   */
  public boolean isEmpty() {
    return rows.isEmpty() && otherwise.isEmpty();
  }

  /**
   * Returns what it says, as it is written in YAML.
   *
   * @return an expression without rows, else a list of maps with {@code if} and {@code then}, and
   *     last {@code else}
   */
  public Object written() {
    if (rows.isEmpty()) {
      return otherwise;
    }
    List<Map<String, String>> written = new ArrayList<>();
    for (Row row : rows) {
      Map<String, String> map = new LinkedHashMap<>();
      map.put("if", row.when());
      map.put("then", row.then());
      written.add(map);
    }
    if (!otherwise.isEmpty()) {
      written.add(Map.of("else", otherwise));
    }
    return written;
  }
}
