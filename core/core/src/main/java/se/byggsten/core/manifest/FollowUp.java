package se.byggsten.core.manifest;

import java.time.LocalDate;
import java.util.List;
import se.byggsten.core.data.DataView;

/**
 * A follow-up of the goals.
 *
 * @param date when it was made
 * @param reportedTo the board that it was reported to
 * @param reference where it is kept, such as a diary number
 * @param goals the ids of the goals that it covers
 */
public record FollowUp(LocalDate date, String reportedTo, String reference, List<String> goals) {
  /** Copies the goals. */
  public FollowUp {
    goals = List.copyOf(goals);
  }

  static FollowUp from(DataView map) {
    map.onlyKeys("date", "reportedTo", "reference", "goals");
    return new FollowUp(
        map.required("date").date(),
        map.required("reportedTo").text(),
        map.required("reference").text(),
        map.texts("goals"));
  }
}
