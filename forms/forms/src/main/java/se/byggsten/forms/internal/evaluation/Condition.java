package se.byggsten.forms.internal.evaluation;

import java.util.ArrayList;
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
import se.byggsten.expression.Syntax;
import se.byggsten.forms.Place;

/**
 * A compiled condition or calculation of a form and the names that it reads.
 *
 * <p>That of a table has several parts: condition and value of each row, and last, unless it is
 * left out, the value when no row holds. Any other has that last part alone.
 */
public final class Condition {
  private static final Logger LOG = LoggerFactory.getLogger(Condition.class);
  private static final Pattern QUOTED = Pattern.compile("['\"]([a-z][A-Za-z0-9]{0,39})['\"]");

  private final List<Expression> parts;
  private final List<String> groups;
  private final String[] names;
  private final Set<String> asksFor;
  private final AtomicBoolean told = new AtomicBoolean();

  Condition(List<Expression> parts, List<String> groups, Predicate<String> isField) {
    this.parts = parts;
    this.groups = groups;
    Set<String> variables = new LinkedHashSet<>();
    Set<String> quoted = new LinkedHashSet<>();
    for (Expression part : parts) {
      variables.addAll(part.variables());
      if (part.variables().contains(Plan.ANSWERED)) {
        Matcher matcher = QUOTED.matcher(part.source());
        while (matcher.find()) {
          if (isField.test(matcher.group(1))) {
            quoted.add(matcher.group(1));
          }
        }
      }
    }
    this.names = variables.toArray(new String[0]);
    this.asksFor = Set.copyOf(quoted);
  }

  /** The expression of a condition or calculation that is no table. */
  Expression expression() {
    return parts.get(0);
  }

  /**
   * Returns what it is made of.
   *
   * @return the tree, where a table is one choice among all its parts
   */
  public Syntax syntax() {
    List<Syntax> all = new ArrayList<>();
    for (Expression part : parts) {
      all.add(part.syntax());
    }
    return all.size() == 1 ? all.get(0) : new Syntax.Call("?:", all);
  }

  /** The names, and the fields of rows by path, that it reads. */
  Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>();
    for (Expression part : parts) {
      paths.addAll(part.reads());
    }
    return paths;
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
    Set<String> reads = new LinkedHashSet<>(List.of(names));
    reads.remove(Plan.ANSWERED);
    reads.remove(Plan.ROW_NUMBER);
    reads.addAll(asksFor);
    return reads;
  }

  /**
   * What it evaluates to; null when it cannot be evaluated, as with a division by zero, and when no
   * row of a table holds.
   */
  @Nullable Object evaluate(Evaluation evaluation, Place place) {
    Map<String, Object> values = new HashMap<>(names.length * 2);
    for (String name : names) {
      Object value = value(name, evaluation, place);
      if (value != null) {
        values.put(name, value);
      }
    }
    try {
      int last = parts.size() - 1;
      for (int i = 0; i < last; i += 2) {
        if (parts.get(i).test(values)) {
          return parts.get(i + 1).evaluate(values);
        }
      }
      return last % 2 == 0 ? parts.get(last).evaluate(values) : null;
    } catch (ExpressionException e) {
      // Once is enough: what comes with every request would drown all else.
      if (told.compareAndSet(false, true)) {
        LOG.warn("The condition {} could not be evaluated: {}", parts, e.code());
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
