package se.byggsten.forms.internal.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.expression.Expression;
import se.byggsten.expression.ExpressionCompiler;
import se.byggsten.expression.ExpressionException;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;

/**
 * The compiled conditions of a form.
 *
 * <p>A condition for showing something may read only fields that come before it, so that there can
 * be no cycle and one pass in order decides everything.
 */
public final class Conditions {
  private static final Logger LOG = LoggerFactory.getLogger(Conditions.class);

  private final Map<String, Expression> bySource = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final ExpressionCompiler compiler;

  /**
   * A condition that cannot be used.
   *
   * @param where the page or field and what the condition is for, such as {@code stod.showIf}
   * @param message what is wrong
   */
  public record Problem(String where, String message) {}

  private Conditions(FormDefinition form) {
    Map<String, ValueType> variables = new LinkedHashMap<>();
    form.fields().forEach((id, field) -> variables.put(id, field.type().valueType()));
    variables.put("today", ValueType.DATE);
    variables.put("answered", ValueType.listOf(ValueType.TEXT));
    compiler = ExpressionCompiler.with(variables);
    Set<String> before = new HashSet<>(Set.of("today", "answered"));
    Set<String> all = variables.keySet();
    for (PageDefinition page : form.pages()) {
      compile(page.id() + ".showIf", page.showIf(), before);
      for (FieldDefinition field : page.fields()) {
        compile(field.id() + ".showIf", field.showIf(), before);
        for (OptionDefinition option : field.options()) {
          compile(field.id() + ".option." + option.value(), option.showIf(), before);
        }
        compile(field.id() + ".requiredIf", field.requiredIf(), all);
        for (ConstraintRule rule : field.constraints()) {
          if (rule.parameters().get("holds") instanceof String holds) {
            compile(field.id() + "." + rule.errorName(), holds, all);
          }
        }
        before.add(field.id());
      }
    }
  }

  /**
   * Compiles the conditions of a form.
   *
   * @param form the form
   * @return its conditions
   * @throws FormException {@link FormException#CONDITION} for the first that cannot be used
   */
  public static Conditions of(FormDefinition form) {
    Conditions conditions = new Conditions(form);
    if (!conditions.problems.isEmpty()) {
      Problem first = conditions.problems.get(0);
      throw new FormException(FormException.CONDITION, first.where() + ": " + first.message());
    }
    return conditions;
  }

  /**
   * Returns what is wrong with the conditions of a form.
   *
   * @param form the form
   * @return the problems in order
   */
  public static List<Problem> problems(FormDefinition form) {
    return List.copyOf(new Conditions(form).problems);
  }

  private void compile(String where, String source, Set<String> readable) {
    if (source.isEmpty()) {
      return;
    }
    Expression expression = bySource.get(source);
    if (expression == null) {
      try {
        expression = compiler.compileCondition(source);
      } catch (ExpressionException e) {
        problems.add(new Problem(where, String.valueOf(e.getMessage())));
        return;
      }
      bySource.put(source, expression);
    }
    for (String name : expression.variables()) {
      if (!readable.contains(name)) {
        problems.add(
            new Problem(
                where, "it reads '" + name + "', which is asked later; move that field before it"));
      }
    }
  }

  /**
   * Evaluates a condition of the form.
   *
   * @param source the condition; empty holds
   * @param values the answers
   * @param otherwise what to take when it cannot be evaluated, as with a division by zero
   * @return whether it holds
   */
  boolean holds(String source, Map<String, Object> values, boolean otherwise) {
    Expression expression = bySource.get(source);
    if (expression == null) {
      return source.isEmpty() || otherwise;
    }
    try {
      return expression.test(values);
    } catch (ExpressionException e) {
      LOG.warn("A condition could not be evaluated: {}", e.code());
      return otherwise;
    }
  }

  /**
   * Evaluates a condition over values that nobody has given, to find out what it can be.
   *
   * @param source a condition of the form
   * @param values values by variable
   * @return whether it holds; false when it cannot be evaluated
   */
  public boolean tried(String source, Map<String, Object> values) {
    Expression expression = bySource.get(source);
    try {
      return expression != null && expression.test(values);
    } catch (ExpressionException e) {
      return false;
    }
  }

  /**
   * Returns the fields that a condition reads.
   *
   * @param source a condition of the form
   * @return their ids
   */
  public Set<String> reads(String source) {
    Expression expression = bySource.get(source);
    return expression == null ? Set.of() : expression.variables();
  }
}
