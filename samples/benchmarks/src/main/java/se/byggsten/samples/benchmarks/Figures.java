package se.byggsten.samples.benchmarks;

import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What one round measured. */
final class Figures {
  private final List<RunResult> results;

  Figures(List<RunResult> results) {
    this.results = results;
  }

  /** What is measured: the parameters of a benchmark. */
  record Case(Map<String, String> parameters) {
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

  /** Microseconds on the wall for a post. */
  double wall(Case of) {
    RunResult result = find(of);
    double score = result.getPrimaryResult().getScore();
    return result.getParams().getMode() == Mode.Throughput ? 1e6 / score : score;
  }

  /** Microseconds of the processor for a post, in the best of the measured seconds. */
  double processor(Case of) {
    return secondary(of, ProcessorTime.NAME).getStatistics().getMin();
  }

  /** Kilobytes that a post allocates. */
  double allocated(Case of) {
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
