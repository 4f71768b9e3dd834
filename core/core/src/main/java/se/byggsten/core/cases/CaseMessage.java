package se.byggsten.core.cases;

import java.time.Instant;

/**
 * A message between the citizen and the case handler.
 *
 * @param at when it was sent
 * @param from who sent it
 * @param text what it says; may hold personal data
 */
public record CaseMessage(Instant at, Actor from, String text) {
  @Override
  public String toString() {
    return "CaseMessage[" + at + "]";
  }
}
