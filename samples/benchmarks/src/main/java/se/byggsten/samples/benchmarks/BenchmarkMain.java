package se.byggsten.samples.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures everything in one run and writes the figures.
 *
 * <p>{@code java -jar samples/benchmarks/target/byggsten-samples-benchmarks-*.jar [FILE.md]}
 */
public final class BenchmarkMain {
  private BenchmarkMain() {}

  /**
   * Measures.
   *
   * @param arguments the file to write; else the figures are only shown, as JMH shows them
   * @throws RunnerException when a service fails or makes another page than the others
   * @throws IOException when the file cannot be written
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(PostToPage.class.getSimpleName())
            .include(ManyConditions.class.getSimpleName())
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("-Xmx1g", "-XX:+UseParallelGC")
            .forks(1)
            .warmupIterations(4)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true);
    double before = load();
    Collection<RunResult> results = new Runner(options.build()).run();
    if (arguments.length > 0) {
      String report = new Report(results, before, load()).markdown();
      Files.writeString(Path.of(arguments[0]), report);
    }
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
