package se.byggsten.samples.benchmarks.saml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import se.byggsten.samples.benchmarks.Figures;
import se.byggsten.samples.benchmarks.Machine;
import se.byggsten.samples.benchmarks.ProcessorTime;
import se.byggsten.samples.benchmarks.Rounds;

/**
 * Measures the verification of answers against others, and the reading of a feed, in one run of
 * about fifteen minutes, and writes the figures.
 *
 * <p>To be started in the root of the project, with {@code samples/judges} built. Arguments: the
 * file to write, and how many rounds when not ten.
 */
public final class SamlBenchmarkMain {
  private static final int ROUNDS = 10;
  private static final int FEEDS = 3;

  private SamlBenchmarkMain() {}

  /**
   * Measures.
   *
   * @param arguments the file to write, and the number of rounds
   * @throws RunnerException when a verifier fails or judges otherwise than the others
   * @throws IOException when the file cannot be written
   * @throws InterruptedException when it is stopped
   */
  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException {
    Path keys = Files.createTempDirectory("byggsten-benchmark");
    Options options =
        new OptionsBuilder()
            .include(VerifyResponse.class.getSimpleName())
            .addProfiler(GCProfiler.class)
            .addProfiler(ProcessorTime.class)
            .jvmArgsAppend(
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-D" + VerifyResponse.KEYS + "=" + keys,
                "-D" + VerifyResponse.JUDGES + "=" + Path.of("samples/judges").toAbsolutePath())
            .forks(1)
            // Each has warmed itself up before.
            .warmupIterations(1)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .build();
    Machine before = Machine.now();
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
    List<Figures> rounds = new ArrayList<>();
    for (int round = 0; round < count; round++) {
      rounds.add(new Figures(List.copyOf(new Runner(options).run())));
    }
    List<FeedFigures> feeds = new ArrayList<>();
    for (int i = 0; i < FEEDS; i++) {
      feeds.add(ReadFeed.inAnotherProcess());
    }
    SamlReport report = new SamlReport(new Rounds(rounds), feeds, before, Machine.now());
    if (arguments.length > 0) {
      Files.writeString(Path.of(arguments[0]), report.markdown());
    }
  }
}
