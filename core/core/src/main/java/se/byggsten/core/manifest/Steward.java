package se.byggsten.core.manifest;

import java.time.LocalDate;
import se.byggsten.core.data.DataView;

/**
 * Who answers for something, as a role with a functional address and never as a person.
 *
 * @param role the title of the role
 * @param contact the functional mailbox or telephone of the role
 * @param nextReview the day when the assignment is next looked over
 */
public record Steward(String role, String contact, LocalDate nextReview) {
  static Steward from(DataView map) {
    map.onlyKeys("role", "contact", "nextReview");
    return new Steward(
        map.required("role").text(),
        map.required("contact").text(),
        map.required("nextReview").date());
  }
}
