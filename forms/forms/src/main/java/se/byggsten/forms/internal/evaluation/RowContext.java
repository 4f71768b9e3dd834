package se.byggsten.forms.internal.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.constraint.AnswerContext;

/** What the constraints of a row may ask about the other answers. */
final class RowContext implements AnswerContext {
  private final Evaluation evaluation;
  private final List<String> around;
  private final Place place;

  /**
   * Creates a context.
   *
   * @param evaluation the answers and what they mean
   * @param around the groups around the page that is judged, from the outermost
   * @param place its row
   */
  RowContext(Evaluation evaluation, List<String> around, Place place) {
    this.evaluation = evaluation;
    this.around = around;
    this.place = place;
  }

  @Override
  public boolean holds(String condition) {
    Condition rule = evaluation.plan().condition(around, condition);
    return rule == null || isKept(rule);
  }

  /** A rule that cannot be judged counts as broken, unless an answer that it reads is missing. */
  private boolean isKept(Condition rule) {
    Object outcome = rule.evaluate(evaluation, place);
    Gaps gaps = new Gaps(evaluation.plan(), evaluation);
    if (outcome instanceof Boolean holds && !gaps.readsFailure(rule, place)) {
      return holds;
    }
    return !gaps.areNone(rule, place);
  }

  @Override
  public Set<String> offered(String field) {
    Set<String> always = evaluation.plan().field(field).shape().offered();
    if (always != null) {
      return always;
    }
    Set<String> set = new LinkedHashSet<>();
    evaluation.options(field, place).forEach(option -> set.add(option.value()));
    return set;
  }
}
