package se.byggsten.core.manifest;

import java.time.LocalDate;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;
import se.byggsten.core.finding.RequirementId;

/**
 * A decided deviation from a requirement.
 *
 * @param requirement the requirement
 * @param reason why
 * @param decision the reference of the decision
 * @param date when it was decided
 * @param expires the last day on which it counts
 */
public record Deviation(
    RequirementId requirement, String reason, String decision, LocalDate date, LocalDate expires) {
  static Deviation from(DataView map) {
    map.onlyKeys("requirement", "reason", "decision", "date", "expires");
    DataView id = map.required("requirement");
    RequirementId requirement;
    try {
      requirement = RequirementId.of(id.text());
    } catch (IllegalArgumentException e) {
      throw id.problem(DataException.BAD_VALUE, "must be the id of a requirement");
    }
    return new Deviation(
        requirement,
        map.required("reason").text(),
        map.required("decision").text(),
        map.required("date").date(),
        map.required("expires").date());
  }
}
