package se.byggsten.core.manifest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import se.byggsten.core.data.DataView;

/**
 * What the service is to achieve, and how that is measured (<i>nyttokalkyl</i>).
 *
 * @param id the name of the goal in follow-ups
 * @param text the goal in words
 * @param benefit whom it serves
 * @param metric the id of the metric
 * @param baseline its value before launch
 * @param target its value when the goal is reached
 * @param unit what the values count, such as {@code dagar}
 * @param by the day when the target is to be reached
 */
public record Goal(
    String id,
    String text,
    Benefit benefit,
    Optional<String> metric,
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> target,
    Optional<String> unit,
    Optional<LocalDate> by) {
  /** Whom a goal serves. */
  public enum Benefit {
    /** The citizen. */
    CITIZEN,
    /** The authority's own work. */
    INTERNAL
  }

  static Goal from(DataView map) {
    map.onlyKeys("id", "text", "benefit", "metric", "baseline", "target", "unit", "by");
    return new Goal(
        map.required("id").text(),
        map.required("text").text(),
        map.required("benefit").oneOf(Benefit.class),
        map.optional("metric").map(DataView::text),
        map.optional("baseline").map(DataView::number),
        map.optional("target").map(DataView::number),
        map.optional("unit").map(DataView::text),
        map.optional("by").map(DataView::date));
  }
}
