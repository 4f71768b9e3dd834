package se.byggsten.forms.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.byggsten.core.text.Suggestion;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.internal.source.Rules;
import se.byggsten.forms.spi.Trait;

/** Names in braces that would be shown as they stand, for nothing is put in there. */
final class Placeholders {
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)\\}?");
  private static final String ERROR = ".error.";

  private final FormDefinition form;
  private final Report report;
  private final Map<String, Set<String>> filled = new HashMap<>();

  Placeholders(FormDefinition form, ConstraintCatalog catalog, Report report) {
    this.form = form;
    this.report = report;
    for (FieldDefinition field : form.fields().values()) {
      for (ConstraintRule rule : field.judging()) {
        // The condition of a rule says nothing to a citizen, so its text mentions the label alone.
        if (!rule.name().equals("Rule")) {
          catalog
              .find(rule.name())
              .ifPresent(
                  type ->
                      filled.put(
                          key(field.id(), rule.errorName()),
                          Rules.parameters(type).stream()
                              .map(Rules.Parameter::name)
                              .collect(Collectors.toSet())));
        }
      }
      if (field.has(Trait.FILES)) {
        FormWords.keys().stream()
            .filter(key -> key.startsWith("error.File"))
            .forEach(
                key ->
                    filled.put(
                        field.id() + "." + key,
                        Set.of("max", "maxMegabytes", "totalMegabytes", "types")));
      }
    }
    for (String group : form.structure().groups().keySet()) {
      filled.put(key(group, "MinRows"), Set.of("min", "max"));
      filled.put(key(group, "MaxRows"), Set.of("max"));
      filled.put(key(group, "RowIncomplete"), Set.of("number"));
    }
  }

  private static String key(String owner, String error) {
    return owner + ERROR + error;
  }

  void check() {
    for (String language : form.languages()) {
      for (Map.Entry<String, String> text :
          form.texts().all().getOrDefault(language, new java.util.TreeMap<>()).entrySet()) {
        String key = text.getKey();
        String owner = key.substring(0, Math.max(0, key.indexOf('.')));
        // The title of a row names answers, which is judged with the row.
        boolean row = key.endsWith(".row") && form.structure().groups().containsKey(owner);
        if (!row) {
          check(language, key, text.getValue());
        }
      }
    }
  }

  private void check(String language, String key, String text) {
    Set<String> names = new TreeSet<>(filled.getOrDefault(key, Set.of()));
    if (key.contains(ERROR)) {
      names.add("label");
    }
    Matcher matcher = BRACES.matcher(text);
    while (matcher.find()) {
      boolean closed = matcher.group().endsWith("}");
      if (!closed || !names.contains(matcher.group(1))) {
        report.error(
            "PLACEHOLDER",
            key,
            matcher.group() + " would be shown as it stands in " + language,
            names.isEmpty()
                ? "Take it away: only errors and titles of rows have values put in"
                : Suggestion.nearest(matcher.group(1), names)
                    .map(near -> "Did you mean {" + near + "}?")
                    .orElse("Write {" + String.join("}, {", names) + "}, or take it away"));
      }
    }
  }
}
