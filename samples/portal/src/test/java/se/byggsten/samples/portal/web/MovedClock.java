package se.byggsten.samples.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, which a test moves forward. */
final class MovedClock extends Clock {
  private final ZoneId zone;
  private final AtomicReference<Duration> ahead;

  MovedClock() {
    this(ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO));
  }

  private MovedClock(ZoneId zone, AtomicReference<Duration> ahead) {
    this.zone = zone;
    this.ahead = ahead;
  }

  void forward(Duration time) {
    ahead.updateAndGet(before -> before.plus(time));
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new MovedClock(other, ahead);
  }
}
