package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.outbox.OutboxHandler;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.postgres.internal.Database;
import se.byggsten.postgres.internal.OutboxTable;
import se.byggsten.postgres.testing.TestDatabase;

class OutboxWorkerTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private final List<OutboxWorker> workers = new ArrayList<>();
  private TestDatabase database;

  @BeforeEach
  void start() {
    database = TestDatabase.with("core", DatabaseSchema::migrate);
  }

  @AfterEach
  void stop() {
    workers.forEach(OutboxWorker::stop);
    database.close();
  }

  @Test
  void handles_the_messages_of_a_case_in_order_and_cases_side_by_side() {
    Map<CaseId, List<String>> handled = new ConcurrentHashMap<>();
    worker(
            handler(
                message ->
                    handled
                        .computeIfAbsent(message.caseId(), id -> new CopyOnWriteArrayList<>())
                        .add(message.idempotencyKey())))
        .start();
    Map<CaseId, List<String>> sent = new HashMap<>();
    for (int c = 0; c < 10; c++) {
      CaseId id = caseId();
      List<String> keys = new ArrayList<>();
      for (int m = 0; m < 5; m++) {
        keys.add(id + "/" + m);
      }
      sent.put(id, keys);
      add(id, keys.toArray(String[]::new));
    }

    await().until(this::nothingWaits);
    assertThat(handled).isEqualTo(sent);
    await().untilAsserted(() -> assertThat(scheduledCases()).isZero());
  }

  @Test
  void the_payload_arrives_as_it_was_sent() {
    List<OutboxMessage> seen = new CopyOnWriteArrayList<>();
    CaseId id = caseId();
    OutboxMessage message =
        new OutboxMessage(id, "test", "k", Map.of("å", "ä\n\"ö\"", "tom", "", "b", "{}"));
    Database.on(database.dataSource())
        .inTransaction(handle -> OutboxTable.add(handle, List.of(message), CLOCK.instant()));

    worker(handler(seen::add)).start();

    await().untilAsserted(() -> assertThat(seen).containsExactly(message));
  }

  @Test
  void the_same_key_is_one_message() {
    CaseId id = caseId();
    add(id, "once");
    add(id, "once");

    assertThat(status().waiting()).isEqualTo(1);
  }

  @Test
  void nothing_is_scheduled_when_the_transaction_is_rolled_back() {
    Database db = Database.on(database.dataSource());
    assertThatThrownBy(
            () ->
                db.inTransaction(
                    handle -> {
                      OutboxTable.add(handle, List.of(message(caseId(), "gone")), CLOCK.instant());
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(status().waiting()).isZero();
    assertThat(scheduledCases()).isZero();
  }

  @Test
  void a_poisoned_case_stops_only_itself_and_its_error_is_kept_without_personal_data() {
    CaseId poisoned = caseId();
    AtomicBoolean mended = new AtomicBoolean();
    List<String> handled = new CopyOnWriteArrayList<>();
    OutboxWorker worker =
        OutboxWorker.on(database.dataSource(), CLOCK)
            .handler(
                handler(
                    message -> {
                      if (message.caseId().equals(poisoned) && !mended.get()) {
                        throw new IllegalStateException("191212-1212 is not in the archive");
                      }
                      handled.add(message.idempotencyKey());
                    }))
            .pollInterval(Duration.ofMillis(50))
            .backoff(new Backoff(Duration.ofMillis(50), Duration.ofHours(1)))
            .build();
    workers.add(worker);
    worker.start();
    add(poisoned, "p1", "p2");
    add(caseId(), "q1", "q2");

    await().untilAsserted(() -> assertThat(handled).containsExactly("q1", "q2"));
    await()
        .untilAsserted(
            () ->
                assertThat(database.count("SELECT max(attempts) FROM byggsten.outbox"))
                    .isGreaterThanOrEqualTo(2));
    assertThat(worker.status().failing()).isEqualTo(1);
    assertThat(worker.status().waiting()).isEqualTo(2);
    assertThat(worker.status().oldestAge()).isPositive();
    assertThat(
            database.count(
                "SELECT count(*) FROM byggsten.outbox"
                    + " WHERE last_error = 'OUTBOX-HANDLER-FAILED:IllegalStateException'"))
        .isEqualTo(1);

    mended.set(true);
    await()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              worker.retryNow(poisoned);
              return nothingWaits();
            });
    assertThat(handled).containsExactly("q1", "q2", "p1", "p2");
    assertThat(worker.status()).isEqualTo(new OutboxStatus(0, Duration.ZERO, 0));
  }

  @Test
  void a_topic_without_a_handler_waits_with_a_code() {
    worker(handler(message -> {})).start();
    Database.on(database.dataSource())
        .inTransaction(
            handle ->
                OutboxTable.add(
                    handle,
                    List.of(new OutboxMessage(caseId(), "unknown", "u", Map.of())),
                    CLOCK.instant()));

    await()
        .until(
            () ->
                database.count(
                        "SELECT count(*) FROM byggsten.outbox"
                            + " WHERE last_error = 'OUTBOX-NO-HANDLER'")
                    == 1);
  }

  @Test
  void two_nodes_never_work_on_one_case_and_do_everything_once() {
    Map<CaseId, Semaphore> busy = new ConcurrentHashMap<>();
    AtomicInteger collisions = new AtomicInteger();
    List<String> handled = new CopyOnWriteArrayList<>();
    OutboxHandler handler =
        handler(
            message -> {
              Semaphore mine = busy.computeIfAbsent(message.caseId(), id -> new Semaphore(1));
              if (!mine.tryAcquire()) {
                collisions.incrementAndGet();
                return;
              }
              handled.add(message.idempotencyKey());
              mine.release();
            });
    worker(handler).start();
    worker(handler).start();
    List<CaseId> ids = new ArrayList<>();
    for (int c = 0; c < 20; c++) {
      ids.add(caseId());
    }
    // Messages keep coming while their cases are drained: none may be left behind.
    for (int m = 0; m < 5; m++) {
      for (CaseId id : ids) {
        add(id, id + "/" + m);
      }
    }

    await().until(this::nothingWaits);
    assertThat(collisions).hasValue(0);
    assertThat(handled).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void the_work_of_a_node_that_died_is_taken_over_within_seconds() {
    CaseId id = caseId();
    add(id, "orphan");
    // What a killed node leaves behind: a picked task whose heart has stopped.
    database.execute(
        "UPDATE byggsten.scheduled_tasks SET picked = true, picked_by = 'dead',"
            + " last_heartbeat = now() - interval '1 minute', version = version + 1"
            + " WHERE task_name = 'outbox-case'");
    List<String> handled = new CopyOnWriteArrayList<>();

    worker(handler(message -> handled.add(message.idempotencyKey()))).start();

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(handled).containsExactly("orphan"));
  }

  @Test
  void lost_connections_delay_the_work_but_lose_none_of_it() {
    Map<String, Integer> handled = new ConcurrentHashMap<>();
    worker(handler(message -> handled.merge(message.idempotencyKey(), 1, Integer::sum))).start();
    for (int c = 0; c < 30; c++) {
      add(caseId(), "a" + c, "b" + c);
      if (c % 10 == 5) {
        database.loseConnections();
      }
    }

    await().atMost(Duration.ofSeconds(20)).until(this::nothingWaits);
    assertThat(handled).hasSize(60);
  }

  @Test
  void a_case_that_was_forgotten_is_found_at_the_start() {
    add(caseId(), "forgotten");
    database.execute("DELETE FROM byggsten.scheduled_tasks");
    List<String> handled = new CopyOnWriteArrayList<>();

    worker(handler(message -> handled.add(message.idempotencyKey()))).start();

    await().untilAsserted(() -> assertThat(handled).containsExactly("forgotten"));
  }

  @Test
  void stopping_is_bounded_and_what_was_interrupted_is_done_after_the_next_start()
      throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger attempts = new AtomicInteger();
    OutboxHandler hangsOnce =
        handler(
            message -> {
              if (attempts.incrementAndGet() == 1) {
                begun.countDown();
                new CountDownLatch(1).await();
              }
            });
    OutboxWorker first =
        OutboxWorker.on(database.dataSource(), CLOCK)
            .handler(hangsOnce)
            .pollInterval(Duration.ofMillis(50))
            .heartbeat(Duration.ofMillis(100))
            .stopWithin(Duration.ofMillis(200))
            .build();
    first.start();
    add(caseId(), "slow");
    begun.await();

    Instant before = CLOCK.instant();
    first.stop();
    assertThat(Duration.between(before, CLOCK.instant())).isLessThan(Duration.ofSeconds(12));
    assertThat(status().waiting()).isEqualTo(1);
    assertThat(status().failing()).isZero();

    worker(hangsOnce).start();
    await().until(this::nothingWaits);
    assertThat(attempts).hasValue(2);
  }

  @Test
  void a_timed_job_runs_again_and_again_even_after_it_failed() {
    AtomicInteger runs = new AtomicInteger();
    OutboxWorker worker =
        OutboxWorker.on(database.dataSource(), CLOCK)
            .pollInterval(Duration.ofMillis(50))
            .every(
                "sweep",
                Duration.ofMillis(50),
                () -> {
                  if (runs.incrementAndGet() == 1) {
                    throw new IllegalStateException("first time");
                  }
                })
            .build();
    workers.add(worker);
    worker.start();

    await().until(() -> runs.get() >= 3);
  }

  @Test
  void two_handlers_for_a_topic_are_refused() {
    OutboxWorker.Builder builder =
        OutboxWorker.on(database.dataSource(), CLOCK).handler(handler(message -> {}));

    assertThatThrownBy(() -> builder.handler(handler(message -> {})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private interface Work {
    void on(OutboxMessage message) throws Exception;
  }

  private static OutboxHandler handler(Work work) {
    return new OutboxHandler() {
      @Override
      public String topic() {
        return "test";
      }

      @Override
      public void handle(OutboxMessage message) throws Exception {
        work.on(message);
      }
    };
  }

  private OutboxWorker worker(OutboxHandler handler) {
    OutboxWorker worker =
        OutboxWorker.on(database.dataSource(), CLOCK)
            .handler(handler)
            .pollInterval(Duration.ofMillis(50))
            .heartbeat(Duration.ofMillis(200))
            .stopWithin(Duration.ofSeconds(1))
            .backoff(new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)))
            .build();
    workers.add(worker);
    return worker;
  }

  private void add(CaseId id, String... keys) {
    List<OutboxMessage> messages = new ArrayList<>();
    for (String key : keys) {
      messages.add(message(id, key));
    }
    Database.on(database.dataSource())
        .inTransaction(handle -> OutboxTable.add(handle, messages, CLOCK.instant()));
  }

  private static OutboxMessage message(CaseId id, String key) {
    return new OutboxMessage(id, "test", key, Map.of());
  }

  private static CaseId caseId() {
    return new CaseId(UUID.randomUUID());
  }

  private boolean nothingWaits() {
    return status().waiting() == 0;
  }

  private OutboxStatus status() {
    return OutboxStatus.read(database.dataSource(), CLOCK);
  }

  private long scheduledCases() {
    return database.count(
        "SELECT count(*) FROM byggsten.scheduled_tasks WHERE task_name = 'outbox-case'");
  }
}
