package se.byggsten.archive;

import java.time.Instant;

/**
 * Something that happened to the content, told in PREMIS 3.
 *
 * @param type the event's type, from the Library of Congress' event types where one fits
 * @param at when it happened
 * @param detail what was done; not personal data
 */
public record PreservationEvent(String type, Instant at, String detail) {
  /**
   * Checks that the event says what it is.
   *
   * @throws IllegalArgumentException when the type or detail is blank
   */
  public PreservationEvent {
    if (type.isBlank() || detail.isBlank()) {
      throw new IllegalArgumentException("A preservation event has a type and a detail");
    }
  }
}
