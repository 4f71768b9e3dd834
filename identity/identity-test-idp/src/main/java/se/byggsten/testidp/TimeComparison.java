package se.byggsten.testidp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Compares how long several kinds of messages take.
 *
 * <p>The kinds come in turn, so that what disturbs the machine disturbs all of them alike, and
 * medians are compared, which a few slow answers do not move. A difference counts only when it is
 * beyond what the same kind differs by in itself.
 *
 * @param difference between the slowest kind and the quickest, by their medians
 * @param visible the smallest difference that would have counted
 */
record TimeComparison(Duration difference, Duration visible) {
  private static final int WARM_UP = 3;

  /** A slow service is compared by fewer tries, down to these. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final int FEWEST = 10;

  /** Less than this may come of the network and of the machine. */
  private static final Duration LEAST = Duration.ofMillis(2);

  /** Where no difference would count that is smaller than this, nothing has been compared. */
  private static final Duration COARSE = Duration.ofMillis(50);

  /**
   * Takes so many times of each kind.
   *
   * @param timed takes a time of the kind with this number, in nanoseconds
   */
  static TimeComparison of(int kinds, int tries, IntToLongFunction timed) {
    List<List<Long>> times = new ArrayList<>();
    for (int kind = 0; kind < kinds; kind++) {
      times.add(new ArrayList<>());
    }
    long end = System.nanoTime() + LONGEST.toNanos();
    for (int round = -WARM_UP; round < tries && System.nanoTime() < end; round++) {
      for (int turn = 0; turn < kinds; turn++) {
        // Another begins each round, so that none always comes after the same.
        int kind = Math.floorMod(turn + round, kinds);
        long time = timed.applyAsLong(kind);
        if (round >= 0) {
          times.get(kind).add(time);
        }
      }
    }
    return of(times);
  }

  /** Compares times that have been taken, in nanoseconds: a list for each kind, in their order. */
  static TimeComparison of(List<List<Long>> times) {
    if (times.stream().anyMatch(kind -> kind.size() < FEWEST)) {
      return new TimeComparison(Duration.ZERO, LONGEST);
    }
    long quickest = Long.MAX_VALUE;
    long slowest = 0;
    long spread = 0;
    long drift = 0;
    for (List<Long> kind : times) {
      long median = quantile(kind, 0.5);
      quickest = Math.min(quickest, median);
      slowest = Math.max(slowest, median);
      spread = Math.max(spread, quantile(kind, 0.75) - quantile(kind, 0.25));
      int half = kind.size() / 2;
      long change =
          quantile(kind.subList(0, half), 0.5) - quantile(kind.subList(half, kind.size()), 0.5);
      drift = Math.max(drift, Math.abs(change));
    }
    long visible = Math.max(LEAST.toNanos(), Math.max(spread, 3 * drift));
    return new TimeComparison(Duration.ofNanos(slowest - quickest), Duration.ofNanos(visible));
  }

  boolean tellsApart() {
    return isFineEnough() && difference.compareTo(visible) > 0;
  }

  boolean isFineEnough() {
    return visible.compareTo(COARSE) <= 0;
  }

  private static long quantile(List<Long> times, double part) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * (sorted.size() - 1))));
  }
}
