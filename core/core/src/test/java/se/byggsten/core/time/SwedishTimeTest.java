package se.byggsten.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day begins at midnight in Sweden, in winter and in summer. */
class SwedishTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T22:59:59Z, 2026-11-22",
    "2026-11-22T23:00:00Z, 2026-11-23",
    "2026-06-22T21:59:59Z, 2026-06-22",
    "2026-06-22T22:00:00Z, 2026-06-23"
  })
  void theDayIsThatOfSweden(Instant at, LocalDate day) {
    assertThat(SwedishTime.day(at)).isEqualTo(day);
  }
}
