package se.byggsten.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.postgres.testing.Submissions.HANDLER;
import static se.byggsten.postgres.testing.Submissions.KFN;
import static se.byggsten.postgres.testing.Submissions.RECEIVED;
import static se.byggsten.postgres.testing.Submissions.application;
import static se.byggsten.postgres.testing.Submissions.document;
import static se.byggsten.postgres.testing.Submissions.granted;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.cases.SupplementRequest;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.CaseHook;
import se.byggsten.postgres.testing.TestDatabase;
import se.byggsten.testsupport.MovableClock;

class CaseHooksTest {
  private final MovableClock clock = MovableClock.at(RECEIVED);
  private TestDatabase database;

  @BeforeEach
  void start() {
    database = TestDatabase.with("core", DatabaseSchema::migrate);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  /** Gives numbers, and notes what it sees. */
  private static final class Numbering implements CaseHook {
    private final AtomicInteger last = new AtomicInteger();

    @Override
    public HookResult onAccepted(Case accepted, List<StoredDocument> documents, Connection tx) {
      int sequence = last.incrementAndGet();
      return new HookResult(
          Optional.of(new Diarienummer("KFN", 2026, sequence, "KFN 2026-" + sequence)), List.of());
    }
  }

  /** Asks for archiving, with the number that it was shown. */
  private static final class Archiving implements CaseHook {
    private final List<String> seen = new ArrayList<>();

    @Override
    public HookResult onAccepted(Case accepted, List<StoredDocument> documents, Connection tx) {
      seen.add("accepted " + accepted.diarienummer().map(Diarienummer::text).orElse("-"));
      return asked(accepted, "received");
    }

    @Override
    public HookResult onDocuments(Case changed, List<StoredDocument> documents, Connection tx) {
      seen.add(documents.get(0).role() + " " + changed.status());
      return asked(changed, "documents");
    }

    @Override
    public HookResult onSupplementRequested(Case asked, Connection tx) {
      seen.add(asked.status() + " " + asked.supplementRequest().orElseThrow().dueDate());
      return asked(asked, "asked");
    }

    @Override
    public HookResult onClosed(Case closed, Connection tx) {
      seen.add("closed " + closed.status());
      return asked(closed, "closed");
    }

    private static HookResult asked(Case subject, String why) {
      return new HookResult(
          Optional.empty(),
          List.of(
              new OutboxMessage(
                  subject.id(), "archive", subject.id() + "/" + why, Map.of("why", why))));
    }
  }

  @Test
  void hooks_take_part_in_order_and_see_the_number_that_the_diary_gave() {
    Archiving archiving = new Archiving();
    PostgresCases cases = cases(new Numbering(), archiving);

    Receipt receipt = cases.accept(application().build());
    CaseId id = receipt.caseId();
    cases.open(id, HANDLER);
    LocalDate due = LocalDate.of(2099, 1, 15);
    cases.requestSupplement(id, HANDLER, new SupplementRequest("Which school?", due));
    cases.decide(id, HANDLER, granted(), document(DocumentRole.DECISION, "b.html", "b"));
    cases.close(id, HANDLER);

    assertThat(receipt.diarienummer().orElseThrow().text()).isEqualTo("KFN 2026-1");
    assertThat(archiving.seen)
        .containsExactly(
            "accepted KFN 2026-1",
            "AWAITING_SUPPLEMENT 2099-01-15",
            "DECISION DECIDED",
            "closed CLOSED");
    assertThat(cases.journal(id).entries().stream().map(JournalEntry::kind))
        .startsWith(JournalKind.RECEIVED, JournalKind.REGISTERED);
    assertThat(database.count("SELECT count(*) FROM byggsten.outbox")).isEqualTo(4);
    assertThat(database.count("SELECT count(*) FROM byggsten.scheduled_tasks")).isEqualTo(1);
  }

  @Test
  void what_a_hook_throws_undoes_everything_and_the_retry_succeeds() {
    AtomicInteger attempts = new AtomicInteger();
    CaseHook failsOnce =
        new CaseHook() {
          @Override
          public HookResult onAccepted(Case accepted, List<StoredDocument> documents, Connection tx)
              throws SQLException {
            if (attempts.incrementAndGet() == 1) {
              throw new SQLException("Key (applicant)=(191212121212) exists", "XX000");
            }
            return HookResult.NOTHING;
          }
        };
    PostgresCases cases = cases(new Numbering(), failsOnce, new Archiving());
    Submission submission = application().build();

    assertThatThrownBy(() -> cases.accept(submission))
        .isInstanceOf(StoreException.class)
        .hasMessageNotContaining("191212121212");
    for (String table : List.of("cases", "case_document", "journal", "outbox", "scheduled_tasks")) {
      assertThat(database.count("SELECT count(*) FROM byggsten." + table)).as(table).isZero();
    }

    Receipt receipt = cases.accept(submission);
    assertThat(cases.verify(receipt.caseId())).isEmpty();
    assertThat(database.count("SELECT count(*) FROM byggsten.outbox")).isEqualTo(1);
  }

  @Test
  void a_replay_calls_no_hook() {
    Archiving archiving = new Archiving();
    PostgresCases cases = cases(new Numbering(), archiving);
    Submission submission = application().build();

    Receipt first = cases.accept(submission);

    assertThat(cases.accept(submission)).isEqualTo(first);
    assertThat(archiving.seen).hasSize(1);
  }

  private PostgresCases cases(CaseHook... hooks) {
    PostgresCases.Builder builder = PostgresCases.on(database.dataSource(), clock);
    for (CaseHook hook : hooks) {
      builder.hook(hook);
    }
    return builder.receivedBy(submission -> KFN);
  }
}
