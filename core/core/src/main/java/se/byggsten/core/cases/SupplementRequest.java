package se.byggsten.core.cases;

import java.time.LocalDate;

/**
 * What the citizen has been asked to supplement (20 § förvaltningslagen).
 *
 * @param text what is asked for; may hold personal data
 * @param dueDate the last day, in Sweden
 */
public record SupplementRequest(String text, LocalDate dueDate) {
  @Override
  public String toString() {
    return "SupplementRequest[due " + dueDate + "]";
  }
}
