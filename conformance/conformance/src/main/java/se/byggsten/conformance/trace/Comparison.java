package se.byggsten.conformance.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.data.DataView;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.data.JsonWriter;

/** Holds what is to what is expected, key by key. */
final class Comparison {
  static final RequirementId RULE = RequirementId.of("FORM-TRACE");

  /** Where a key that is left out says nothing; elsewhere it says that there is none. */
  private static final Pattern OPEN =
      Pattern.compile("|html|(?:errors|warnings|missing)\\[[0-9]+\\]");

  /** What may hold answers, and is not repeated in a finding. */
  private static final Set<String> SECRET = Set.of("answers", "hidden");

  private final DataView where;
  private final String step;
  private final List<TraceDifference> differences = new ArrayList<>();

  /** The part of the trace that expects, and what the step is called; nothing at the end. */
  Comparison(DataView where, String step) {
    this.where = where;
    this.step = step;
  }

  /** What a step should lead to, and what it leads to; wrong pages are not looked at further. */
  List<TraceDifference> page(Map<?, ?> expected, Map<String, Object> actual) {
    if (actual.containsKey("refused") || expected.containsKey("refused")) {
      compare("refused", expected.get("refused"), actual.get("refused"));
    } else if (expected.containsKey("page") && !isSame(expected.get("page"), actual.get("page"))) {
      differs("page", expected.get("page"), actual.get("page"));
    } else {
      compare("", expected, actual);
    }
    return differences;
  }

  /** What should be stored, and what would be. */
  List<TraceDifference> stored(Map<?, ?> expected, Map<String, Object> actual) {
    compare("", expected, actual);
    return differences;
  }

  private void compare(String path, @Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> found) {
      Set<Object> keys = new LinkedHashSet<>(wanted.keySet());
      if (!OPEN.matcher(path).matches()) {
        keys.addAll(found.keySet());
      }
      for (Object key : keys) {
        compare(
            path.isEmpty() ? key.toString() : path + "." + key, wanted.get(key), found.get(key));
      }
    } else if (expected instanceof List<?> wanted
        && actual instanceof List<?> found
        && wanted.size() == found.size()
        && wanted.stream().allMatch(Map.class::isInstance)) {
      for (int i = 0; i < wanted.size(); i++) {
        compare(path + "[" + (i + 1) + "]", wanted.get(i), found.get(i));
      }
    } else if (!isSame(expected, actual)) {
      differs(path, expected, actual);
    }
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Number && other instanceof Number) {
      return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
    }
    if (one instanceof List<?> left && other instanceof List<?> right) {
      boolean same = left.size() == right.size();
      for (int i = 0; same && i < left.size(); i++) {
        same = isSame(left.get(i), right.get(i));
      }
      return same;
    }
    if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
      return left.keySet().equals(right.keySet())
          && left.keySet().stream().allMatch(key -> isSame(left.get(key), right.get(key)));
    }
    return one == null ? other == null : one.equals(other);
  }

  private void differs(String path, @Nullable Object expected, @Nullable Object actual) {
    String key = path.replaceFirst("[.\\[].*", "");
    boolean secret = SECRET.contains(key);
    String message =
        secret
            ? "is not what the trace expects"
            : "the trace expects " + shown(expected) + ", but it is " + shown(actual);
    differences.add(of(key, place(path), message, shown(expected), shown(actual)));
  }

  /** The line of what is expected, or of the step when nothing is. */
  private Location place(String path) {
    return new Location(
        where.resource(),
        Optional.of(step.isEmpty() ? path : step + ": " + path),
        OptionalInt.of(where.position().line()),
        OptionalInt.of(where.position().column()));
  }

  static TraceDifference of(
      String key, Location place, String message, String expected, String actual) {
    ErrorCode code = ErrorCode.of("TRACE-" + key.toUpperCase(Locale.ROOT));
    return new TraceDifference(
        Finding.error(code, RULE, place, message, remedy(key)), expected, actual);
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "nothing" : JsonWriter.compact().write(value);
  }

  private static String remedy(String key) {
    String change =
        switch (key) {
          case "form" -> "Give the trace of that form and version";
          case "refused" -> "See which posted names the page has, and which page was drawn before";
          case "page", "complete" -> "See the conditions and routes of the pages";
          case "fields", "revealed", "rows" -> "See the conditions of the fields and pages";
          case "required" -> "See required and required-if of the fields";
          case "options" -> "See the options and their conditions";
          case "locked" -> "See prefill of the fields";
          case "errors", "missing" -> "See the constraints and the texts of their errors";
          case "warnings" -> "See the warnings and their texts";
          case "title" -> "See the texts of the page";
          case "focus", "html" -> "See how the fields are drawn, and their texts";
          case "information", "retention", "secrecy" -> "See the facts of the form and its fields";
          default -> "See the conditions, kinds and calculations of the fields";
        };
    return change + "; if the change is meant, record the trace anew (--record).";
  }
}
