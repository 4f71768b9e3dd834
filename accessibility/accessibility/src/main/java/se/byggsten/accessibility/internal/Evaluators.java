package se.byggsten.accessibility.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The code that interprets each rule of the data. */
public final class Evaluators {
  private static final Map<String, Function<Dom, List<Hit>>> BY_RULE = collect();

  private Evaluators() {}

  /**
   * Returns the code of the rule.
   *
   * @throws IllegalArgumentException when no code interprets the rule
   */
  public static Function<Dom, List<Hit>> of(String rule) {
    Function<Dom, List<Hit>> evaluator = BY_RULE.get(rule);
    if (evaluator == null) {
      throw new IllegalArgumentException("No code interprets the rule " + rule);
    }
    return evaluator;
  }

  private static Map<String, Function<Dom, List<Hit>>> collect() {
    Map<String, Function<Dom, List<Hit>>> all = new HashMap<>();
    List.of(
            PageRules.all(),
            NameRules.all(),
            AriaRules.all(),
            TableRules.all(),
            StructureRules.all(),
            FormRules.all())
        .forEach(all::putAll);
    return Map.copyOf(all);
  }
}
