package se.byggsten.samples.benchmarks.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatioTest {
  @Test
  void the_mean_is_geometric_so_that_twice_and_half_are_nothing() {
    assertThat(Ratio.of(new double[] {2, 0.5, 1}).mean()).isEqualTo(1, within(1e-9));
  }

  @Test
  void the_interval_is_that_of_student() {
    // Logarithms 0 and 0.02: the mean is 0.01, the standard error 0.01, the quantile 12.706.
    Ratio ratio = Ratio.of(new double[] {1, Math.exp(0.02)});
    assertThat(ratio.mean()).isEqualTo(Math.exp(0.01), within(1e-9));
    assertThat(ratio.low()).isEqualTo(Math.exp(0.01 - 0.12706), within(1e-9));
    assertThat(ratio.high()).isEqualTo(Math.exp(0.01 + 0.12706), within(1e-9));
    assertThat(ratio.isNarrow()).isFalse();
  }

  @Test
  void rounds_that_agree_give_a_narrow_interval() {
    double[] rounds = {1.05, 1.06, 1.05, 1.04, 1.05, 1.06, 1.05, 1.04, 1.05, 1.05};
    assertThat(Ratio.of(rounds).isNarrow()).isTrue();
  }
}
