package se.byggsten.samples.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of a run; of three values the one in the middle counts.
 *
 * @param rounds the rounds
 */
public record Rounds(List<Figures> rounds) {
  /** Copies the rounds. */
  public Rounds {
    rounds = List.copyOf(rounds);
  }

  /**
   * Returns the value in the middle.
   *
   * @param figure what to tell of a round
   * @return the median
   */
  public double median(ToDoubleFunction<Figures> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /**
   * Returns the lowest value.
   *
   * @param figure what to tell of a round
   * @return the lowest
   */
  public double lowest(ToDoubleFunction<Figures> figure) {
    return rounds.stream().mapToDouble(figure).min().orElseThrow();
  }

  /**
   * Returns the highest value.
   *
   * @param figure what to tell of a round
   * @return the highest
   */
  public double highest(ToDoubleFunction<Figures> figure) {
    return rounds.stream().mapToDouble(figure).max().orElseThrow();
  }
}
