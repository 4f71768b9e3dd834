package se.byggsten.testidp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When times tell messages apart, when they do not, and when nobody can say. */
class TimeComparisonTest {
  private static final long MILLI = 1_000_000;

  private final List<Integer> asked = new ArrayList<>();

  /** Times around a middle, in milliseconds, of which one in twenty is slow. */
  private TimeComparison compared(long seed, double spread, double... middles) {
    Random random = new Random(seed);
    return TimeComparison.of(
        middles.length,
        30,
        kind -> {
          asked.add(kind);
          double slow = random.nextInt(20) == 0 ? 400 : 0;
          return (long) ((middles[kind] + spread * random.nextGaussian() + slow) * MILLI);
        });
  }

  @Test
  void aClearDifferenceIsSeenInSpiteOfSlowAnswers() {
    for (int seed = 0; seed < 200; seed++) {
      TimeComparison seen = compared(seed, 1, 10, 10, 30);
      assertThat(seen.isFineEnough()).isTrue();
      assertThat(seen.tellsApart()).isTrue();
    }
  }

  @Test
  void equalKindsAreNeverToldApart() {
    for (int seed = 0; seed < 2_000; seed++) {
      for (double spread : new double[] {0.1, 1, 5, 20}) {
        assertThat(compared(seed, spread, 50, 50, 50, 50).tellsApart()).isFalse();
      }
    }
  }

  @Test
  void aMachineThatSlowsDownOnTheWayTellsNothing() {
    List<List<Long>> times = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < 30; i++) {
      times.get(0).add((i < 16 ? 10 : 40) * MILLI);
      times.get(1).add((i < 14 ? 10 : 40) * MILLI);
    }
    assertThat(TimeComparison.of(times).tellsApart()).isFalse();
  }

  @Test
  void aVeryUnevenLineIsNoComparison() {
    TimeComparison seen = compared(1, 200, 500, 500, 900);
    assertThat(seen.isFineEnough()).isFalse();
    assertThat(seen.tellsApart()).isFalse();
  }

  @Test
  void aFewTimesAreNoComparison() {
    assertThat(TimeComparison.of(List.of(List.of(MILLI), List.of(900 * MILLI))).tellsApart())
        .isFalse();
  }

  @Test
  void theKindsTakeTurnsAndEachBeginsInTurn() {
    compared(1, 1, 10, 10, 10);
    assertThat(asked).hasSize(33 * 3);
    assertThat(asked.subList(0, 9)).containsExactly(0, 1, 2, 1, 2, 0, 2, 0, 1);
  }
}
