package se.byggsten.conformance.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.finding.Finding;

/** Findings as JSON: the same keys in every report and command. */
public final class FindingJson {
  private FindingJson() {}

  /**
   * Returns the keys and values of a finding.
   *
   * @param finding the finding
   * @return {@code code}, {@code severity}, {@code rule}, {@code resource}, {@code detail} (may be
   *     null), {@code line} and {@code column} where known, {@code message} and {@code remedy}
   */
  public static Map<String, @Nullable Object> of(Finding finding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", finding.code().value());
    json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.put("rule", finding.rule().value());
    json.put("resource", finding.where().resource());
    json.put("detail", finding.where().detail().orElse(null));
    finding.where().line().ifPresent(line -> json.put("line", line));
    finding.where().column().ifPresent(column -> json.put("column", column));
    json.put("message", finding.message());
    json.put("remedy", finding.remedy());
    return json;
  }
}
