package se.byggsten.diary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.postgres.testing.Submissions.HANDLER;
import static se.byggsten.postgres.testing.Submissions.TOLVAN;
import static se.byggsten.postgres.testing.Submissions.application;
import static se.byggsten.postgres.testing.Submissions.document;
import static se.byggsten.postgres.testing.Submissions.granted;
import static se.byggsten.postgres.testing.Submissions.key;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Supplement;
import se.byggsten.core.cases.SupplementRequest;
import se.byggsten.postgres.PostgresCases;
import se.byggsten.postgres.testing.Submissions;

class PostgresDiaryTest {
  private TestDiary all;
  private PostgresDiary diary;
  private PostgresCases cases;

  @BeforeEach
  void start() {
    all = new TestDiary();
    diary = all.diary;
    cases = all.cases;
  }

  @AfterEach
  void stop() {
    all.close();
  }

  @Test
  void an_accepted_submission_is_registered_with_all_that_the_law_asks_for() {
    Receipt receipt = cases.accept(application().build());

    Diarienummer number = receipt.diarienummer().orElseThrow();
    assertThat(number.text()).isEqualTo("KFN 2026-0001");
    DiaryEntry entry = diary.entries(number).get(0);
    assertThat(entry.number()).isEqualTo(number);
    assertThat(entry.documentText()).isEqualTo("KFN 2026-0001-1");
    assertThat(entry.date()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(entry.registeredAt()).isEqualTo(TestDiary.CLOCK.instant());
    assertThat(entry.direction()).isEqualTo(Direction.IN);
    assertThat(entry.counterparty()).isEqualTo("Tolvan Tolvansson");
    assertThat(entry.subject()).isEqualTo("Ansökan om kolloplats för Lillan Tolvansson");
    assertThat(entry.publicSubject()).isEqualTo("Ansökan om kolloplats");
    assertThat(entry.documentIds())
        .containsExactlyElementsOf(receipt.documents().stream().map(StoredDocument::id).toList());
    assertThat(diary.entries(receipt.caseId())).containsExactly(entry);
    assertThat(cases.find(receipt.caseId()).orElseThrow().diarienummer()).contains(number);
  }

  @Test
  void each_year_has_its_own_series_also_when_last_years_post_comes_late() {
    Instant newYear = Instant.parse("2026-12-31T23:00:00Z");

    assertThat(numberOf(newYear.minusSeconds(1))).isEqualTo("KFN 2026-0001");
    assertThat(numberOf(newYear)).isEqualTo("KFN 2027-0001");
    assertThat(numberOf(newYear.minusSeconds(2))).isEqualTo("KFN 2026-0002");
    assertThat(numberOf(newYear.plusSeconds(1))).isEqualTo("KFN 2027-0002");
    assertThat(diary.verify("KFN", 2026)).isEmpty();
    assertThat(diary.verify("KFN", 2027)).isEmpty();
  }

  @Test
  void supplements_and_decisions_are_further_documents_in_the_case() {
    CaseId id = cases.accept(application().build()).caseId();
    cases.open(id, HANDLER);
    cases.requestSupplement(id, HANDLER, new SupplementRequest("Intyg", LocalDate.of(2026, 4, 1)));
    Instant nextDay = Instant.parse("2026-03-10T23:30:00Z");
    Supplement supplement = new Supplement(key(), "Här är det", List.of(), nextDay);
    cases.receiveSupplement(id, Actor.citizen(TOLVAN), supplement);
    cases.receiveSupplement(id, Actor.citizen(TOLVAN), supplement);
    cases.decide(id, HANDLER, granted(), document(DocumentRole.DECISION, "b.html", "b"));

    List<DiaryEntry> entries = diary.entries(id);
    assertThat(entries.stream().map(DiaryEntry::documentText))
        .containsExactly("KFN 2026-0001-1", "KFN 2026-0001-2", "KFN 2026-0001-3");
    assertThat(entries.stream().map(DiaryEntry::direction))
        .containsExactly(Direction.IN, Direction.IN, Direction.OUT);
    assertThat(entries.get(1).date()).isEqualTo(LocalDate.of(2026, 3, 11));
    assertThat(entries.get(1).publicSubject()).isEqualTo("Komplettering: Ansökan om kolloplats");
    assertThat(entries.get(2).publicSubject()).isEqualTo("Beslut: Ansökan om kolloplats");
    assertThat(diary.verify("KFN", 2026)).isEmpty();
  }

  @Test
  void an_authority_writes_its_numbers_in_its_own_way() {
    PostgresDiary own =
        PostgresDiary.on(all.database.dataSource(), TestDiary.CLOCK)
            .template("KFN", DiarienummerTemplate.of("{authority}/{year}/{seq:4}[/{doc:4}]"))
            .build();
    PostgresCases ours =
        PostgresCases.on(all.database.dataSource(), TestDiary.CLOCK)
            .hook(own)
            .receivedBy(submission -> Submissions.KFN);

    Diarienummer number = ours.accept(application().build()).diarienummer().orElseThrow();

    assertThat(number.text()).isEqualTo("KFN/2026/0001");
    assertThat(own.parse("KFN/2026/0001/0003").number()).isEqualTo(number);
    assertThat(own.parse("KFN/2026/0001/0003").document()).isEqualTo(OptionalInt.of(3));
    assertThat(own.parse("KS 2026-0009").number().series()).isEqualTo("KS");
    refused(DiaryException.FORMAT, () -> own.parse("KFN 2026-0001"));
    refused(DiaryException.FORMAT, () -> own.parse("hej"));
  }

  @Test
  void an_annulled_number_stays_and_says_why() {
    Diarienummer number = cases.accept(application().build()).diarienummer().orElseThrow();

    diary.annul(number, HANDLER, "Registrerad två gånger, se KFN 2026-0002");

    DiaryEntry entry = diary.entries(number).get(0);
    assertThat(entry.annulment().orElseThrow().reason()).startsWith("Registrerad två gånger");
    assertThat(diary.publicRegister("KFN", 2026).entries().get(0).annulment())
        .isEqualTo(entry.annulment());
    assertThat(diary.verify("KFN", 2026)).isEmpty();
    refused(DiaryException.ANNULLED, () -> diary.annul(number, HANDLER, "Igen"));
    refused(DiaryException.REASON, () -> diary.withhold(number, HANDLER, " "));
    refused(DiaryException.REASON, () -> diary.withhold(number, HANDLER, "x".repeat(1001)));
    refused(
        DiaryException.UNKNOWN,
        () -> diary.annul(new Diarienummer("KFN", 2026, 99, "KFN 2026-0099"), HANDLER, "Fel"));
  }

  @Test
  void a_withheld_number_is_not_shown_but_accounted_for() {
    cases.accept(application().build());
    Diarienummer secret = cases.accept(application().build()).diarienummer().orElseThrow();
    cases.accept(application().build());

    diary.withhold(secret, HANDLER, "Numret röjer sekretess");

    PublicRegister register = diary.publicRegister("KFN", 2026);
    assertThat(register.entries().stream().map(PublicView::number))
        .containsExactly("KFN 2026-0001", "KFN 2026-0003");
    assertThat(register.lastSequence()).isEqualTo(3);
    assertThat(register.withheld()).isEqualTo(1);
    assertThat(diary.search(DiarySearch.of("kolloplats"))).hasSize(2);
    assertThat(diary.entries("KFN", 2026)).hasSize(3);

    diary.release(secret, HANDLER, "Sekretessen har upphört");
    assertThat(diary.publicRegister("KFN", 2026).entries()).hasSize(3);
    assertThat(diary.publicRegister("KFN", 2026).withheld()).isZero();
  }

  @Test
  void the_database_itself_refuses_to_change_or_remove_an_entry() {
    Diarienummer number = cases.accept(application().build()).diarienummer().orElseThrow();
    diary.annul(number, HANDLER, "Fel");

    for (String harm :
        List.of(
            "UPDATE byggsten_diary.entry SET subject = 'x'",
            "DELETE FROM byggsten_diary.entry",
            "TRUNCATE byggsten_diary.entry",
            "DELETE FROM byggsten_diary.event",
            "TRUNCATE byggsten_diary.event")) {
      assertThatThrownBy(() -> all.database.execute(harm))
          .hasRootCauseInstanceOf(SQLException.class)
          .hasStackTraceContaining("only ever added");
    }
  }

  @Test
  void a_number_that_was_taken_away_behind_the_triggers_is_found() {
    cases.accept(application().build());
    cases.accept(application().build());
    cases.accept(application().build());
    all.database.execute(
        "ALTER TABLE byggsten_diary.entry DISABLE TRIGGER USER",
        "DELETE FROM byggsten_diary.entry WHERE sequence IN (2, 3)",
        "ALTER TABLE byggsten_diary.entry ENABLE TRIGGER USER");

    assertThat(diary.verify("KFN", 2026)).hasSize(2);
  }

  @Test
  void a_case_from_before_the_diary_cannot_get_documents_unregistered() {
    PostgresCases without =
        PostgresCases.on(all.database.dataSource(), TestDiary.CLOCK)
            .receivedBy(submission -> Submissions.KFN);
    CaseId id = without.accept(application().build()).caseId();
    cases.open(id, HANDLER);

    refused(
        DiaryException.UNREGISTERED,
        () -> cases.decide(id, HANDLER, granted(), document(DocumentRole.DECISION, "b.html", "b")));
    assertThat(cases.documents(id)).hasSize(2);
  }

  @Test
  void a_mark_on_a_single_document_marks_its_entry() {
    SecrecyMark mark = new SecrecyMark("26 kap. 1 § OSL", LocalDate.of(2026, 3, 2), "KFN");
    Receipt receipt =
        cases.accept(
            application()
                .documents(
                    List.of(
                        document(DocumentRole.ANSWERS, "a", "a"),
                        document(DocumentRole.ATTACHMENT, "b", "b").marked(mark)))
                .build());

    assertThat(diary.entries(receipt.caseId()).get(0).secrecyMark()).contains(mark);
  }

  @Test
  void an_unknown_number_or_case_has_no_entries() {
    assertThat(diary.entries(new CaseId(UUID.randomUUID()))).isEmpty();
    assertThat(diary.entries("KFN", 1999)).isEmpty();
    assertThat(diary.publicRegister("KFN", 1999)).isEqualTo(new PublicRegister(List.of(), 0, 0));
  }

  private String numberOf(Instant receivedAt) {
    return cases
        .accept(application().receivedAt(receivedAt).build())
        .diarienummer()
        .orElseThrow()
        .text();
  }

  private static void refused(ErrorCode code, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(ByggstenException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
