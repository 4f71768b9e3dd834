package se.byggsten.forms.internal.evaluation;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.expression.Expression;
import se.byggsten.expression.ExpressionException;
import se.byggsten.forms.Place;

/** A compiled condition or calculation of a form and the names that it reads. */
public final class Condition {
  private static final Logger LOG = LoggerFactory.getLogger(Condition.class);
  private static final Pattern QUOTED = Pattern.compile("['\"]([a-z][A-Za-z0-9]{0,39})['\"]");

  private final Expression expression;
  private final List<String> groups;
  private final String[] names;
  private final Set<String> asksFor;
  private final AtomicBoolean told = new AtomicBoolean();

  Condition(Expression expression, List<String> groups, Predicate<String> isField) {
    this.expression = expression;
    this.groups = groups;
    this.names = expression.variables().toArray(new String[0]);
    Set<String> quoted = new LinkedHashSet<>();
    if (expression.variables().contains(Plan.ANSWERED)) {
      Matcher matcher = QUOTED.matcher(expression.source());
      while (matcher.find()) {
        if (isField.test(matcher.group(1))) {
          quoted.add(matcher.group(1));
        }
      }
    }
    this.asksFor = Set.copyOf(quoted);
  }

  /**
   * Returns the compiled expression.
   *
   * @return the expression
   */
  public Expression expression() {
    return expression;
  }

  /** The fields that it asks {@code answered} about. */
  Set<String> asksFor() {
    return asksFor;
  }

  /**
   * Returns every field, group and other name that the outcome depends on.
   *
   * @return the names
   */
  public Set<String> reads() {
    Set<String> reads = new LinkedHashSet<>(expression.variables());
    reads.remove(Plan.ANSWERED);
    reads.remove(Plan.ROW_NUMBER);
    reads.addAll(asksFor);
    return reads;
  }

  /** What it evaluates to; null when it cannot be evaluated, as with a division by zero. */
  @Nullable Object evaluate(Evaluation evaluation, Place place) {
    Map<String, Object> values = new HashMap<>(names.length * 2);
    for (String name : names) {
      Object value = value(name, evaluation, place);
      if (value != null) {
        values.put(name, value);
      }
    }
    try {
      return expression.evaluate(values);
    } catch (ExpressionException e) {
      // Once is enough: what comes with every request would drown all else.
      if (told.compareAndSet(false, true)) {
        LOG.warn("The condition {} could not be evaluated: {}", expression.source(), e.code());
      }
      return null;
    }
  }

  private @Nullable Object value(String name, Evaluation evaluation, Place place) {
    return switch (name) {
      case Plan.ANSWERED -> evaluation.answered(asksFor, place);
      case Plan.ROW_NUMBER -> evaluation.position(groups.get(groups.size() - 1), place);
      default -> evaluation.variable(name, place);
    };
  }

  boolean holds(Evaluation evaluation, Place place, boolean otherwise) {
    return evaluate(evaluation, place) instanceof Boolean holds ? holds : otherwise;
  }
}
