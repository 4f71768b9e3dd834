package se.byggsten.core.manifest;

import java.time.LocalDate;
import java.util.Optional;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/**
 * A decision or a document that proves something that no program can see.
 *
 * @param id what it proves, such as {@code needs-analysis}
 * @param title what it is
 * @param date when it was decided or made
 * @param reference where it is kept, such as a diary number
 * @param expires the last day on which it counts
 */
public record Evidence(
    String id, String title, LocalDate date, String reference, Optional<LocalDate> expires) {

  /**
   * Tells whether the evidence counts on a day.
   *
   * @param today the day in Sweden
   * @return true when it is dated and has not expired
   */
  public boolean isValid(LocalDate today) {
    return !date.isAfter(today) && expires.map(day -> !day.isBefore(today)).orElse(true);
  }

  static Evidence from(DataView map) {
    map.onlyKeys("id", "title", "date", "reference", "expires");
    LocalDate date = map.required("date").date();
    Optional<DataView> expires = map.optional("expires");
    expires.ifPresent(
        value -> {
          if (value.date().isBefore(date)) {
            throw value.problem(DataException.BAD_VALUE, "expires before its own date");
          }
        });
    return new Evidence(
        map.required("id").text(),
        map.required("title").text(),
        date,
        map.required("reference").text(),
        expires.map(DataView::date));
  }
}
