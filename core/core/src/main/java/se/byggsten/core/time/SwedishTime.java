package se.byggsten.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time zone by which days are counted: a deadline, an age and the day of a rule are Swedish
 * days, wherever the server stands.
 */
public final class SwedishTime {
  /** The time zone of Sweden. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private SwedishTime() {}

  /**
   * Returns the day that it is in Sweden.
   *
   * @param at the instant
   * @return the day
   */
  public static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }
}
