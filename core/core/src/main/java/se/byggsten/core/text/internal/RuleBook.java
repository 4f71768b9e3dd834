package se.byggsten.core.text.internal;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.text.PlainLanguageRule;

/** The rules and what they say, in Swedish and English. */
public final class RuleBook {
  private static final Map<String, PlainLanguageRule> RULES = load();
  private static final Map<String, Map<String, String>> TEXTS =
      Map.of("sv", texts("rules_sv.properties"), "en", texts("rules_en.properties"));

  private RuleBook() {}

  /** Returns all rules, in the order of their list. */
  public static List<PlainLanguageRule> all() {
    return List.copyOf(RULES.values());
  }

  static PlainLanguageRule rule(String id) {
    PlainLanguageRule rule = RULES.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("No rule " + id);
    }
    return rule;
  }

  /** Returns a text in the language of what was judged, else in Swedish. */
  static String text(String language, String key, Object... values) {
    String text =
        TEXTS.getOrDefault("en".equals(language) ? "en" : "sv", Map.of()).getOrDefault(key, key);
    StringBuilder filled = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      char c = text.charAt(from);
      if (c == '{' && from + 2 < text.length() && text.charAt(from + 2) == '}') {
        filled.append(values[text.charAt(from + 1) - '0']);
        from += 3;
      } else {
        filled.append(c);
        from++;
      }
    }
    return filled.toString();
  }

  static Map<String, String> texts(String name) {
    Map<String, String> texts = new HashMap<>();
    for (String line : Notation.lines(name)) {
      int equals = line.indexOf('=');
      texts.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return Map.copyOf(texts);
  }

  private static Map<String, PlainLanguageRule> load() {
    Map<String, PlainLanguageRule> rules = new LinkedHashMap<>();
    for (String line : Notation.lines("rules_1.tsv")) {
      String[] columns = line.split("\t", -1);
      Set<String> languages =
          "*".equals(columns[2]) ? Set.of() : Set.copyOf(Arrays.asList(columns[2].split(",", -1)));
      rules.put(
          columns[0],
          new PlainLanguageRule(
              ErrorCode.of(columns[0]), Severity.valueOf(columns[1]), languages, columns[3]));
    }
    return Collections.unmodifiableMap(rules);
  }
}
