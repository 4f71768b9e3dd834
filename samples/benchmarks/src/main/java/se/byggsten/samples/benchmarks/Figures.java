package se.byggsten.samples.benchmarks;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What one round measured. */
public final class Figures {
  private final List<RunResult> results;

  /**
   * Creates the figures of a round.
   *
   * @param results what JMH says
   */
  public Figures(List<RunResult> results) {
    this.results = List.copyOf(results);
  }

  /**
   * What is measured: the parameters of a benchmark.
   *
   * @param parameters their values by name
   */
  public record Case(Map<String, String> parameters) {
    static Case post(int fields, int errors, PostToPage.Maker maker) {
      return new Case(
          Map.of(
              "fields", Integer.toString(fields),
              "errors", Integer.toString(errors),
              "maker", maker.name()));
    }

    static Case conditions(int conditions) {
      return new Case(Map.of("conditions", Integer.toString(conditions)));
    }

    private boolean isOf(RunResult result) {
      return parameters.entrySet().stream()
          .allMatch(
              entry ->
                  result.getParams().getParamsKeys().contains(entry.getKey())
                      && result.getParams().getParam(entry.getKey()).equals(entry.getValue()));
    }
  }

  /**
   * Returns the microseconds on the wall for an operation.
   *
   * @param of what was measured
   * @return the time
   */
  public double wall(Case of) {
    RunResult result = find(of);
    double score = result.getPrimaryResult().getScore();
    return result.getParams().getMode() == Mode.Throughput ? 1e6 / score : score;
  }

  /**
   * Returns the microseconds of the processor for an operation, in the best of the measured
   * seconds.
   *
   * @param of what was measured
   * @return the time
   */
  public double processor(Case of) {
    return secondary(of, ProcessorTime.NAME).getStatistics().getMin();
  }

  /**
   * Returns the kilobytes that an operation allocates.
   *
   * @param of what was measured
   * @return the size
   */
  public double allocated(Case of) {
    return secondary(of, "gc.alloc.rate.norm").getScore() / 1024;
  }

  private Result<?> secondary(Case of, String name) {
    Result<?> result = find(of).getSecondaryResults().get(name);
    if (result == null) {
      throw new IllegalArgumentException("Nothing is known of " + name);
    }
    return result;
  }

  private RunResult find(Case of) {
    return results.stream().filter(of::isOf).findFirst().orElseThrow();
  }
}
