package se.byggsten.conformance;

import java.util.List;
import java.util.Optional;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.core.finding.RequirementLevel;
import se.byggsten.core.finding.Verdict;

/**
 * What the kit concluded about one requirement of the catalogue.
 *
 * @param entry the requirement
 * @param inProfile whether the chosen profile holds it
 * @param checked whether the kit has a check for it
 * @param verdict the conclusion
 * @param evidence what it rests on, at least one line
 * @param findings what is wrong
 * @param acceptance the acceptance that lets it stand unverified
 */
public record RequirementResult(
    CatalogueEntry entry,
    boolean inProfile,
    boolean checked,
    Verdict verdict,
    List<String> evidence,
    List<Finding> findings,
    Optional<Acceptance> acceptance) {
  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException when something other than NOT_VERIFIED is accepted
   */
  public RequirementResult {
    evidence = List.copyOf(evidence);
    findings = List.copyOf(findings);
    if (acceptance.isPresent() && verdict != Verdict.NOT_VERIFIED) {
      throw new IllegalArgumentException("Only what is not verified can be accepted so");
    }
  }

  /**
   * Returns the id of the requirement.
   *
   * @return the id
   */
  public RequirementId id() {
    return entry.id();
  }

  /**
   * Tells whether the requirement decides if the service conforms.
   *
   * @return true for a must-requirement of the profile
   */
  public boolean gates() {
    return inProfile && entry.requirement().level() == RequirementLevel.SKA;
  }

  /**
   * Tells whether the service fails to conform because of this requirement.
   *
   * @return true when it gates, and is neither met, outside the service nor accepted
   */
  public boolean blocks() {
    return gates()
        && verdict != Verdict.PASS
        && verdict != Verdict.NOT_APPLICABLE
        && acceptance.isEmpty();
  }
}
