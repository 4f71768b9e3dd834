package se.byggsten.forms.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.byggsten.expression.ExpressionException;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.evaluation.Condition;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.spi.Trait;

/**
 * Tries a condition over every combination of the answers that it can tell apart.
 *
 * <p>For choices that is every option; for text and dates the literals of the condition, nothing,
 * and something else. A condition with too many combinations is taken to be reachable.
 */
final class Reachability {
  private static final int MOST = 20_000;
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  private final FormDefinition form;
  private final Plan plan;

  Reachability(FormDefinition form, Plan plan) {
    this.form = form;
    this.plan = plan;
  }

  boolean canHold(String owner, String condition) {
    Condition compiled = plan.condition(form.structure().around(owner), condition);
    if (compiled == null || !compiled.expression().variables().equals(compiled.reads())) {
      return true;
    }
    List<String> names = List.copyOf(compiled.reads());
    List<List<Object>> candidates = new ArrayList<>();
    long combinations = 1;
    for (String name : names) {
      List<Object> values = candidates(name, condition);
      candidates.add(values);
      combinations *= values.size();
      if (values.isEmpty() || combinations > MOST) {
        return true;
      }
    }
    for (int i = 0; i < combinations; i++) {
      Map<String, Object> values = new HashMap<>();
      int rest = i;
      for (int v = 0; v < names.size(); v++) {
        List<Object> of = candidates.get(v);
        values.put(names.get(v), of.get(rest % of.size()));
        rest /= of.size();
      }
      if (tried(compiled, values)) {
        return true;
      }
    }
    return false;
  }

  private static boolean tried(Condition condition, Map<String, Object> values) {
    try {
      return condition.expression().test(values);
    } catch (ExpressionException e) {
      return false;
    }
  }

  /** The values that a condition can tell apart; none when that is not known. */
  private List<Object> candidates(String name, String condition) {
    FieldDefinition field = form.fields().get(name);
    if (field == null) {
      return List.of();
    }
    List<String> options = field.options().stream().map(option -> option.value()).toList();
    if (field.has(Trait.OPTIONS)) {
      return field.has(Trait.MANY)
          ? lists(options)
          : Stream.concat(Stream.of(""), options.stream()).map(Object.class::cast).toList();
    }
    ValueType type = field.type().valueType(field.settings());
    if (type.equals(ValueType.BOOLEAN)) {
      return List.of(true, false);
    }
    return type.equals(ValueType.TEXT) ? literals(condition) : List.of();
  }

  private static List<Object> lists(List<String> options) {
    List<Object> lists = new ArrayList<>();
    if (options.size() > 10) {
      return lists;
    }
    for (int mask = 0; mask < 1 << options.size(); mask++) {
      List<String> some = new ArrayList<>();
      for (int i = 0; i < options.size(); i++) {
        if ((mask & 1 << i) != 0) {
          some.add(options.get(i));
        }
      }
      lists.add(some);
    }
    return lists;
  }

  /** Text that is taken apart by functions can be anything, so only comparisons are tried. */
  private static List<Object> literals(String condition) {
    if (condition.contains(".") || condition.contains("size(")) {
      return List.of();
    }
    List<Object> values = new ArrayList<>(List.of("", "0000", "something else", "~~~~"));
    Matcher matcher = LITERAL.matcher(condition);
    while (matcher.find()) {
      String literal = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      values.add(literal);
      values.add(literal + "!");
    }
    return values;
  }
}
