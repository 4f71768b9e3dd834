package se.byggsten.archive.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;

/** Gathers findings, with a bound on each requirement: a hostile package has no end of them. */
final class Findings {
  static final ErrorCode UNREADABLE = ErrorCode.of("ARCHIVE-PACKAGE-UNREADABLE");
  static final ErrorCode UNSAFE_PATH = ErrorCode.of("ARCHIVE-PATH-UNSAFE");
  static final ErrorCode TOO_LARGE = ErrorCode.of("ARCHIVE-PACKAGE-TOO-LARGE");
  static final ErrorCode XML_REFUSED = ErrorCode.of("ARCHIVE-XML-REFUSED");
  static final ErrorCode SCHEMA_BROKEN = ErrorCode.of("ARCHIVE-SCHEMA-BROKEN");
  static final ErrorCode REQUIREMENT_BROKEN = ErrorCode.of("ARCHIVE-REQUIREMENT-BROKEN");

  private static final int EACH = 1_000;

  private final List<Finding> found = new ArrayList<>();
  private final Map<RequirementId, Integer> counts = new HashMap<>();

  void add(
      ErrorCode code,
      Severity severity,
      RequirementId rule,
      Location where,
      String message,
      String remedy) {
    if (counts.merge(rule, 1, Integer::sum) <= EACH) {
      found.add(new Finding(code, severity, rule, where, message, remedy));
    }
  }

  void error(ErrorCode code, String rule, Location where, String message, String remedy) {
    add(code, Severity.ERROR, RequirementId.of(rule), where, message, remedy);
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
