package se.byggsten.forms.internal.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.DecisionTable;
import se.byggsten.forms.FieldDefinition;

/**
 * A field with its compiled conditions.
 *
 * @param field the definition
 * @param page the id of its page
 * @param depth how many groups are around it
 * @param index its number among the fields of the form, from 0
 * @param shape what is known of it whatever is answered
 * @param show when it is shown; null for always
 * @param require when it is required; null for never more than the definition says
 * @param value how it is calculated; null for a field that is answered
 * @param options when options are offered, by value; those without a condition left out
 * @param warnings when to warn, by id
 */
public record FieldPlan(
    FieldDefinition field,
    String page,
    int depth,
    int index,
    FieldShape shape,
    @Nullable Condition show,
    @Nullable Condition require,
    @Nullable Condition value,
    Map<String, Condition> options,
    Map<String, Condition> warnings) {

  /**
   * Returns its id.
   *
   * @return the id
   */
  public String id() {
    return field.id();
  }

  /**
   * Returns what a field is calculated by.
   *
   * @param field the field
   * @return expressions by where they stand: {@code <field>.value} alone, or {@code .if}, {@code
   *     .then} and {@code .else} of the rows of its table
   */
  public static Map<String, String> cells(FieldDefinition field) {
    Map<String, String> cells = new LinkedHashMap<>();
    String value = field.id() + ".value";
    List<DecisionTable.Row> rows = field.value().rows();
    for (DecisionTable.Row row : rows) {
      String where = value + "[" + (cells.size() / 2 + 1) + "]";
      cells.put(where + ".if", row.when());
      cells.put(where + ".then", row.then());
    }
    String otherwise = field.value().otherwise();
    if (!otherwise.isEmpty()) {
      cells.put(rows.isEmpty() ? value : value + "[" + (rows.size() + 1) + "].else", otherwise);
    }
    return cells;
  }

  /** Every condition that decides what the page of the field looks like or accepts. */
  List<Condition> all() {
    List<Condition> all = new java.util.ArrayList<>(options.values());
    all.addAll(warnings.values());
    for (Condition condition : new Condition[] {show, require, value}) {
      if (condition != null) {
        all.add(condition);
      }
    }
    return all;
  }
}
