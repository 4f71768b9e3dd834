package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.postgres.testing.Submissions.HANDLER;
import static se.byggsten.postgres.testing.Submissions.KFN;
import static se.byggsten.postgres.testing.Submissions.OTHER;
import static se.byggsten.postgres.testing.Submissions.RECEIVED;
import static se.byggsten.postgres.testing.Submissions.TOLVAN;
import static se.byggsten.postgres.testing.Submissions.application;
import static se.byggsten.postgres.testing.Submissions.document;
import static se.byggsten.postgres.testing.Submissions.granted;
import static se.byggsten.postgres.testing.Submissions.key;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseException;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.cases.Supplement;
import se.byggsten.core.cases.SupplementRequest;
import se.byggsten.postgres.testing.TestDatabase;
import se.byggsten.testsupport.MovableClock;

class ConcurrentCasesTest {
  private static final MovableClock clock = MovableClock.at(RECEIVED);
  private static TestDatabase database;
  private static PostgresCases one;
  private static PostgresCases two;

  @BeforeAll
  @BeforeContainer
  static void start() {
    database = TestDatabase.with("core", DatabaseSchema::migrate);
    one = PostgresCases.on(database.dataSource(), clock).receivedBy(submission -> KFN);
    two = PostgresCases.on(database.dataSource(), clock).receivedBy(submission -> KFN);
  }

  @AfterAll
  @AfterContainer
  static void stop() {
    database.close();
  }

  @Test
  void sixteen_clicks_on_two_nodes_give_one_case() throws Exception {
    Submission submission = application().build();

    List<Receipt> receipts = atOnce(16, i -> (i % 2 == 0 ? one : two).accept(submission));

    assertThat(receipts).hasSize(16).containsOnly(receipts.get(0));
    assertThat(one.journal(receipts.get(0).caseId()).entries()).hasSize(1);
  }

  @Test
  void of_two_people_with_one_key_one_gets_the_case_and_the_other_a_code() throws Exception {
    String key = key();
    AtomicInteger refused = new AtomicInteger();

    List<CaseId> ids =
        atOnce(
                16,
                i -> {
                  try {
                    return List.of(
                        one.accept(
                                application()
                                    .key(key)
                                    .applicant(i % 2 == 0 ? TOLVAN : OTHER)
                                    .build())
                            .caseId());
                  } catch (CaseException e) {
                    assertThat(e.code()).isEqualTo(CaseException.KEY_TAKEN);
                    refused.incrementAndGet();
                    return List.<CaseId>of();
                  }
                })
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(refused).hasValue(8);
    assertThat(ids).hasSize(8).containsOnly(ids.get(0));
  }

  @Test
  void the_journal_of_a_case_that_many_write_to_is_one_whole_chain() throws Exception {
    CaseId id = one.accept(application().build()).caseId();

    atOnce(24, i -> (i % 2 == 0 ? one : two).post(id, HANDLER, "Meddelande " + i));

    assertThat(one.journal(id).entries()).hasSize(25);
    assertThat(one.verify(id)).isEmpty();
    assertThat(one.messages(id)).hasSize(24);
  }

  @Test
  void of_many_who_decide_at_once_one_does() throws Exception {
    CaseId id = one.accept(application().build()).caseId();
    one.open(id, HANDLER);

    List<Boolean> decided =
        atOnce(
            8,
            i -> {
              try {
                one.decide(id, HANDLER, granted(), document(DocumentRole.DECISION, "b", "b" + i));
                return true;
              } catch (CaseException e) {
                assertThat(e.code()).isEqualTo(CaseException.STATUS);
                return false;
              }
            });

    assertThat(decided).containsOnlyOnce(true);
    assertThat(one.documents(id)).hasSize(3);
    assertThat(one.verify(id)).isEmpty();
  }

  private enum Step {
    OPEN,
    REQUEST,
    SUPPLEMENT,
    DECIDE,
    CLOSE,
    POST
  }

  @Provide
  Arbitrary<List<Step>> walks() {
    return Arbitraries.of(Step.class).list().ofMinSize(1).ofMaxSize(10);
  }

  @Property(tries = 25)
  void any_walk_leaves_a_whole_journal_and_only_allowed_changes(@ForAll("walks") List<Step> walk) {
    CaseId id = one.accept(application().build()).caseId();
    for (Step step : walk) {
      Case before = one.find(id).orElseThrow();
      int entries = one.journal(id).entries().size();
      try {
        take(step, id);
        CaseStatus after = one.find(id).orElseThrow().status();
        assertThat(after == before.status() || before.status().mayBecome(after)).isTrue();
      } catch (CaseException e) {
        assertThat(one.find(id)).contains(before);
        assertThat(one.journal(id).entries()).hasSize(entries);
      }
    }
    assertThat(one.verify(id)).isEmpty();
  }

  private static void take(Step step, CaseId id) {
    switch (step) {
      case OPEN -> one.open(id, HANDLER);
      case REQUEST ->
          one.requestSupplement(
              id, HANDLER, new SupplementRequest("Intyg", LocalDate.of(2026, 5, 1)));
      case SUPPLEMENT ->
          one.receiveSupplement(
              id, Actor.citizen(TOLVAN), new Supplement(key(), "Här", List.of(), RECEIVED));
      case DECIDE -> one.decide(id, HANDLER, granted(), document(DocumentRole.DECISION, "b", "b"));
      case CLOSE -> one.close(id, HANDLER);
      case POST -> one.post(id, HANDLER, "Hej");
    }
  }

  private interface Numbered<T> {
    T call(int number) throws Exception;
  }

  private static <T> List<T> atOnce(int count, Numbered<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Callable<T>> calls =
          IntStream.range(0, count).<Callable<T>>mapToObj(i -> () -> work.call(i)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
