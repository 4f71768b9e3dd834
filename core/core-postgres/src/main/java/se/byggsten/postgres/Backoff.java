package se.byggsten.postgres;

import java.time.Duration;

/**
 * How long to wait after a failed attempt: the first pause, doubled each time, up to a cap.
 *
 * @param first the pause after the first failure; more than zero
 * @param cap the longest pause; at least the first
 */
public record Backoff(Duration first, Duration cap) {
  /** One second, then doubled up to a quarter of an hour. */
  public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15));

  /**
   * Checks the pauses.
   *
   * @throws IllegalArgumentException when the first is not positive or the cap is less than it
   */
  public Backoff {
    if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
      throw new IllegalArgumentException("A backoff needs 0 < first <= cap");
    }
  }

  /**
   * Returns the pause after a number of failures.
   *
   * @param failures how many attempts have failed, from 1
   * @return the pause
   */
  public Duration after(int failures) {
    Duration pause = first;
    for (int i = 1; i < failures && pause.compareTo(cap) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(cap) > 0 ? cap : pause;
  }
}
