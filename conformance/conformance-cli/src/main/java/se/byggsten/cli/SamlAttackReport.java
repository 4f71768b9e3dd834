package se.byggsten.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.testidp.AttackReport;
import se.byggsten.testidp.AttackResult;
import se.byggsten.testidp.AttackResult.Ending;
import se.byggsten.testidp.AttackResult.Evidence;
import se.byggsten.testidp.attack.Attack;

/** What a run of attacks tells, as text and for programs. */
final class SamlAttackReport {
  private final AttackReport report;
  private final SamlOrigin origin;
  private final List<String> hints;
  private final SamlOptions options;
  private final Locale language;

  /** Creates the report; the hints help whoever sees that nothing could be verified. */
  SamlAttackReport(
      AttackReport report, SamlOrigin origin, List<String> hints, SamlOptions options) {
    this.report = report;
    this.origin = origin;
    this.hints = report.problem().isEmpty() ? List.of() : List.copyOf(hints);
    this.options = options;
    language = Locale.forLanguageTag(options.language());
  }

  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(options.words("attack.head", report.service()));
    report.entityIds().forEach(id -> lines.add(options.words("attack.entity", id)));
    lines.addAll(origin.text(options));
    if (!report.problem().isEmpty()) {
      lines.add(options.words("attack.control"));
      report.problem().forEach(seen -> lines.add("  " + seen.text(language)));
      hints.forEach(hint -> lines.add("  " + hint));
    } else {
      for (Ending ending :
          List.of(Ending.REFUSED, Ending.NOT_APPLICABLE, Ending.NOT_VERIFIED, Ending.GOT_IN)) {
        report.results().stream()
            .filter(result -> result.ending() == ending)
            .forEach(result -> tell(result, lines));
      }
    }
    lines.add(
        options.words(
            "attack.sum",
            report.count(Ending.GOT_IN),
            report.count(Ending.REFUSED),
            report.count(Ending.NOT_APPLICABLE),
            report.count(Ending.NOT_VERIFIED)));
    if (!report.isComplete()) {
      lines.add(options.words("attack.incomplete", Attack.all().size()));
    }
    return lines;
  }

  private void tell(AttackResult result, List<String> lines) {
    lines.add(
        "%s %s: %s"
            .formatted(
                options.words("attack." + result.ending()),
                result.attack().id(),
                result.attack().title(language)));
    if (result.ending() == Ending.GOT_IN) {
      lines.add("  " + options.words("attack.effect", result.attack().effect(language)));
      lines.add(
          "  "
              + options.words(
                  "attack.breaks",
                  result.attack().requirements().stream()
                      .map(Object::toString)
                      .collect(Collectors.joining(", ")),
                  result.attack().source()));
    }
    result.evidence().stream()
        .filter(seen -> result.ending() != Ending.REFUSED || seen.isWarning())
        .forEach(seen -> lines.add("  " + seen.text(language)));
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema", 1);
    root.put("service", report.service().toString());
    root.put("entityIds", report.entityIds());
    root.putAll(origin.json());
    root.put("withstood", report.withstood());
    root.put("complete", report.isComplete());
    root.put("counts", counts());
    List<String> problem = new ArrayList<>(texts(report.problem()));
    problem.addAll(hints);
    root.put("problem", problem);
    root.put("attacks", report.results().stream().map(this::attack).toList());
    root.put("requirements", report.checks(language).stream().map(this::check).toList());
    return root;
  }

  private Map<String, @Nullable Object> counts() {
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    for (Ending ending : Ending.values()) {
      counts.put(ending.name(), report.count(ending));
    }
    return counts;
  }

  private Map<String, @Nullable Object> attack(AttackResult result) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("id", result.attack().id());
    one.put("ending", result.ending().name());
    one.put("on", result.attack().target().name());
    one.put("title", result.attack().title(language));
    one.put("effect", result.attack().effect(language));
    one.put("source", result.attack().source());
    one.put("requirements", result.attack().requirements().stream().map(Object::toString).toList());
    one.put("evidence", texts(result.evidence()));
    return one;
  }

  private Map<String, @Nullable Object> check(CheckResult check) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("id", check.requirement().toString());
    one.put("verdict", check.verdict().name());
    one.put(
        "findings",
        check.findings().stream().map(se.byggsten.conformance.report.FindingJson::of).toList());
    return one;
  }

  private List<String> texts(List<Evidence> evidence) {
    return evidence.stream().map(seen -> seen.text(language)).toList();
  }
}
