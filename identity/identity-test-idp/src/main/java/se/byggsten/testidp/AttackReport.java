package se.byggsten.testidp;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.Verdict;
import se.byggsten.testidp.AttackResult.Ending;
import se.byggsten.testidp.AttackResult.Evidence;
import se.byggsten.testidp.attack.Attack;

/**
 * What came of a run of attacks.
 *
 * @param service the page that needs a login
 * @param entityIds the names of the services in the metadata that were given
 * @param problem why nothing could be verified; empty when a right login gets in
 * @param results one for each attack, in the order of the list
 */
public record AttackReport(
    URI service, List<String> entityIds, List<Evidence> problem, List<AttackResult> results) {
  /** The code of the finding for an attack that got in. */
  public static final ErrorCode GOT_IN = ErrorCode.of("TESTIDP-ATTACK-GOT-IN");

  /** The code of the finding for an attack that was refused with a server error, or slowly. */
  public static final ErrorCode SHAKEN = ErrorCode.of("TESTIDP-ATTACK-SHAKEN");

  /** The code of the finding for what the time of an answer tells. */
  public static final ErrorCode TOLD_BY_TIME = ErrorCode.of("TESTIDP-ATTACK-TIME");

  /** Keeps copies of the lists. */
  public AttackReport {
    entityIds = List.copyOf(entityIds);
    problem = List.copyOf(problem);
    results = List.copyOf(results);
  }

  /**
   * Says whether every attack that concerns the service was carried out and refused.
   *
   * @return whether it withstood them
   */
  public boolean withstood() {
    return problem.isEmpty()
        && count(Ending.REFUSED) > 0
        && count(Ending.GOT_IN) == 0
        && count(Ending.NOT_VERIFIED) == 0;
  }

  /**
   * Says whether every attack of the list was tried, or is of no concern to the service.
   *
   * @return whether they were; false where some were chosen, or could not be carried out
   */
  public boolean isComplete() {
    return problem.isEmpty()
        && results.size() == Attack.all().size()
        && count(Ending.NOT_VERIFIED) == 0;
  }

  /**
   * Returns how many attacks went this way.
   *
   * @param ending how they went
   * @return the number
   */
  public long count(Ending ending) {
    return results.stream().filter(result -> result.ending() == ending).count();
  }

  /**
   * Returns a verdict on each requirement that the attacks are about, for a report that holds other
   * checks too.
   *
   * @param language Swedish or English
   * @return the verdicts, by requirement
   */
  public List<CheckResult> checks(Locale language) {
    Map<RequirementId, List<AttackResult>> byRequirement = new TreeMap<>();
    for (AttackResult result : results) {
      for (RequirementId requirement : result.attack().requirements()) {
        byRequirement.computeIfAbsent(requirement, id -> new ArrayList<>()).add(result);
      }
    }
    return byRequirement.entrySet().stream()
        .map(entry -> check(entry.getKey(), entry.getValue(), language))
        .toList();
  }

  private CheckResult check(RequirementId requirement, List<AttackResult> all, Locale language) {
    List<String> evidence = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (AttackResult result : all) {
      String id = result.attack().id();
      evidence.add(id + ": " + result.endingText(language));
      Location where = Location.in(service.toString(), id);
      if (result.ending() == Ending.GOT_IN) {
        findings.add(
            Finding.error(
                GOT_IN,
                requirement,
                where,
                result.attack().title(language),
                result.attack().effect(language)));
      } else {
        result.evidence().stream()
            .filter(Evidence::isWarning)
            .forEach(seen -> findings.add(warning(seen, requirement, where, language)));
      }
    }
    return new CheckResult(requirement, verdict(all), evidence, findings);
  }

  private static Finding warning(
      Evidence seen, RequirementId requirement, Location where, Locale language) {
    String fix = AttackResult.words(seen.isShaken() ? "shaken.fix" : "time.fix", language);
    ErrorCode code = seen.isShaken() ? SHAKEN : TOLD_BY_TIME;
    return Finding.warning(code, requirement, where, seen.text(language), fix);
  }

  /**
   * What was not verified is never a pass, and what got in is a fail whatever else is not known.
   */
  private static Verdict verdict(List<AttackResult> all) {
    List<Ending> endings = all.stream().map(AttackResult::ending).toList();
    if (endings.contains(Ending.GOT_IN)) {
      return Verdict.FAIL;
    }
    if (endings.contains(Ending.NOT_VERIFIED)) {
      return Verdict.NOT_VERIFIED;
    }
    return endings.contains(Ending.REFUSED) ? Verdict.PASS : Verdict.NOT_APPLICABLE;
  }
}
