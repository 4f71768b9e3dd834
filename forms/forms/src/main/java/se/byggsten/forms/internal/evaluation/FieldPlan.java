package se.byggsten.forms.internal.evaluation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
