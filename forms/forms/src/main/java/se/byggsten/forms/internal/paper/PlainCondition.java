package se.byggsten.forms.internal.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import se.byggsten.expression.Syntax;
import se.byggsten.forms.internal.evaluation.Plan;

/**
 * Makes a condition into one that can be said and that means the same to a reader.
 *
 * <p>A form counts an answer that is not there as nought or as no; who reads that an answer is less
 * than 18 thinks of answers that are there. So what becomes of a question that may be left out is
 * said, unless it goes without saying.
 */
final class PlainCondition {
  private static final Map<String, String> OPPOSITE =
      Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
  private static final Map<String, String> TURNED =
      Map.of("==", "==", "!=", "!=", "<", ">", ">", "<", "<=", ">=", ">=", "<=");

  private final Predicate<String> isAlwaysAnswered;
  private final Predicate<String> isChoice;

  /**
   * @param isAlwaysAnswered which fields nobody leaves out
   * @param isChoice which fields have options
   */
  PlainCondition(Predicate<String> isAlwaysAnswered, Predicate<String> isChoice) {
    this.isAlwaysAnswered = isAlwaysAnswered;
    this.isChoice = isChoice;
  }

  /**
   * Makes the condition plain: and, or, and what can be said of one question.
   *
   * <p>That a box is not ticked remains a not; {@code == false} is that no was answered.
   */
  Syntax of(Syntax condition) {
    return explicit(turned(condition, false), Set.of());
  }

  /** Without a not before anything that can be turned round instead. */
  private static Syntax turned(Syntax syntax, boolean not) {
    if (syntax instanceof Syntax.Call call) {
      List<Syntax> parts = call.arguments();
      String function = call.function();
      if (function.equals("!")) {
        return turned(parts.get(0), !not);
      }
      if (function.equals("&&") || function.equals("||")) {
        boolean and = function.equals("&&") != not;
        return new Syntax.Call(
            and ? "&&" : "||", List.of(turned(parts.get(0), not), turned(parts.get(1), not)));
      }
      if (OPPOSITE.containsKey(function)) {
        return comparison(function, parts.get(0), parts.get(1), not);
      }
    }
    return not ? PaperSequence.not(syntax) : syntax;
  }

  private static Syntax comparison(String function, Syntax left, Syntax right, boolean not) {
    if (left instanceof Syntax.Literal && !(right instanceof Syntax.Literal)) {
      return comparison(TURNED.getOrDefault(function, function), right, left, not);
    }
    boolean equality = function.equals("==") || function.equals("!=");
    if (equality && right instanceof Syntax.Literal literal) {
      if (literal.value() instanceof Boolean value) {
        return turned(left, not != (value != function.equals("==")));
      }
      if (literal.value().equals("") && left instanceof Syntax.Name name) {
        Syntax answered = answered(name.name());
        return function.equals("==") != not ? PaperSequence.not(answered) : answered;
      }
    }
    return new Syntax.Call(
        not ? OPPOSITE.getOrDefault(function, function) : function, List.of(left, right));
  }

  static Syntax answered(String field) {
    return new Syntax.Call(
        "in", List.of(new Syntax.Literal(field), new Syntax.Name(Plan.ANSWERED)));
  }

  private Syntax explicit(Syntax syntax, Set<String> known) {
    if (!isJoined(syntax)) {
      return leaf(syntax, known);
    }
    Syntax.Call call = (Syntax.Call) syntax;
    boolean and = call.function().equals("&&");
    List<Syntax> flat = flat(call);
    Set<String> sure = new LinkedHashSet<>(known);
    for (Syntax part : flat) {
      Syntax asked = and ? part : turned(part, true);
      asked(asked).ifPresent(sure::add);
    }
    List<Syntax> parts = new ArrayList<>();
    flat.forEach(part -> parts.add(explicit(part, asked(part).isPresent() ? known : sure)));
    List<Syntax> all = and ? unsaid(parts) : gathered(parts);
    return all.stream()
        .distinct()
        .reduce((a, b) -> new Syntax.Call(call.function(), List.of(a, b)))
        .orElseThrow();
  }

  /** The field that it says is answered. */
  private static Optional<String> asked(Syntax part) {
    return part instanceof Syntax.Call call
            && Known.isAnswered(call)
            && call.arguments().get(0) instanceof Syntax.Literal field
        ? Optional.of(field.value().toString())
        : Optional.empty();
  }

  private Syntax leaf(Syntax leaf, Set<String> known) {
    Predicate<String> sure = field -> known.contains(field) || isAlwaysAnswered.test(field);
    if (!(leaf instanceof Syntax.Call call)) {
      return leaf;
    }
    List<Syntax> parts = call.arguments();
    if (call.function().equals("!") && parts.get(0) instanceof Syntax.Name name) {
      return sure.test(name.name())
          ? new Syntax.Call("==", List.of(name, new Syntax.Literal(false)))
          : leaf;
    }
    Optional<String> field = compared(call);
    if (field.isEmpty() || sure.test(field.orElseThrow())) {
      return leaf;
    }
    boolean counts = countsWhenAbsent(call);
    boolean reads = call.function().equals("!=");
    Syntax answered = answered(field.orElseThrow());
    if (counts == reads) {
      return leaf;
    }
    return counts
        ? new Syntax.Call("||", List.of(leaf, PaperSequence.not(answered)))
        : new Syntax.Call("&&", List.of(answered, leaf));
  }

  /** The field whose answer, or the age of whose person, is compared with a value. */
  private static Optional<String> compared(Syntax.Call call) {
    if (!OPPOSITE.containsKey(call.function())
        || !(call.arguments().get(1) instanceof Syntax.Literal)) {
      return Optional.empty();
    }
    Syntax left = call.arguments().get(0);
    if (left instanceof Syntax.Call age && age.function().equals("age")) {
      left = age.arguments().get(0);
    }
    return left instanceof Syntax.Name name ? Optional.of(name.name()) : Optional.empty();
  }

  /** Whether the comparison holds for an answer that is not there. */
  private static boolean countsWhenAbsent(Syntax.Call call) {
    Object value = ((Syntax.Literal) call.arguments().get(1)).value();
    int order;
    if (value instanceof Number number) {
      order = Double.compare(0, number.doubleValue());
    } else {
      order = "".compareTo(value.toString());
    }
    return switch (call.function()) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  /** One clause for each question of which one of several answers is given. */
  private List<Syntax> gathered(List<Syntax> parts) {
    Map<Syntax, List<Syntax>> values = new LinkedHashMap<>();
    List<Syntax> rest = new ArrayList<>();
    for (Syntax part : parts) {
      if (part instanceof Syntax.Call call
          && call.function().equals("==")
          && call.arguments().get(0) instanceof Syntax.Name name
          && isChoice.test(name.name())) {
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(call.arguments().get(1));
      } else {
        rest.add(part);
      }
    }
    List<Syntax> gathered = new ArrayList<>();
    values.forEach(
        (name, all) ->
            gathered.add(
                all.size() == 1
                    ? new Syntax.Call("==", List.of(name, all.get(0)))
                    : new Syntax.Call("in", List.of(name, new Syntax.Items(all)))));
    gathered.addAll(rest);
    return gathered;
  }

  /** That a question was answered goes without saying beside what the answer was. */
  private static List<Syntax> unsaid(List<Syntax> parts) {
    List<Syntax> left = new ArrayList<>();
    for (Syntax part : parts) {
      String field = asked(part).orElse("");
      boolean said =
          !field.isEmpty()
              && parts.stream()
                  .filter(other -> asked(other).isEmpty())
                  .anyMatch(other -> tellsOf(other, field));
      if (!said) {
        left.add(part);
      }
    }
    return left;
  }

  private static boolean tellsOf(Syntax part, String field) {
    if (part instanceof Syntax.Name name) {
      return name.name().equals(field);
    }
    return part instanceof Syntax.Call call
        && !isJoined(part)
        && !call.function().equals("!")
        && !call.function().equals("!=")
        && (compared(call).filter(field::equals).isPresent()
            || (call.function().equals("in")
                && call.arguments().get(0).equals(new Syntax.Name(field))));
  }

  static boolean isJoined(Syntax part) {
    return part instanceof Syntax.Call call
        && (call.function().equals("&&") || call.function().equals("||"));
  }

  /** The parts of an and, or of an or. */
  static List<Syntax> flat(Syntax.Call call) {
    List<Syntax> parts = new ArrayList<>();
    for (Syntax argument : call.arguments()) {
      if (argument instanceof Syntax.Call inner && inner.function().equals(call.function())) {
        parts.addAll(flat(inner));
      } else {
        parts.add(argument);
      }
    }
    return parts;
  }
}
