package se.byggsten.conformance.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Verdict;

/** Gathers what speaks for and against one requirement, and concludes. */
final class Conclusion {
  private static final int MAX_FINDINGS = 20;

  private final RequirementId id;
  private final Set<String> evidence = new LinkedHashSet<>();
  private final List<String> unseen = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  Conclusion(String id) {
    this.id = RequirementId.of(id);
  }

  /** Something that was seen. */
  Conclusion saw(String what) {
    if (evidence.size() < 40) {
      evidence.add(what);
    }
    return this;
  }

  /** Something that should have been seen and was not; the requirement cannot pass. */
  Conclusion unseen(String what) {
    unseen.add(what);
    return this;
  }

  /** Something that breaks the requirement. */
  Conclusion broken(String where, String message, String remedy) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(
          Finding.error(
              ErrorCode.of("KIT-" + id.value()), id, Location.in(where), message, remedy));
    }
    return this;
  }

  /** Something that breaks the requirement, at the exchange that shows it. */
  Conclusion broken(Exchange at, String message, String remedy) {
    return broken(String.valueOf(at.uri().getPath()), at.summary() + ": " + message, remedy);
  }

  /** Breaks the requirement unless the condition holds. */
  Conclusion must(boolean condition, String where, String message, String remedy) {
    return condition ? this : broken(where, message, remedy);
  }

  CheckResult conclude() {
    List<String> lines = new ArrayList<>(evidence);
    lines.addAll(unseen);
    if (!findings.isEmpty()) {
      findings.forEach(f -> lines.add("Brister: " + f.message()));
      return new CheckResult(id, Verdict.FAIL, lines, findings);
    }
    if (!unseen.isEmpty() || evidence.isEmpty()) {
      lines.add("Inte verifierat: underlag saknas.");
      return new CheckResult(id, Verdict.NOT_VERIFIED, lines, List.of());
    }
    return new CheckResult(id, Verdict.PASS, lines, List.of());
  }

  CheckResult notApplicable(String reason) {
    return CheckResult.notApplicable(id, reason);
  }
}
