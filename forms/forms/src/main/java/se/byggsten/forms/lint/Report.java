package se.byggsten.forms.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;

/** Gathers what is found in one form. */
final class Report {
  private final String form;
  private final List<Finding> findings = new ArrayList<>();

  Report(String form) {
    this.form = form;
  }

  void error(String kind, String where, String message, String fix) {
    add(Severity.ERROR, kind, where, message, fix);
  }

  void warning(String kind, String where, String message, String fix) {
    add(Severity.WARNING, kind, where, message, fix);
  }

  private void add(Severity severity, String kind, String where, String message, String fix) {
    Finding finding =
        new Finding(
            ErrorCode.of("FORM-LINT-" + kind),
            severity,
            RequirementId.of("form." + kind.toLowerCase(Locale.ROOT)),
            Location.in(form, where),
            message,
            fix);
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }

  /** Takes over findings of plain language; information that needs no action is left out. */
  void addAll(List<Finding> others) {
    others.stream().filter(f -> f.severity() != Severity.INFO).forEach(findings::add);
  }

  /** Whether something is found in one of these places. */
  boolean has(List<String> places) {
    return findings.stream().anyMatch(f -> places.contains(f.where().detail().orElse("")));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
