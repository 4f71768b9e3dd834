package se.byggsten.conformance;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import se.byggsten.core.finding.RequirementId;

/**
 * A choice of requirements that a service is judged by.
 *
 * @param id its name, such as {@code corridor}
 * @param title what it holds, in Swedish
 * @param requirements the requirements, in the order of the catalogue; at least one
 */
public record Profile(String id, String title, Set<RequirementId> requirements) {
  /**
   * Copies the requirements.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Profile {
    if (requirements.isEmpty()) {
      throw new IllegalArgumentException("Profile " + id + " holds no requirement");
    }
    requirements = Collections.unmodifiableSet(new LinkedHashSet<>(requirements));
  }
}
