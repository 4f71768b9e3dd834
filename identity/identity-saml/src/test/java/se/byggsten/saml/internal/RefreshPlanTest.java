package se.byggsten.saml.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When to fetch next, and what the metadata say of it. */
class RefreshPlanTest {
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(4);

  private static RefreshPlan plan(double random) {
    return new RefreshPlan(Duration.ofHours(1), SHORTEST, LONGEST, () -> random);
  }

  @Property(tries = 300)
  void everyWaitIsWithinTheLimits(
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random,
      @ForAll @IntRange(max = 100_000) int failures,
      @ForAll @LongRange(min = -100_000, max = 100_000_000) long left,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long cache) {
    RefreshPlan plan = plan(random);
    Optional<Duration> end = Optional.of(Duration.ofSeconds(left));
    assertThat(plan.afterFailure(failures, end)).isBetween(SHORTEST, LONGEST);
    assertThat(plan.afterFailure(failures, Optional.empty())).isBetween(SHORTEST, LONGEST);
    assertThat(plan.afterSuccess(Optional.of(Duration.ofSeconds(cache)), end))
        .isBetween(SHORTEST, LONGEST);
  }

  @Property(tries = 300)
  void fetchesBeforeTheCacheDurationIsOverAndWellBeforeTheEnd(
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random,
      @ForAll @LongRange(min = 100, max = 1_000_000) long left,
      @ForAll @LongRange(min = 60, max = 1_000_000) long cache) {
    Duration wait =
        plan(random)
            .afterSuccess(
                Optional.of(Duration.ofSeconds(cache)), Optional.of(Duration.ofSeconds(left)));
    assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(cache));
    assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(left).multipliedBy(3).dividedBy(4));
  }

  @Property(tries = 300)
  void beforeTheFirstNoWaitIsLongerThanTheShortestLater(
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random,
      @ForAll @IntRange(max = 100_000) int failures) {
    assertThat(plan(random).beforeTheFirst(failures)).isBetween(Duration.ofMillis(1600), SHORTEST);
  }

  @Test
  void beforeTheFirstItTriesAgainSoonAndThenLessOften() {
    assertThat(IntStream.rangeClosed(1, 7).mapToObj(plan(0.5)::beforeTheFirst))
        .extracting(Duration::toSeconds)
        .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void goesByTheUsualTimeWhereTheMetadataDoNotSay() {
    assertThat(plan(0).afterSuccess(Optional.empty(), Optional.empty()))
        .isEqualTo(Duration.ofMinutes(54));
  }

  @Test
  void triesMoreOftenAsTheLastGoodCopyNearsItsEnd() {
    assertThat(plan(0.5).afterFailure(30, Optional.of(Duration.ofDays(2)))).isEqualTo(LONGEST);
    assertThat(plan(0.5).afterFailure(30, Optional.of(Duration.ofHours(4))))
        .isEqualTo(Duration.ofHours(1));
    assertThat(plan(0.5).afterFailure(30, Optional.of(Duration.ofMinutes(8))))
        .isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @CsvSource({
    "PT6H, PT6H",
    "PT10M0.000S, PT10M",
    "P1D, PT24H",
    "P1Y2M3DT4H5M6.5S, PT10180H5M6.5S",
    "' PT1S ', PT1S",
    "P0D, PT0S"
  })
  void readsDurationsOfXmlSchema(String xml, Duration expected) {
    assertThat(XmlDuration.parse(xml)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "P", "PT", "P1DT", "-PT1H", "PT1.S", "1H", "PT1H1H", "P99999Y", "PT٣H"})
  void readsNothingElse(String xml) {
    assertThat(XmlDuration.parse(xml)).isEmpty();
  }

  @Property(tries = 300)
  void readsWhatTheJdkWrites(@ForAll @LongRange(min = 0, max = 100_000_000) long millis) {
    Duration duration = Duration.ofMillis(millis);
    assertThat(XmlDuration.parse(duration.toString())).contains(duration);
  }
}
