package se.byggsten.forms.diff;

import static se.byggsten.forms.diff.Impact.BREAKS_DRAFTS;
import static se.byggsten.forms.diff.Impact.NEEDS_REVIEW;
import static se.byggsten.forms.diff.Impact.SAFE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.ConstraintRule;

/** Compares the constraints that judge a field, those that its kind brings among them. */
final class ConstraintChanges {
  /** Parameters that are limits: of those in the first set a higher value accepts more. */
  private static final Map<String, Set<String>> UPPER =
      Map.of(
          "Size", Set.of("max"),
          "DecimalMax", Set.of("value"),
          "Digits", Set.of("integer", "fraction"),
          "Attachments", Set.of("max", "maxBytes", "maxTotalBytes"));

  private static final Map<String, Set<String>> LOWER =
      Map.of("Size", Set.of("min"), "DecimalMin", Set.of("value"));

  /** What a parameter is when it is not given (Jakarta Validation 3.1; {@code Attachments}). */
  private static final Map<String, BigDecimal> UNLESS_SAID =
      Map.of(
          "Size.min", BigDecimal.ZERO,
          "Size.max", BigDecimal.valueOf(Integer.MAX_VALUE),
          "Attachments.max", BigDecimal.valueOf(5),
          "Attachments.maxBytes", BigDecimal.valueOf(10_000_000),
          "Attachments.maxTotalBytes", BigDecimal.valueOf(25_000_000));

  private final String field;
  private final Changes changes;

  ConstraintChanges(String field, Changes changes) {
    this.field = field;
    this.changes = changes;
  }

  /** Constraints of one's own may refuse a field that is left empty; the built-in do not. */
  static boolean acceptsNoAnswer(ConstraintRule rule) {
    return ConstraintCatalog.standard().find(rule.name()).isPresent();
  }

  void compare(List<ConstraintRule> before, List<ConstraintRule> after) {
    Map<String, List<ConstraintRule>> old = byName(before, after);
    Map<String, List<ConstraintRule>> now = byName(after, before);
    old.forEach(
        (name, rules) -> {
          List<ConstraintRule> others = now.getOrDefault(name, List.of());
          if (rules.size() == 1 && others.size() == 1) {
            changed(name, rules.get(0), others.get(0));
          } else {
            rules.forEach(rule -> removed(name, rule));
            others.forEach(rule -> added(name, rule));
          }
        });
    now.forEach(
        (name, rules) -> {
          if (!old.containsKey(name)) {
            rules.forEach(rule -> added(name, rule));
          }
        });
  }

  private static Map<String, List<ConstraintRule>> byName(
      List<ConstraintRule> rules, List<ConstraintRule> others) {
    Map<String, List<ConstraintRule>> byName = new LinkedHashMap<>();
    for (ConstraintRule rule : rules) {
      if (!others.contains(rule)) {
        byName.computeIfAbsent(rule.errorName(), name -> new ArrayList<>()).add(rule);
      }
    }
    return byName;
  }

  private void removed(String name, ConstraintRule rule) {
    changes.add(field + "." + name, "constraint-removed", SAFE, rule.parameters(), "");
  }

  private void added(String name, ConstraintRule rule) {
    changes.add(field + "." + name, "constraint-added", BREAKS_DRAFTS, "", rule.parameters());
  }

  private void changed(String name, ConstraintRule old, ConstraintRule now) {
    boolean looser = false;
    boolean tighter = false;
    boolean unknown = !old.name().equals(now.name());
    Set<String> keys = new TreeSet<>(old.parameters().keySet());
    keys.addAll(now.parameters().keySet());
    for (String key : keys) {
      BigDecimal was = number(old, key);
      BigDecimal is = number(now, key);
      int higher = UPPER.getOrDefault(old.name(), Set.of()).contains(key) ? 1 : 0;
      higher = LOWER.getOrDefault(old.name(), Set.of()).contains(key) ? -1 : higher;
      boolean same =
          String.valueOf(old.parameters().get(key))
              .equals(String.valueOf(now.parameters().get(key)));
      if (!same) {
        if (higher == 0 || was == null || is == null) {
          unknown = true;
        } else {
          looser |= is.compareTo(was) * higher > 0;
          tighter |= is.compareTo(was) * higher < 0;
        }
      }
    }
    changes.add(
        field + "." + name,
        unknown
            ? "constraint-changed"
            : tighter ? "constraint-tightened" : looser ? "constraint-loosened" : "constraint-said",
        unknown ? NEEDS_REVIEW : tighter ? BREAKS_DRAFTS : SAFE,
        old.parameters(),
        now.parameters());
  }

  private static @Nullable BigDecimal number(ConstraintRule rule, String key) {
    Object value = rule.parameters().get(key);
    if (value == null) {
      return UNLESS_SAID.get(rule.name() + "." + key);
    }
    try {
      return new BigDecimal(String.valueOf(value));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
