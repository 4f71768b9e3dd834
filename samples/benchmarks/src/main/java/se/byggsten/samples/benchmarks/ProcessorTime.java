package se.byggsten.samples.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The processor time of a post, which hangs less on what else the machine does than JMH's clock.
 *
 * <p>{@code java -cp ... se.byggsten.samples.benchmarks.ProcessorTime FILE.md}
 */
public final class ProcessorTime {
  private static final int ROUNDS = 4;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Blackhole blackhole =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  private ProcessorTime() {}

  /**
   * Measures each maker with 10 and 100 questions, right and wrong.
   *
   * @param arguments the file to write
   * @throws IOException when it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    ProcessorTime time = new ProcessorTime();
    StringBuilder table =
        new StringBuilder(
            """
            | Questions | Wrong answers | Maker | µs of processor time |
            |---|---|---|---|
            """);
    for (int fields : new int[] {10, 100}) {
      for (boolean errors : new boolean[] {false, true}) {
        for (PostToPage.Maker maker : PostToPage.Maker.values()) {
          double best = time.of(maker.service(fields), Bodies.of(0, fields, errors));
          table.append(
              String.format(
                  Locale.ROOT, "| %d | %d | %s | %.0f |%n", fields, errors ? 5 : 0, maker, best));
        }
      }
    }
    Files.writeString(Path.of(arguments[0]), table);
  }

  /** The best of some rounds, after a round to warm up. */
  private double of(Service service, byte[] body) {
    round(service, body, TimeUnit.SECONDS.toNanos(2));
    double best = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      best = Math.min(best, round(service, body, TimeUnit.MILLISECONDS.toNanos(500)));
    }
    return best;
  }

  private double round(Service service, byte[] body, long nanos) {
    long start = threads.getCurrentThreadCpuTime();
    long spent = 0;
    int posts = 0;
    while (spent < nanos) {
      blackhole.consume(service.post(body));
      posts++;
      spent = threads.getCurrentThreadCpuTime() - start;
    }
    return spent / 1_000.0 / posts;
  }
}
