package se.byggsten.saml.lint;

import java.util.List;
import java.util.Optional;
import se.byggsten.core.finding.CheckResult;
import se.byggsten.core.finding.Finding;
import se.byggsten.core.finding.Location;
import se.byggsten.core.finding.RequirementId;

/**
 * What the lint concluded about one entity.
 *
 * @param entityId its name in the federation; empty when it has none
 * @param where its place
 * @param results a conclusion on each requirement of the role, in the order of the ids, each with
 *     at most 50 findings; those that metadata cannot show are NOT_VERIFIED and say where they can
 *     be seen
 */
public record EntityResults(String entityId, Location where, List<CheckResult> results) {
  /** Copies the results. */
  public EntityResults {
    results = List.copyOf(results);
  }

  /**
   * Returns the conclusion on a requirement.
   *
   * @param id the id, such as {@code SC-10}
   * @return the conclusion, or empty when the requirement does not concern the role
   */
  public Optional<CheckResult> result(RequirementId id) {
    return results.stream().filter(result -> result.requirement().equals(id)).findFirst();
  }

  /**
   * Returns what was found.
   *
   * @return the findings, in the order of the ids
   */
  public List<Finding> findings() {
    return results.stream().flatMap(result -> result.findings().stream()).toList();
  }
}
