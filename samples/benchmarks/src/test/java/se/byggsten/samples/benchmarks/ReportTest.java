package se.byggsten.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.samples.benchmarks.Figures.Case;

class ReportTest {
  @ParameterizedTest
  @CsvSource({"30, 70, 72, 1.05", "30, 70, 120, 2.25", "30, 70, 66, 0.9"})
  void the_time_of_conditions_is_told_without_the_rest(
      double none, double few, double many, double ratio) {
    assertThat(ratio(none, few, many)).isEqualTo(ratio, within(0.001));
  }

  @ParameterizedTest
  @CsvSource({"30, 29, 25", "30, 29, 40", "30, 33, 36", "30, 70, 29"})
  void what_is_lost_in_the_noise_meets_nothing(double none, double few, double many) {
    assertThat(ratio(none, few, many)).isInfinite().isPositive();
  }

  private static double ratio(double none, double few, double many) {
    Map<Case, Double> times =
        Map.of(
            Case.conditions(0), none,
            Case.conditions(10), few,
            Case.conditions(1000), many);
    return Report.ratio(times::get);
  }
}
