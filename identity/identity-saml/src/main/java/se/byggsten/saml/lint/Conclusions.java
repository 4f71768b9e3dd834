package se.byggsten.saml.lint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Severity;
import se.byggsten.core.finding.Verdict;
import se.byggsten.saml.lint.internal.SchemaProblem;
import se.byggsten.saml.lint.internal.XmlNode;

/** Gathers what the rules find, and concludes on each requirement at the end. */
final class Conclusions {
  private static final String CODES = "SAML-LINT-";

  /** Who has broken a requirement this many times need not be told of every one. */
  private static final int MOST_FINDINGS = 50;

  private final String resource;
  private final LintTexts texts;
  private final SwedenConnectRequirements requirements;
  private final Map<String, List<Finding>> findings = new HashMap<>();
  private final Map<String, String> notApplicable = new HashMap<>();
  private final Map<String, String> notVerified = new HashMap<>();
  private final Map<String, String> seen = new HashMap<>();

  Conclusions(String resource, LintTexts texts, SwedenConnectRequirements requirements) {
    this.resource = resource;
    this.texts = texts;
    this.requirements = requirements;
  }

  /** A requirement is broken; how serious that is follows from how binding it is. */
  void broken(String id, XmlNode where, String code, Object... values) {
    add(id, requirement(id).strength().severity(), where::where, code, values);
  }

  void broken(String id, SchemaProblem problem) {
    add(
        id,
        requirement(id).strength().severity(),
        problem::where,
        problem.code(),
        problem.values().toArray());
  }

  /** Something worth knowing; nothing is broken. */
  void remark(String id, XmlNode where, String code, Object... values) {
    add(id, Severity.INFO, where::where, code, values);
  }

  /** The requirement was judged; with nothing broken it is met. */
  void judged(String id, int count) {
    seen.put(id, texts.words("evidence.judged", count));
  }

  void judged(String id, String key, Object... values) {
    seen.put(id, texts.words(key, values));
  }

  void notApplicable(String id, String key, Object... values) {
    notApplicable.put(id, texts.words(key, values));
  }

  void notVerified(String id, String key, Object... values) {
    notVerified.put(id, texts.words(key, values));
  }

  boolean isBroken(String id) {
    return findings.getOrDefault(id, List.of()).stream()
        .anyMatch(finding -> finding.severity() != Severity.INFO);
  }

  private void add(
      String id,
      Severity severity,
      Function<String, Location> where,
      String code,
      Object... values) {
    List<Finding> found = findings.computeIfAbsent(id, key -> new ArrayList<>());
    if (found.size() == MOST_FINDINGS) {
      return;
    }
    Object[] shown = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      shown[i] = values[i] instanceof String text ? XmlNode.cut(text) : values[i];
    }
    SwedenConnectRequirement requirement = requirement(id);
    found.add(
        new Finding(
            ErrorCode.of(CODES + code),
            severity,
            requirement.id(),
            where.apply(resource),
            texts.words(code, shown),
            severity == Severity.INFO ? "" : requirement.remedy(texts.language())));
  }

  private SwedenConnectRequirement requirement(String id) {
    return requirements.get(RequirementId.of(id));
  }

  /** Concludes on every requirement of a role. */
  List<CheckResult> conclude(EntityRole role) {
    return requirements.all().stream()
        .filter(requirement -> requirement.roles().contains(role))
        .map(this::conclude)
        .toList();
  }

  /** Concludes on some requirements. */
  List<CheckResult> conclude(Set<String> ids) {
    return requirements.all().stream()
        .filter(requirement -> ids.contains(requirement.id().value()))
        .map(this::conclude)
        .toList();
  }

  private CheckResult conclude(SwedenConnectRequirement requirement) {
    String id = requirement.id().value();
    List<Finding> found = findings.getOrDefault(id, List.of());
    if (isBroken(id)) {
      long count = found.stream().filter(f -> f.severity() != Severity.INFO).count();
      return new CheckResult(
          requirement.id(), Verdict.FAIL, List.of(texts.words("evidence.broken", count)), found);
    }
    if (!requirement.verified().contains(VerifiedIn.METADATA)) {
      return CheckResult.notVerified(
          requirement.id(), texts.words("unseen", places(requirement.verified())));
    }
    if (notVerified.containsKey(id)) {
      return new CheckResult(
          requirement.id(), Verdict.NOT_VERIFIED, List.of(notVerified.getOrDefault(id, "")), found);
    }
    if (notApplicable.containsKey(id)) {
      return new CheckResult(
          requirement.id(),
          Verdict.NOT_APPLICABLE,
          List.of(notApplicable.getOrDefault(id, "")),
          found);
    }
    if (!seen.containsKey(id)) {
      return CheckResult.notVerified(requirement.id(), texts.words("unjudged"));
    }
    List<String> evidence = new ArrayList<>(List.of(seen.getOrDefault(id, "")));
    Set<VerifiedIn> elsewhere = EnumSet.copyOf(requirement.verified());
    elsewhere.remove(VerifiedIn.METADATA);
    if (!elsewhere.isEmpty()) {
      evidence.add(texts.words("evidence.elsewhere", places(elsewhere)));
    }
    return new CheckResult(requirement.id(), Verdict.PASS, evidence, found);
  }

  private String places(Set<VerifiedIn> places) {
    return EnumSet.copyOf(places).stream()
        .map(place -> texts.words("place." + place.name()))
        .collect(Collectors.joining(", "));
  }
}
