package se.byggsten.samples.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Does something until the compiler makes it no faster, however little of the processor it gets.
 *
 * <p>Counted in processor time: on a machine where others work, a number of seconds is no measure.
 */
public final class WarmUp {
  private static final long TURN = TimeUnit.MILLISECONDS.toNanos(250);
  private static final int STEADY_TURNS = 10;
  private static final int MOST_TURNS = 48;
  private static final double BETTER = 0.98;

  private WarmUp() {}

  /**
   * Does it until it goes no faster.
   *
   * @param steady what to do
   */
  public static void until(Runnable steady) {
    double best = Double.MAX_VALUE;
    int since = 0;
    for (int turn = 0; turn < MOST_TURNS && since < STEADY_TURNS; turn++) {
      double now = turn(steady);
      since = now < best * BETTER ? 0 : since + 1;
      best = Math.min(best, now);
    }
  }

  private static double turn(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long spent = 0;
    long times = 0;
    while (spent < TURN) {
      work.run();
      times++;
      spent = threads.getCurrentThreadCpuTime() - start;
    }
    return (double) spent / times;
  }
}
