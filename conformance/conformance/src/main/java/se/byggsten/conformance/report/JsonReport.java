package se.byggsten.conformance.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.conformance.ConformanceReport;
import se.byggsten.conformance.RequirementResult;
import se.byggsten.core.finding.Requirement;
import se.byggsten.core.finding.Verdict;
import se.byggsten.data.JsonWriter;

/**
 * Writes a report as JSON with a stable schema.
 *
 * <p>Within a schema version keys are only added. Verdicts are {@code PASS}, {@code FAIL}, {@code
 * NOT_APPLICABLE} and {@code NOT_VERIFIED}; times are ISO 8601 in UTC.
 */
public final class JsonReport {
  /** The version of the schema. */
  public static final int SCHEMA = 1;

  private JsonReport() {}

  /**
   * Returns the report as JSON.
   *
   * @param report the report
   * @return the JSON, indented
   */
  public static String render(ConformanceReport report) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("summary", report.summary());
    root.put("schema", SCHEMA);
    root.put("conforms", report.conforms());
    root.put("tool", map("name", "byggsten", "version", report.toolVersion()));
    root.put("catalogueVersion", report.catalogueVersion());
    root.put("profile", report.profile().id());
    root.put("target", report.target());
    root.put("service", report.service());
    root.put("at", report.at().toString());
    root.put(
        "counts",
        map(
            "profile", counts(report.inProfile()),
            "catalogue", counts(report.results()),
            "acceptedNotVerified", report.accepted()));
    root.put("notes", report.notes().stream().map(FindingJson::of).toList());
    root.put("requirements", report.results().stream().map(JsonReport::result).toList());
    return JsonWriter.pretty().write(root);
  }

  private static Map<String, @Nullable Object> counts(List<RequirementResult> results) {
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    Map<Verdict, Integer> counted = ConformanceReport.counts(results);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict.name(), counted.get(verdict));
    }
    return counts;
  }

  private static Map<String, @Nullable Object> result(RequirementResult result) {
    Requirement requirement = result.entry().requirement();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", requirement.id().value());
    json.put("group", requirement.group());
    json.put("level", requirement.level().name());
    json.put("text", requirement.text());
    json.put("source", requirement.source());
    json.put("sourceConfirmed", result.entry().sourceConfirmed());
    json.put("methods", requirement.methods().stream().map(Enum::name).sorted().toList());
    json.put("inProfile", result.inProfile());
    json.put("checked", result.checked());
    json.put("verdict", result.verdict().name());
    json.put("blocks", result.blocks());
    json.put("evidence", result.evidence());
    json.put("findings", result.findings().stream().map(FindingJson::of).toList());
    json.put(
        "accepted",
        result
            .acceptance()
            .map(a -> map("reason", a.reason(), "expires", a.expires().toString()))
            .orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> map(Object... keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
