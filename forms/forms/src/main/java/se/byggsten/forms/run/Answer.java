package se.byggsten.forms.run;

import java.util.List;
import java.util.Optional;

/**
 * What stands in a field: as written, valid or not.
 *
 * @param raw what was written; for a date day, month and year
 * @param prefilled the value that was known before, also when it has been changed
 * @param changed true when the citizen wrote something else than the prefilled value
 */
public record Answer(List<String> raw, Optional<PrefillValue> prefilled, boolean changed) {
  /** Copies the list. */
  public Answer {
    raw = List.copyOf(raw);
  }

  /** Leaves out the answer. */
  @Override
  public String toString() {
    return "Answer[" + (prefilled.isPresent() ? (changed ? "changed" : "prefilled") : "own") + "]";
  }
}
