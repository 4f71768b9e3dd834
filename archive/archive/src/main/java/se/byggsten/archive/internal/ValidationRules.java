package se.byggsten.archive.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;

/** The requirements and vocabularies of one version, read from their tables. */
public final class ValidationRules {
  /**
   * One row of the table.
   *
   * @param id the requirement
   * @param severity how serious a break is
   * @param scope package, representation, both or folder
   * @param context where in METS it applies
   * @param test what is tested, with its arguments
   * @param text what must hold
   */
  record Rule(
      RequirementId id,
      Severity severity,
      String scope,
      ElementPath context,
      List<String> test,
      String text) {
    boolean appliesTo(boolean representation) {
      return scope.equals("both") || scope.equals(representation ? "representation" : "package");
    }
  }

  /**
   * A rule on folders.
   *
   * @param id the requirement
   * @param severity how serious a break is
   * @param path the path, with {@code *} for each representation
   * @param kind what must be there
   * @param text what must hold
   */
  record FolderRule(RequirementId id, Severity severity, String path, String kind, String text) {}

  private final List<Rule> rules = new ArrayList<>();
  private final List<FolderRule> folderRules = new ArrayList<>();
  private final Map<String, Set<String>> vocabularies = new HashMap<>();

  private ValidationRules() {}

  /**
   * Reads the tables of a version.
   *
   * @param version the version, such as {@code 2.1.0}
   * @return the rules
   */
  public static ValidationRules load(String version) {
    ValidationRules loaded = new ValidationRules();
    for (String[] row : rows("rules-" + version + ".txt", 6)) {
      RequirementId id = RequirementId.of(row[0]);
      Severity severity = severity(row[1]);
      if (row[2].equals("folder")) {
        loaded.folderRules.add(new FolderRule(id, severity, row[3], row[4], row[5]));
      } else {
        loaded.rules.add(
            new Rule(
                id,
                severity,
                row[2],
                ElementPath.parse(row[3]),
                List.of(row[4].split(" ")),
                row[5]));
      }
    }
    for (String[] row : rows("vocabularies-" + version + ".txt", 2)) {
      loaded.vocabularies.computeIfAbsent(row[0], k -> new HashSet<>()).add(row[1]);
    }
    Set<String> mediaTypes = new HashSet<>();
    for (String[] row : rows("schemas/IANA_MEDIA_TYPES.txt", 1)) {
      mediaTypes.add(row[0].toLowerCase(Locale.ROOT));
    }
    loaded.vocabularies.put("mediatype", mediaTypes);
    return loaded;
  }

  private static Severity severity(String level) {
    return switch (level) {
      case "MUST", "SHOULD!", "MAY!" -> Severity.ERROR;
      case "SHOULD", "MAY" -> Severity.WARNING;
      default -> throw new IllegalArgumentException("Not a level of requirement: " + level);
    };
  }

  private static List<String[]> rows(String resource, int columns) {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(Bundled.open(resource), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] row = line.strip().split(" \\| ", -1);
        if (row.length != columns) {
          throw new IllegalArgumentException("A row of " + resource + " lacks columns: " + line);
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  List<Rule> rules() {
    return rules;
  }

  List<FolderRule> folderRules() {
    return folderRules;
  }

  boolean holds(String vocabulary, String value) {
    Set<String> values = vocabularies.get(vocabulary);
    if (values == null) {
      throw new IllegalArgumentException("No vocabulary is called " + vocabulary);
    }
    return values.contains(value);
  }

  /**
   * Lists the requirements.
   *
   * @return their ids, each once
   */
  public List<RequirementId> ids() {
    List<RequirementId> ids = new ArrayList<>();
    folderRules.forEach(rule -> ids.add(rule.id()));
    rules.forEach(rule -> ids.add(rule.id()));
    return ids.stream().distinct().toList();
  }
}
