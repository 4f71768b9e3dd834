package se.byggsten.saml.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When to fetch next.
 *
 * @param usual after how long, when the metadata do not say
 * @param shortest the shortest time between two attempts, once there are metadata
 * @param longest the longest
 * @param random spreads the attempts of many services; from 0 to 1
 */
public record RefreshPlan(
    Duration usual, Duration shortest, Duration longest, DoubleSupplier random) {
  private static final int MOST_DOUBLINGS = 20;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

  /** Checks that the shortest time is positive and no longer than the longest. */
  public RefreshPlan {
    if (shortest.isZero() || shortest.isNegative() || shortest.compareTo(longest) > 0) {
      throw new IllegalArgumentException(
          "The shortest interval is positive and the longest longer");
    }
  }

  /** Returns the time to wait: by what the metadata say, and well before they end. */
  Duration afterSuccess(Optional<Duration> cacheDuration, Optional<Duration> left) {
    Duration wanted = cacheDuration.orElse(usual);
    Duration bounded =
        left.map(l -> shorter(l.multipliedBy(3).dividedBy(4), wanted)).orElse(wanted);
    return within(spread(shorter(bounded, longest), 0.9, 0.1));
  }

  /**
   * Returns the time to wait when there has been nothing yet and so nobody can log in: two seconds,
   * longer each time, and at most the shortest time between attempts otherwise.
   */
  Duration beforeTheFirst(int failures) {
    Duration wanted = spread(doubled(FIRST_WAIT, failures));
    return shorter(wanted, shortest);
  }

  /**
   * Returns the time to wait: longer each time, and shorter as the last good copy nears its end.
   */
  Duration afterFailure(int failures, Optional<Duration> left) {
    Duration wanted = shorter(doubled(shortest, failures), longest);
    Duration bounded =
        left.filter(l -> !l.isNegative()).map(l -> shorter(l.dividedBy(4), wanted)).orElse(wanted);
    return within(spread(bounded));
  }

  private static Duration doubled(Duration first, int failures) {
    return first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS));
  }

  private Duration spread(Duration duration) {
    return spread(duration, 0.8, 0.4);
  }

  private Duration spread(Duration duration, double from, double width) {
    return Duration.ofMillis((long) (duration.toMillis() * (from + width * random.getAsDouble())));
  }

  private Duration within(Duration duration) {
    return duration.compareTo(shortest) < 0 ? shortest : shorter(duration, longest);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
