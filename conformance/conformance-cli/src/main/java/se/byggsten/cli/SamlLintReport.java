package se.byggsten.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.conformance.report.FindingJson;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.finding.Verdict;
import se.byggsten.saml.lint.EntityResults;
import se.byggsten.saml.lint.MetadataLintReport;
import se.byggsten.saml.lint.SwedenConnectRequirement;
import se.byggsten.saml.lint.SwedenConnectRequirements;
import se.byggsten.saml.lint.VerifiedIn;

/** What the lint of metadata concluded, for people and for programs. */
final class SamlLintReport {
  private final MetadataLintReport report;
  private final SwedenConnectRequirements requirements;
  private final SamlOrigin origin;
  private final boolean knowsRole;
  private final SamlOptions options;

  /** Creates the report; what is neither a service nor an identity provider has no role. */
  SamlLintReport(
      MetadataLintReport report,
      SwedenConnectRequirements requirements,
      SamlOrigin origin,
      boolean knowsRole,
      SamlOptions options) {
    this.origin = origin;
    this.knowsRole = knowsRole;
    this.report = report;
    this.requirements = requirements;
    this.options = options;
  }

  /** The lines for people: what is broken first, with places and remedies. */
  List<String> text(String profile, String resource) {
    List<String> lines = new ArrayList<>();
    lines.add(
        knowsRole
            ? options.words("lint.head", resource, profile, role())
            : options.words("lint.head.no-role", resource, profile));
    lines.addAll(origin.text(options));
    boolean single = report.entities().size() == 1;
    findings(lines, report.document());
    for (EntityResults entity : report.entities()) {
      lines.add("");
      lines.add(entity.entityId() + "  (" + entity.where() + ")");
      findings(lines, entity.results());
      if (single) {
        verdicts(lines, entity.results());
      } else {
        lines.add("  " + counts(entity.results()));
      }
    }
    lines.add("");
    long errors = count(Severity.ERROR);
    long warnings = count(Severity.WARNING);
    lines.add(
        errors + warnings == 0
            ? options.words("lint.clean")
            : options.counted("lint.errors", errors)
                + " "
                + options.counted("lint.warnings", warnings));
    return lines;
  }

  private void findings(List<String> lines, List<CheckResult> results) {
    group(lines, "lint.must", results, Severity.ERROR);
    group(lines, "lint.should", results, Severity.WARNING);
    group(lines, "lint.info", results, Severity.INFO);
  }

  private void group(
      List<String> lines, String title, List<CheckResult> results, Severity severity) {
    boolean first = true;
    for (CheckResult result : results) {
      List<Finding> found =
          result.findings().stream().filter(f -> f.severity() == severity).toList();
      if (found.isEmpty()) {
        continue;
      }
      if (first) {
        lines.add("");
        lines.add(options.words(title));
        first = false;
      }
      SwedenConnectRequirement requirement = requirements.get(result.requirement());
      lines.add(
          "  %s %s  %s [%s]"
              .formatted(
                  requirement.id(),
                  requirement.strength(),
                  requirement.text(options.language()),
                  requirement.source()));
      for (Finding one : found) {
        lines.add("    " + one.where());
        lines.add("      " + one.message());
      }
      if (severity != Severity.INFO) {
        lines.add("    " + options.words("lint.fix", requirement.remedy(options.language())));
      }
    }
  }

  private void verdicts(List<String> lines, List<CheckResult> results) {
    lines.add("");
    ids(lines, "lint.pass", results, r -> r.verdict() == Verdict.PASS);
    ids(lines, "lint.not-applicable", results, r -> r.verdict() == Verdict.NOT_APPLICABLE);
    ids(lines, "lint.unseen", results, r -> r.verdict() == Verdict.NOT_VERIFIED && !isVisible(r));
    for (CheckResult result : results) {
      if (result.verdict() == Verdict.NOT_VERIFIED && isVisible(result)) {
        lines.add(
            options.words(
                "lint.not-verified", result.requirement(), String.join(" ", result.evidence())));
      }
    }
  }

  private void ids(
      List<String> lines, String key, List<CheckResult> results, Predicate<CheckResult> chosen) {
    List<String> ids =
        results.stream().filter(chosen).map(result -> result.requirement().value()).toList();
    if (!ids.isEmpty()) {
      lines.add(options.words(key, ids.size(), String.join(", ", ids)));
    }
  }

  private boolean isVisible(CheckResult result) {
    return requirements.get(result.requirement()).verified().contains(VerifiedIn.METADATA);
  }

  private static String counts(List<CheckResult> results) {
    Map<Verdict, Long> counts =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    CheckResult::verdict, LinkedHashMap::new, Collectors.counting()));
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      parts.add(verdict + " " + counts.getOrDefault(verdict, 0L));
    }
    return String.join(", ", parts);
  }

  private long count(Severity severity) {
    return report.findings().stream().filter(f -> f.severity() == severity).count();
  }

  private String role() {
    return report.role().name().toLowerCase(Locale.ROOT);
  }

  /** The same for programs; texts of requirements stand once, however many entities there are. */
  Map<String, @Nullable Object> json(String profile, String resource) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema", 1);
    root.put("metadata", resource);
    root.putAll(origin.json());
    root.put("profile", profile);
    root.put("role", knowsRole ? role() : null);
    root.put("conforms", report.conforms());
    root.put("errors", count(Severity.ERROR));
    root.put("warnings", count(Severity.WARNING));
    root.put(
        "requirements",
        requirements.all().stream()
            .filter(requirement -> requirement.roles().contains(report.role()))
            .map(this::json)
            .toList());
    root.put("document", report.document().stream().map(SamlLintReport::json).toList());
    root.put("entities", report.entities().stream().map(SamlLintReport::json).toList());
    return root;
  }

  private Map<String, @Nullable Object> json(SwedenConnectRequirement requirement) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", requirement.id().value());
    json.put("level", requirement.strength().name());
    json.put("source", requirement.source());
    json.put("text", requirement.text(options.language()));
    json.put("remedy", requirement.remedy(options.language()));
    json.put(
        "verified",
        requirement.verified().stream()
            .sorted()
            .map(v -> v.name().toLowerCase(Locale.ROOT))
            .toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(EntityResults entity) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("entityId", entity.entityId());
    json.put("detail", entity.where().detail().orElse(null));
    entity.where().line().ifPresent(line -> json.put("line", line));
    entity.where().column().ifPresent(column -> json.put("column", column));
    json.put("items", entity.results().stream().map(SamlLintReport::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(CheckResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", result.requirement().value());
    json.put("verdict", result.verdict().name());
    json.put("evidence", result.evidence());
    json.put("findings", result.findings().stream().map(FindingJson::of).toList());
    return json;
  }
}
