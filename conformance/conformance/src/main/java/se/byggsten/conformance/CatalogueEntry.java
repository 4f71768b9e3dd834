package se.byggsten.conformance;

import se.byggsten.core.finding.Requirement;
import se.byggsten.core.finding.RequirementId;

/**
 * A requirement with what the catalogue says about how to verify it.
 *
 * @param requirement the requirement
 * @param groupTitle the Swedish title of its group
 * @param how how it is verified, in short; may be empty
 * @param sourceConfirmed whether the source has been compared with the statute or standard
 */
public record CatalogueEntry(
    Requirement requirement, String groupTitle, String how, boolean sourceConfirmed) {
  /**
   * Returns the id of the requirement.
   *
   * @return the id
   */
  public RequirementId id() {
    return requirement.id();
  }
}
