package se.byggsten.core.finding;

import java.util.List;

/**
 * What a check concluded, and on what evidence.
 *
 * @param requirement the requirement that was checked
 * @param verdict the conclusion
 * @param evidence what was seen, in words for a person; at least one line
 * @param findings what is wrong; for {@link Verdict#FAIL} at least one error, or warning where the
 *     requirement is one that should hold; no error otherwise
 */
public record CheckResult(
    RequirementId requirement, Verdict verdict, List<String> evidence, List<Finding> findings) {

  /**
   * Checks that the verdict rests on something.
   *
   * @throws IllegalArgumentException when there is no evidence, or the findings contradict the
   *     verdict
   */
  public CheckResult {
    evidence = List.copyOf(evidence);
    findings = List.copyOf(findings);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("A verdict on " + requirement + " needs evidence");
    }
    boolean broken = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    boolean wrong = findings.stream().anyMatch(f -> f.severity() != Severity.INFO);
    if (verdict == Verdict.FAIL ? !wrong : broken) {
      throw new IllegalArgumentException(
          "The findings on " + requirement + " contradict the verdict " + verdict);
    }
  }

  /**
   * Concludes from the findings: FAIL when one of them is an error, else PASS.
   *
   * @param requirement the requirement that was checked
   * @param evidence what was seen
   * @param findings what was found
   * @return the result
   */
  public static CheckResult of(
      RequirementId requirement, List<String> evidence, List<Finding> findings) {
    boolean broken = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    return new CheckResult(requirement, broken ? Verdict.FAIL : Verdict.PASS, evidence, findings);
  }

  /**
   * Returns the result of a check for which there was no evidence either way.
   *
   * @param requirement the requirement
   * @param reason why it could not be verified
   * @return the result
   */
  public static CheckResult notVerified(RequirementId requirement, String reason) {
    return new CheckResult(requirement, Verdict.NOT_VERIFIED, List.of(reason), List.of());
  }

  /**
   * Returns the result of a check that does not concern the service.
   *
   * @param requirement the requirement
   * @param reason why it does not apply
   * @return the result
   */
  public static CheckResult notApplicable(RequirementId requirement, String reason) {
    return new CheckResult(requirement, Verdict.NOT_APPLICABLE, List.of(reason), List.of());
  }
}
