package se.byggsten.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.postgres.testing.Submissions.application;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.cases.Receipt;

class ReceiptDayTest {
  private static TestDiary all;

  @BeforeAll
  static void start() {
    all = new TestDiary();
  }

  @AfterAll
  static void stop() {
    all.close();
  }

  @ParameterizedTest
  @CsvSource({
    // Winter: Sweden is one hour ahead.
    "2026-01-15T22:59:59.999999Z, 2026-01-15, 2026",
    "2026-01-15T23:00:00Z, 2026-01-16, 2026",
    // Summer: two hours ahead.
    "2026-07-15T21:59:59.999999Z, 2026-07-15, 2026",
    "2026-07-15T22:00:00Z, 2026-07-16, 2026",
    // The night when the clock goes forward, and the one when it goes back.
    "2026-03-28T22:59:59Z, 2026-03-28, 2026",
    "2026-03-28T23:00:00Z, 2026-03-29, 2026",
    "2026-03-29T21:59:59Z, 2026-03-29, 2026",
    "2026-03-29T22:00:00Z, 2026-03-30, 2026",
    "2026-10-24T21:59:59Z, 2026-10-24, 2026",
    "2026-10-24T22:00:00Z, 2026-10-25, 2026",
    "2026-10-25T22:59:59Z, 2026-10-25, 2026",
    "2026-10-25T23:00:00Z, 2026-10-26, 2026",
    // The turn of the year is Sweden's, not the server's.
    "2026-12-31T22:59:59Z, 2026-12-31, 2026",
    "2026-12-31T23:00:00Z, 2027-01-01, 2027"
  })
  void the_date_and_the_year_are_those_of_the_receipt_in_sweden(
      Instant receivedAt, LocalDate date, int year) {
    Receipt receipt = all.cases.accept(application().receivedAt(receivedAt).build());

    DiaryEntry entry = all.diary.entries(receipt.caseId()).get(0);
    assertThat(entry.date()).isEqualTo(date);
    assertThat(entry.number().year()).isEqualTo(year);
    assertThat(entry.number().text()).startsWith("KFN " + year + "-");
  }
}
