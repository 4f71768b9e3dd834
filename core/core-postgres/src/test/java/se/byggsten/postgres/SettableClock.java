package se.byggsten.postgres;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that the test sets. */
final class SettableClock extends Clock {
  private final AtomicReference<Instant> now;

  private SettableClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  static SettableClock at(Instant now) {
    return new SettableClock(now);
  }

  void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
