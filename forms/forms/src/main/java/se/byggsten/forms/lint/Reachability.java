package se.byggsten.forms.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.internal.evaluation.Conditions;

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
  private final Conditions conditions;

  Reachability(FormDefinition form, Conditions conditions) {
    this.form = form;
    this.conditions = conditions;
  }

  boolean canHold(String condition) {
    List<String> names = List.copyOf(conditions.reads(condition));
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
      if (conditions.tried(condition, values)) {
        return true;
      }
    }
    return false;
  }

  /** The values that a condition can tell apart; none when that is not known. */
  private List<Object> candidates(String name, String condition) {
    FieldDefinition field = form.fields().get(name);
    if (field == null) {
      return List.of();
    }
    List<String> options = field.options().stream().map(option -> option.value()).toList();
    return switch (field.type()) {
      case YES_NO, DECLARATION -> List.of(true, false);
      case RADIO, SELECT ->
          Stream.concat(Stream.of(""), options.stream()).map(Object.class::cast).toList();
      case CHECKBOXES -> lists(options);
      case FILES -> List.of();
      default -> literals(condition);
    };
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
