package se.byggsten.core.manifest;

import java.time.LocalDate;
import java.util.Optional;
import se.byggsten.core.data.DataView;

/**
 * A set of information that the service shows and that can go stale.
 *
 * @param id its name
 * @param title what it is
 * @param source where it comes from
 * @param responsible the role that keeps it right
 * @param lastChecked when it was last compared with its source
 * @param maxAgeDays how many days it may stand unchecked
 * @param page the path of the page that shows it
 */
public record ContentSet(
    String id,
    String title,
    String source,
    String responsible,
    LocalDate lastChecked,
    int maxAgeDays,
    Optional<String> page) {

  /**
   * Tells whether the set may still be shown as current.
   *
   * @param today the day in Sweden
   * @return true until the maximum age is passed
   */
  public boolean isFresh(LocalDate today) {
    return !lastChecked.isAfter(today) && !today.isAfter(lastChecked.plusDays(maxAgeDays));
  }

  static ContentSet from(DataView map) {
    map.onlyKeys("id", "title", "source", "responsible", "lastChecked", "maxAgeDays", "page");
    return new ContentSet(
        map.required("id").text(),
        map.required("title").text(),
        map.required("source").text(),
        map.required("responsible").text(),
        map.required("lastChecked").date(),
        map.required("maxAgeDays").integer(1, 3660),
        map.optional("page").map(ManifestPaths::path));
  }
}
