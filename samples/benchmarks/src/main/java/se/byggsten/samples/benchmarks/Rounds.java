package se.byggsten.samples.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of a run; of three values the one in the middle counts.
 *
 * @param rounds the rounds
 */
record Rounds(List<Figures> rounds) {
  Rounds {
    rounds = List.copyOf(rounds);
  }

  double median(ToDoubleFunction<Figures> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  double lowest(ToDoubleFunction<Figures> figure) {
    return rounds.stream().mapToDouble(figure).min().orElseThrow();
  }

  double highest(ToDoubleFunction<Figures> figure) {
    return rounds.stream().mapToDouble(figure).max().orElseThrow();
  }
}
