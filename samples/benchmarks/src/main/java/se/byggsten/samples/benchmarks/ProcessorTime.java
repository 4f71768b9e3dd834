package se.byggsten.samples.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The processor time of a post, which hangs less on what else the machine does than JMH's clock.
 *
 * <p>The makers take turns, so that whatever slows the machine down slows all of them, and the best
 * of many short turns counts.
 *
 * <p>{@code java -cp ... se.byggsten.samples.benchmarks.ProcessorTime FILE.md}
 */
public final class ProcessorTime {
  private static final int TURNS = 40;
  private static final long WARM_UP = TimeUnit.SECONDS.toNanos(3);
  private static final long TURN = TimeUnit.MILLISECONDS.toNanos(40);
  private static final List<PostToPage.Maker> MAKERS =
      List.of(
          PostToPage.Maker.JTE, PostToPage.Maker.BYGGSTEN, PostToPage.Maker.BYGGSTEN_CONDITIONS);

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Blackhole blackhole =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is"
              + " dangerous.");

  private ProcessorTime() {}

  /**
   * Measures the form engine and the peer that is quickest, with 10 and 100 questions, right and
   * wrong.
   *
   * @param arguments the file to write
   * @throws IOException when it cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    ProcessorTime time = new ProcessorTime();
    StringBuilder table =
        new StringBuilder(
            """
            | Questions | Wrong answers | jte by hand | Byggsten | Share | Byggsten, conditions | Share |
            |---|---|---|---|---|---|---|
            """);
    for (int fields : new int[] {10, 100}) {
      for (boolean errors : new boolean[] {false, true}) {
        double[] best = time.of(fields, Bodies.of(0, fields, errors));
        table.append(
            String.format(
                Locale.ROOT,
                "| %d | %d | %.1f µs | %.1f µs | %.2f | %.1f µs | %.2f |%n",
                fields,
                errors ? 5 : 0,
                best[0],
                best[1],
                best[0] / best[1],
                best[2],
                best[0] / best[2]));
      }
    }
    Files.writeString(Path.of(arguments[0]), table);
  }

  private double[] of(int fields, byte[] body) {
    Service[] services = new Service[MAKERS.size()];
    double[] best = new double[services.length];
    for (int i = 0; i < services.length; i++) {
      services[i] = MAKERS.get(i).service(fields);
      best[i] = Double.MAX_VALUE;
      turn(services[i], body, WARM_UP);
    }
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = 0; i < services.length; i++) {
        best[i] = Math.min(best[i], turn(services[i], body, TURN));
      }
    }
    return best;
  }

  private double turn(Service service, byte[] body, long nanos) {
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
