package se.byggsten.core.manifest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataView;

/**
 * How many the service reached before launch, so that nobody falls away unseen.
 *
 * @param from the first day of the period
 * @param to the last day of the period
 * @param source where the counts come from
 * @param counts how many came by each channel and area
 */
public record ReachBaseline(LocalDate from, LocalDate to, String source, List<Count> counts) {
  /** Copies the counts. */
  public ReachBaseline {
    counts = List.copyOf(counts);
  }

  /**
   * How many came by one channel from one area.
   *
   * @param channel the channel
   * @param area the area
   * @param applications how many; empty for a group under five, which is never told
   */
  public record Count(Channel.Kind channel, String area, Optional<Integer> applications) {
    static Count from(DataView map) {
      map.onlyKeys("channel", "area", "applications");
      return new Count(
          map.required("channel").oneOf(Channel.Kind.class),
          map.required("area").text(),
          map.optional("applications").map(v -> v.integer(5, 100_000_000)));
    }
  }

  static ReachBaseline from(DataView map) {
    map.onlyKeys("from", "to", "source", "counts");
    LocalDate from = map.required("from").date();
    DataView to = map.required("to");
    if (to.date().isBefore(from)) {
      throw to.problem(DataException.BAD_VALUE, "the period ends before it begins");
    }
    return new ReachBaseline(
        from,
        to.date(),
        map.required("source").text(),
        map.list("counts").stream().map(Count::from).toList());
  }
}
