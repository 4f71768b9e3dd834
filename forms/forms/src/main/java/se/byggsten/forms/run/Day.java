package se.byggsten.forms.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A day in Sweden, with the instants between which it lies. */
record Day(LocalDate date, Instant from, Instant until) {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  static Day of(Instant instant) {
    LocalDate date = LocalDate.ofInstant(instant, ZONE);
    return new Day(
        date, date.atStartOfDay(ZONE).toInstant(), date.plusDays(1).atStartOfDay(ZONE).toInstant());
  }

  boolean holds(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }
}
