package se.byggsten.expression.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.expression.Outcomes;

/** Looks for values of the terms of a condition that make it true, and for some that do not. */
final class OutcomeSearch {
  /** After this many steps it is taken that the condition can be both. */
  private static final int MOST_STEPS = 50_000;

  private final ConditionTree.Node root;
  private final List<Term> terms;
  private final Map<Term, Object> values = new HashMap<>();
  private int steps;

  private OutcomeSearch(ConditionTree.Node root, List<Term> terms) {
    this.root = root;
    this.terms = terms;
  }

  static Outcomes of(ConditionTree.Node root, List<Term> terms) {
    return new Outcomes(
        new OutcomeSearch(root, terms).canBe(true, 0),
        new OutcomeSearch(root, terms).canBe(false, 0));
  }

  private boolean canBe(boolean wanted, int next) {
    Boolean value = value(root);
    if (value != null) {
      return value == wanted;
    }
    if (next == terms.size() || ++steps > MOST_STEPS) {
      return true;
    }
    Term term = terms.get(next);
    for (Object candidate : term.candidates()) {
      values.put(term, candidate);
      if (canBe(wanted, next + 1)) {
        return true;
      }
    }
    values.remove(term);
    return false;
  }

  /** True, false, or null when the values so far do not decide. */
  private @Nullable Boolean value(ConditionTree.Node node) {
    if (node instanceof ConditionTree.Fixed fixed) {
      return fixed.value();
    }
    if (node instanceof ConditionTree.Not not) {
      Boolean value = value(not.node());
      return value == null ? null : !value;
    }
    if (node instanceof ConditionTree.Both both) {
      return joined(both.one(), both.other(), false);
    }
    if (node instanceof ConditionTree.Either either) {
      return joined(either.one(), either.other(), true);
    }
    if (node instanceof ConditionTree.Flag flag) {
      return (Boolean) values.get(flag.term());
    }
    if (node instanceof ConditionTree.Same same) {
      Object one = values.get(same.one());
      Object other = values.get(same.other());
      return (one == null || other == null) ? null : (Boolean) one.equals(other);
    }
    ConditionTree.Compared compared = (ConditionTree.Compared) node;
    Object value = values.get(compared.term());
    return value == null
        ? null
        : (Boolean) compare(value, compared.operator(), compared.constant());
  }

  private @Nullable Boolean joined(
      ConditionTree.Node one, ConditionTree.Node other, boolean decides) {
    Boolean first = value(one);
    if (first != null && first == decides) {
      return decides;
    }
    Boolean second = value(other);
    if (second != null && second == decides) {
      return decides;
    }
    return (first == null || second == null) ? null : (Boolean) !decides;
  }

  static boolean compare(Object value, String operator, Object constant) {
    int order;
    if (value instanceof BigDecimal one && constant instanceof BigDecimal other) {
      order = one.compareTo(other);
    } else if (value instanceof String one && constant instanceof String other) {
      order = one.compareTo(other);
    } else {
      order = value.equals(constant) ? 0 : 1;
    }
    return switch (operator) {
      case "_==_" -> order == 0;
      case "_!=_" -> order != 0;
      case "_<_" -> order < 0;
      case "_<=_" -> order <= 0;
      case "_>_" -> order > 0;
      default -> order >= 0;
    };
  }
}
