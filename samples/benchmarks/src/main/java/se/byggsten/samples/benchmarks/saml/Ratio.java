package se.byggsten.samples.benchmarks.saml;

import java.util.Arrays;

/**
 * A ratio of two times that were measured in the same rounds, with the interval in which it lies
 * with 95 % confidence, by Student's distribution of the logarithms.
 *
 * @param mean the geometric mean of the rounds' ratios
 * @param low the lower end
 * @param high the upper end
 */
record Ratio(double mean, double low, double high) {
  /** Quantiles of 97.5 %, by degrees of freedom from 1; beyond them the last is near enough. */
  private static final double[] STUDENT = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093
  };

  /** Returns the ratio of pairs, of which there must be two at least. */
  static Ratio of(double[] ratios) {
    double[] logs = Arrays.stream(ratios).map(Math::log).toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    int freedom = logs.length - 1;
    double error = Math.sqrt(squares / freedom / logs.length);
    double half = STUDENT[Math.min(freedom, STUDENT.length) - 1] * error;
    return new Ratio(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half));
  }

  /** Whether the interval reaches no more than five per cent from the mean. */
  boolean isNarrow() {
    return high / mean <= 1.05 && mean / low <= 1.05;
  }
}
