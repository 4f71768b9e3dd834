package se.byggsten.testsupport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves. */
public final class MovableClock extends Clock {
  private final Clock base;
  private final AtomicReference<Duration> ahead;

  private MovableClock(Clock base, AtomicReference<Duration> ahead) {
    this.base = base;
    this.ahead = ahead;
  }

  /** One that stands still between its moves. */
  public static MovableClock at(Instant now) {
    return on(Clock.fixed(now, ZoneOffset.UTC));
  }

  /** One that goes as another does, and as far from it as it was moved. */
  public static MovableClock on(Clock base) {
    return new MovableClock(base, new AtomicReference<>(Duration.ZERO));
  }

  /** Moves it forward. */
  public void move(Duration by) {
    ahead.updateAndGet(before -> before.plus(by));
  }

  /** Makes it say a time, from which it goes on. */
  public void set(Instant now) {
    ahead.set(Duration.between(base.instant(), now));
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get());
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new MovableClock(base.withZone(zone), ahead);
  }
}
