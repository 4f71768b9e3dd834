package se.byggsten.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures everything in one run of about ten minutes and writes the figures.
 *
 * <p>{@code java -jar samples/benchmarks/target/byggsten-samples-benchmarks-*.jar [FILE.md]}
 *
 * <p>There are three rounds, each with a process of its own for every maker and page. What is
 * compared was measured in the same round, so that whatever slows the machine down for a while
 * slows both sides, and the round in the middle counts.
 */
public final class BenchmarkMain {
  private static final int ROUNDS = 3;

  private BenchmarkMain() {}

  /**
   * Measures.
   *
   * @param arguments the file to write; else the figures are only shown, as JMH shows them
   * @throws RunnerException when a service fails or makes another page than the others
   * @throws IOException when the file cannot be written
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    Options options =
        new OptionsBuilder()
            .include(PostToPage.class.getSimpleName())
            .include(ManyConditions.class.getSimpleName())
            .addProfiler(GCProfiler.class)
            .addProfiler(ProcessorTime.class)
            .jvmArgsAppend("-Xmx1g", "-XX:+UseParallelGC")
            .forks(1)
            // Each has warmed itself up before.
            .warmupIterations(1)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .build();
    Machine before = Machine.now();
    List<Figures> rounds = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<RunResult> results = List.copyOf(new Runner(options).run());
      rounds.add(new Figures(results));
    }
    if (arguments.length > 0) {
      String report = new Report(new Rounds(rounds), before, Machine.now()).markdown();
      Files.writeString(Path.of(arguments[0]), report);
    }
  }
}
