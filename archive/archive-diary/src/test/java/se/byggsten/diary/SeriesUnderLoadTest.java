package se.byggsten.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.postgres.testing.Submissions.KFN;
import static se.byggsten.postgres.testing.Submissions.RECEIVED;
import static se.byggsten.postgres.testing.Submissions.application;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.spi.CaseHook;
import se.byggsten.postgres.PostgresCases;
import se.byggsten.postgres.StoreException;

class SeriesUnderLoadTest {
  private static final int THREADS = 32;

  @Test
  void thirty_two_threads_on_one_series_fail_never_and_leave_no_gap() throws Exception {
    register(1_000);
  }

  @Test
  @Tag("endurance")
  void thirty_two_threads_on_one_series_twenty_times_as_much() throws Exception {
    register(20_000);
  }

  /** Every eleventh transaction is undone after the diary gave it a number, and then retried. */
  private static void register(int count) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger undone = new AtomicInteger();
    CaseHook failsNowAndThen =
        new CaseHook() {
          @Override
          public HookResult onAccepted(
              Case accepted, List<StoredDocument> documents, Connection transaction)
              throws SQLException {
            assertThat(accepted.diarienummer()).isPresent();
            if (calls.incrementAndGet() % 11 == 0) {
              undone.incrementAndGet();
              throw new SQLException("no", "XX000");
            }
            return HookResult.NOTHING;
          }
        };
    try (TestDiary all = new TestDiary()) {
      PostgresCases cases =
          PostgresCases.on(all.database.dataSource(), TestDiary.CLOCK)
              .hook(all.diary)
              .hook(failsNowAndThen)
              .receivedBy(submission -> KFN);
      List<Callable<Diarienummer>> work =
          IntStream.range(0, count)
              .<Callable<Diarienummer>>mapToObj(i -> () -> accept(cases, i))
              .toList();
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Long> numbers = new ArrayList<>();
      try {
        for (Future<Diarienummer> given : threads.invokeAll(work)) {
          numbers.add(given.get().sequence());
        }
      } finally {
        threads.shutdownNow();
      }

      assertThat(undone).hasPositiveValue();
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, count).boxed().toList());
      assertThat(all.diary.verify("KFN", 2026)).isEmpty();
      assertThat(all.database.count("SELECT count(*) FROM byggsten.cases")).isEqualTo(count);
    }
  }

  private static Diarienummer accept(PostgresCases cases, int number) {
    var submission = application().receivedAt(RECEIVED.plus(Duration.ofMillis(number))).build();
    while (true) {
      try {
        return cases.accept(submission).diarienummer().orElseThrow();
      } catch (StoreException undone) {
        assertThat(undone.sqlState()).isEqualTo("XX000");
      }
    }
  }

  @Test
  void a_rollback_gives_the_number_back() {
    AtomicInteger calls = new AtomicInteger();
    CaseHook failsFirst =
        new CaseHook() {
          @Override
          public HookResult onAccepted(
              Case accepted, List<StoredDocument> documents, Connection transaction)
              throws SQLException {
            if (calls.incrementAndGet() == 1) {
              throw new SQLException("no", "XX000");
            }
            return HookResult.NOTHING;
          }
        };
    try (TestDiary all = new TestDiary()) {
      PostgresCases cases =
          PostgresCases.on(all.database.dataSource(), TestDiary.CLOCK)
              .hook(all.diary)
              .hook(failsFirst)
              .receivedBy(submission -> KFN);

      assertThatThrownBy(() -> cases.accept(application().build()))
          .isInstanceOf(StoreException.class);
      assertThat(cases.accept(application().build()).diarienummer().orElseThrow().sequence())
          .isEqualTo(1);
    }
  }
}
