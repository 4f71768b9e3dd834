package se.byggsten.forms.internal.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.internal.evaluation.Plan;

/**
 * What is known of the choices that somebody has made when they come to a place on paper.
 *
 * <p>For each choice the values that it may have; the empty text is no answer. A choice that is not
 * mentioned may have any value. Immutable.
 */
final class Known {
  /** What a condition is, as far as is known. */
  enum Verdict {
    TRUE,
    FALSE,
    UNKNOWN;

    static Verdict of(boolean value) {
      return value ? TRUE : FALSE;
    }

    Verdict not() {
      return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }
  }

  private static final int MOST_CASES = 512;

  private final Map<String, Set<String>> domains;
  private final Map<String, Set<String>> possible;

  /**
   * @param domains every choice with all its values, {@code true} and {@code false} for yes and no
   */
  Known(Map<String, Set<String>> domains) {
    this(domains, Map.of());
  }

  private Known(Map<String, Set<String>> domains, Map<String, Set<String>> possible) {
    this.domains = domains;
    this.possible = possible;
  }

  boolean isChoice(String field) {
    return domains.containsKey(field);
  }

  private Set<String> values(String field) {
    Set<String> known = possible.get(field);
    if (known != null) {
      return known;
    }
    Set<String> all = new LinkedHashSet<>(domains.getOrDefault(field, Set.of()));
    all.add("");
    return all;
  }

  Known with(String field, Set<String> values) {
    Map<String, Set<String>> copy = new HashMap<>(possible);
    copy.put(field, values);
    return new Known(domains, copy);
  }

  Known with(String field, String value) {
    return with(field, Set.of(value));
  }

  Known forget(Set<String> fields) {
    Map<String, Set<String>> copy = new HashMap<>(possible);
    copy.keySet().removeAll(fields);
    return new Known(domains, copy);
  }

  /** What is true of both. */
  Known or(Known other) {
    Map<String, Set<String>> both = new HashMap<>();
    possible.forEach(
        (field, values) -> {
          Set<String> others = other.possible.get(field);
          if (others != null) {
            Set<String> union = new LinkedHashSet<>(values);
            union.addAll(others);
            both.put(field, union);
          }
        });
    return new Known(domains, both);
  }

  /** What is known when a condition is known to be true. */
  Known given(Syntax condition) {
    Known known = this;
    for (String field : choices(condition)) {
      Set<String> left = new LinkedHashSet<>();
      for (String value : known.values(field)) {
        if (known.with(field, value).judge(condition) != Verdict.FALSE) {
          left.add(value);
        }
      }
      known = left.isEmpty() ? known : known.with(field, left);
    }
    return known;
  }

  /** Tries every combination of the choices that the condition names. */
  Verdict judge(Syntax condition) {
    List<Known> cases = new ArrayList<>(List.of(this));
    for (String field : choices(condition)) {
      if (cases.size() * values(field).size() > MOST_CASES) {
        return Verdict.UNKNOWN;
      }
      List<Known> more = new ArrayList<>();
      for (Known one : cases) {
        values(field).forEach(value -> more.add(one.with(field, value)));
      }
      cases = more;
    }
    Set<Verdict> verdicts = new LinkedHashSet<>();
    cases.forEach(one -> verdicts.add(one.value(condition)));
    return verdicts.size() == 1 ? verdicts.iterator().next() : Verdict.UNKNOWN;
  }

  private Set<String> choices(Syntax syntax) {
    Set<String> found = new LinkedHashSet<>();
    names(syntax, found);
    found.retainAll(domains.keySet());
    return found;
  }

  /** Every name, and every text that {@code answered} may be asked about. */
  static void names(Syntax syntax, Set<String> found) {
    if (syntax instanceof Syntax.Name name) {
      found.add(name.name());
    } else if (syntax instanceof Syntax.Call call) {
      if (isAnswered(call) && call.arguments().get(0) instanceof Syntax.Literal literal) {
        found.add(literal.value().toString());
      } else {
        call.arguments().forEach(argument -> names(argument, found));
      }
    } else if (syntax instanceof Syntax.Items items) {
      items.items().forEach(item -> names(item, found));
    } else if (syntax instanceof Syntax.Field field) {
      names(field.row(), found);
    }
  }

  static boolean isAnswered(Syntax.Call call) {
    return call.function().equals("in")
        && call.arguments().get(1).equals(new Syntax.Name(Plan.ANSWERED));
  }

  private Verdict value(Syntax syntax) {
    if (syntax instanceof Syntax.Literal literal && literal.value() instanceof Boolean value) {
      return Verdict.of(value);
    }
    if (syntax instanceof Syntax.Name name && isChoice(name.name())) {
      return Verdict.of(only(name.name()).equals("true"));
    }
    return syntax instanceof Syntax.Call call ? call(call) : Verdict.UNKNOWN;
  }

  private Verdict call(Syntax.Call call) {
    List<Syntax> parts = call.arguments();
    return switch (call.function()) {
      case "!" -> value(parts.get(0)).not();
      case "&&" -> and(value(parts.get(0)), value(parts.get(1)));
      case "||" -> and(value(parts.get(0)).not(), value(parts.get(1)).not()).not();
      case "==" -> equal(parts.get(0), parts.get(1));
      case "!=" -> equal(parts.get(0), parts.get(1)).not();
      case "in" -> in(call);
      default -> Verdict.UNKNOWN;
    };
  }

  private static Verdict and(Verdict left, Verdict right) {
    if (left == Verdict.FALSE || right == Verdict.FALSE) {
      return Verdict.FALSE;
    }
    return left == Verdict.TRUE && right == Verdict.TRUE ? Verdict.TRUE : Verdict.UNKNOWN;
  }

  private Verdict equal(Syntax left, Syntax right) {
    if (left instanceof Syntax.Literal && right instanceof Syntax.Name) {
      return equal(right, left);
    }
    if (left instanceof Syntax.Name name
        && isChoice(name.name())
        && right instanceof Syntax.Literal literal) {
      String value = only(name.name());
      // A yes-or-no question without an answer counts as no in conditions.
      boolean no = literal.value().equals(false) && value.isEmpty();
      return Verdict.of(no || value.equals(literal.value().toString()));
    }
    return Verdict.UNKNOWN;
  }

  private Verdict in(Syntax.Call call) {
    Syntax what = call.arguments().get(0);
    if (isAnswered(call)
        && what instanceof Syntax.Literal literal
        && isChoice(literal.value().toString())) {
      return Verdict.of(!only(literal.value().toString()).isEmpty());
    }
    if (what instanceof Syntax.Name && call.arguments().get(1) instanceof Syntax.Items items) {
      List<Verdict> each = items.items().stream().map(item -> equal(what, item)).toList();
      return each.contains(Verdict.TRUE)
          ? Verdict.TRUE
          : each.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.FALSE;
    }
    return Verdict.UNKNOWN;
  }

  private String only(String field) {
    return Objects.requireNonNull(values(field).iterator().next());
  }
}
