package se.byggsten.forms.internal.evaluation;

import java.util.Set;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.Place;

/**
 * What stands in the way of judging a rule: answers that are missing, calculations that failed.
 *
 * <p>Looked at only when a rule could not be evaluated, or reads a calculation without a value.
 */
final class Gaps {
  private static final Set<String> ALWAYS_THERE =
      Set.of(Plan.TODAY, Plan.ANSWERED, Plan.ROW_NUMBER);

  private final Plan plan;
  private final Evaluation evaluation;

  Gaps(Plan plan, Evaluation evaluation) {
    this.plan = plan;
    this.evaluation = evaluation;
  }

  /** Whether every answer that a condition reads is there, in every row that it may read. */
  boolean areNone(Condition condition, Place place) {
    for (String path : condition.paths()) {
      if (!isThere(path, place)) {
        return false;
      }
    }
    return true;
  }

  private boolean isThere(String path, Place place) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    if (ALWAYS_THERE.contains(name)) {
      return true;
    }
    FieldPlan field = plan.fields().get(name);
    if (field != null) {
      return isAnswered(field, place.outer(field.depth()));
    }
    GroupDefinition group = plan.form().structure().groups().get(name);
    if (group == null) {
      return evaluation.variable(name, place) != null;
    }
    Place around = place.outer(plan.form().structure().around(name).size());
    return dot < 0 || isInEveryRow(group, path.substring(dot + 1), around);
  }

  private boolean isInEveryRow(GroupDefinition group, String path, Place around) {
    return evaluation.rows(group.id(), around).stream()
        .allMatch(row -> isThere(path, around.row(row)));
  }

  private boolean isAnswered(FieldPlan field, Place place) {
    return field.value() == null
        ? evaluation.value(field.field().id(), place) != null
        : evaluation.isShown(field.field().id(), place) && areNone(field.value(), place);
  }

  /** Whether a condition reads a calculation that is shown and could not be evaluated. */
  boolean readsFailure(Condition condition, Place place) {
    for (String path : condition.paths()) {
      if (isCalculated(path) && isFailure(path, place)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCalculated(String path) {
    FieldPlan field = plan.fields().get(path.substring(path.lastIndexOf('.') + 1));
    return field != null && field.value() != null;
  }

  private boolean isFailure(String path, Place place) {
    int dot = path.indexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    FieldPlan field = plan.fields().get(name);
    if (field != null) {
      Place own = place.outer(field.depth());
      return field.value() != null
          && evaluation.value(name, own) == null
          && evaluation.isShown(name, own)
          && (field.value().evaluate(evaluation, own) == null || readsFailure(field.value(), own));
    }
    GroupDefinition group = plan.form().structure().groups().get(name);
    if (group == null || dot < 0) {
      return false;
    }
    Place around = place.outer(plan.form().structure().around(name).size());
    return evaluation.rows(name, around).stream()
        .anyMatch(row -> isFailure(path.substring(dot + 1), around.row(row)));
  }
}
