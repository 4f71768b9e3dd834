package se.byggsten.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.postgres.testing.Submissions.HANDLER;
import static se.byggsten.postgres.testing.Submissions.KFN;
import static se.byggsten.postgres.testing.Submissions.OTHER;
import static se.byggsten.postgres.testing.Submissions.RECEIVED;
import static se.byggsten.postgres.testing.Submissions.TOLVAN;
import static se.byggsten.postgres.testing.Submissions.application;
import static se.byggsten.postgres.testing.Submissions.document;
import static se.byggsten.postgres.testing.Submissions.granted;
import static se.byggsten.postgres.testing.Submissions.key;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.ArchiveDelivery;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseException;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.CaseStatus;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.JournalEntry;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.SecrecyMark;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.cases.Supplement;
import se.byggsten.core.cases.SupplementRequest;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.OrganisationAffiliation;
import se.byggsten.core.person.ProtectedIdentity;
import se.byggsten.postgres.testing.Submissions;
import se.byggsten.postgres.testing.TestDatabase;
import se.byggsten.testsupport.MovableClock;

class PostgresCasesTest {
  private static final Actor ROUTINE = Actor.system("archive");
  private static TestDatabase database;
  private static PostgresCases cases;
  private static final MovableClock clock = MovableClock.at(RECEIVED.plusMillis(40));

  @BeforeAll
  static void start() {
    database = TestDatabase.with("core", DatabaseSchema::migrate);
    cases = PostgresCases.on(database.dataSource(), clock).receivedBy(submission -> KFN);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void a_submission_becomes_a_case_that_can_be_read_back_whole() {
    SecrecyMark mark = new SecrecyMark("26 kap. 1 § OSL", LocalDate.of(2026, 3, 2), "KFN");
    Submission submission =
        application()
            .secrecyMark(mark)
            .applicant(TOLVAN.withProtectedIdentity(ProtectedIdentity.MARKED))
            .build();

    Receipt receipt = cases.accept(submission);

    Case stored = cases.find(receipt.caseId()).orElseThrow();
    assertThat(stored.status()).isEqualTo(CaseStatus.RECEIVED);
    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.authority()).isEqualTo(KFN);
    assertThat(stored.form()).isEqualTo(submission.form());
    assertThat(stored.applicant()).isEqualTo(TOLVAN.identifier());
    assertThat(stored.applicantName()).isEqualTo("Tolvan Tolvansson");
    assertThat(stored.protection()).isEqualTo(ProtectedIdentity.MARKED);
    assertThat(stored.retention()).isEqualTo(submission.retention());
    assertThat(stored.secrecyMark()).contains(mark);
    assertThat(stored.receivedAt()).isEqualTo(RECEIVED);
    assertThat(stored.registeredAt()).isEqualTo(RECEIVED.plusMillis(40));
    assertThat(stored.language().toLanguageTag()).isEqualTo("sv");
    assertThat(receipt.documents()).isEqualTo(cases.documents(receipt.caseId()));
    UUID second = receipt.documents().get(1).id();
    assertThat(cases.content(receipt.caseId(), second)).contains("<p>Åäö</p>".getBytes(UTF_8));
    assertThat(cases.verify(receipt.caseId())).isEmpty();
  }

  @Test
  void that_a_document_is_withheld_is_journalled_once() {
    Receipt receipt = cases.accept(application().build());
    CaseId id = receipt.caseId();
    StoredDocument document = receipt.documents().get(1);
    cases.withholdDocument(id, ROUTINE, document.id(), "HARMFUL");
    cases.withholdDocument(id, ROUTINE, document.id(), "HARMFUL");

    assertThat(cases.journal(id).entries())
        .filteredOn(entry -> entry.kind() == JournalKind.DOCUMENT_WITHHELD)
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.details())
                    .containsEntry("document", document.id().toString())
                    .containsEntry("sha256", document.sha256())
                    .containsEntry("reason", "HARMFUL"));
    UUID unknown = UUID.randomUUID();
    assertThatThrownBy(() -> cases.withholdDocument(id, ROUTINE, unknown, "HARMFUL"))
        .isInstanceOfSatisfying(
            CaseException.class, e -> assertThat(e.code()).isEqualTo(CaseException.NOT_FOUND));
    assertThat(cases.verify(id)).isEmpty();
  }

  @Test
  void the_same_key_gives_the_same_receipt_even_after_the_case_has_moved_on() {
    Submission submission = application().build();
    Receipt first = cases.accept(submission);
    cases.open(first.caseId(), HANDLER);
    cases.addDocument(
        first.caseId(), ROUTINE, "pdf", document(DocumentRole.APPLICATION_PDF, "a.pdf", "%PDF"));

    assertThat(cases.accept(submission)).isEqualTo(first);
    assertThat(
            database.count(
                "SELECT count(*) FROM byggsten.cases WHERE submission_key = '"
                    + submission.key()
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void the_same_key_from_somebody_else_gives_nothing_away_and_changes_nothing() {
    String key = key();
    Receipt first = cases.accept(application().key(key).build());

    assertThatThrownBy(() -> cases.accept(application().key(key).applicant(OTHER).build()))
        .isInstanceOfSatisfying(
            CaseException.class, e -> assertThat(e.code()).isEqualTo(CaseException.KEY_TAKEN))
        .hasMessageNotContaining(first.caseId().toString())
        .hasMessageNotContaining("Tolvan");
    assertThat(cases.find(first.caseId()).orElseThrow().applicantName())
        .isEqualTo("Tolvan Tolvansson");
  }

  @Test
  void who_has_not_logged_in_sends_in_without_a_number_and_is_nobodys_case() {
    Submission submission = application().unidentified(" Signaturen P. ").build();
    CaseId id = cases.accept(submission).caseId();
    CaseId silent = cases.accept(application().unidentified("").build()).caseId();

    Case stored = cases.find(id).orElseThrow();
    assertThat(stored.applicant()).isEmpty();
    assertThat(stored.applicantName()).isEqualTo("Signaturen P.");
    assertThat(cases.find(silent).orElseThrow().applicantName()).isEmpty();
    assertThat(cases.find(id, TOLVAN.identifier().orElseThrow())).isEmpty();
    JournalEntry received = cases.journal(id).entries().get(0);
    assertThat(received.actor()).isEqualTo(Actor.unidentified("Signaturen P."));
    assertThat(received.details()).containsEntry("assuranceLevel", "none");
    assertThat(cases.verify(id)).isEmpty();
    assertThat(cases.accept(submission).caseId()).as("a double click").isEqualTo(id);
  }

  @Test
  void the_key_of_an_applicant_gives_nothing_to_who_has_not_logged_in_nor_the_other_way() {
    String known = key();
    String unknown = key();
    cases.accept(application().key(known).build());
    cases.accept(application().key(unknown).unidentified("").build());

    for (Submission replay :
        List.of(
            application().key(known).unidentified("Tolvan Tolvansson").build(),
            application().key(unknown).build())) {
      assertThatThrownBy(() -> cases.accept(replay))
          .isInstanceOfSatisfying(
              CaseException.class, e -> assertThat(e.code()).isEqualTo(CaseException.KEY_TAKEN));
    }
  }

  @Test
  void what_a_party_sends_unasked_leaves_the_status_and_the_request_as_they_are() {
    CaseId id = cases.accept(application().build()).caseId();
    Actor other = Actor.citizen(OTHER);
    Supplement approval = new Supplement(key(), "Jag godkänner.", List.of(), RECEIVED);

    assertThat(cases.receiveUnasked(id, other, approval).status()).isEqualTo(CaseStatus.RECEIVED);
    cases.open(id, HANDLER);
    SupplementRequest request = new SupplementRequest("Intyg saknas", LocalDate.of(2026, 4, 1));
    Case waits = cases.requestSupplement(id, HANDLER, request);
    assertThat(cases.receiveUnasked(id, other, approval)).as("again").isEqualTo(waits);
    Case more =
        cases.receiveUnasked(id, other, new Supplement(key(), "Och mer.", List.of(), RECEIVED));
    assertThat(more.status()).isEqualTo(CaseStatus.AWAITING_SUPPLEMENT);
    assertThat(more.supplementRequest()).contains(request);

    List<JournalEntry> received =
        cases.journal(id).entries().stream()
            .filter(entry -> entry.kind() == JournalKind.SUPPLEMENT_RECEIVED)
            .toList();
    assertThat(received).hasSize(2);
    assertThat(received).allMatch(entry -> entry.actor().equals(other));
    assertThat(cases.documents(id).stream().map(StoredDocument::role))
        .filteredOn(DocumentRole.SUPPLEMENT::equals)
        .hasSize(2);
    cases.close(id, HANDLER);
    Supplement late = new Supplement(key(), "För sent", List.of(), RECEIVED);
    refused(() -> cases.receiveUnasked(id, other, late));
    assertThat(cases.verify(id)).isEmpty();
  }

  @Test
  void registered_is_never_earlier_than_received() {
    Receipt receipt = cases.accept(application().receivedAt(RECEIVED.plusSeconds(3600)).build());

    Case stored = cases.find(receipt.caseId()).orElseThrow();
    assertThat(stored.registeredAt()).isEqualTo(stored.receivedAt());
  }

  @Test
  void a_case_of_somebody_else_is_as_good_as_none() {
    Receipt receipt = cases.accept(application().build());
    CaseId none = new CaseId(UUID.randomUUID());

    assertThat(cases.find(receipt.caseId(), TOLVAN.identifier().orElseThrow())).isPresent();
    assertThat(cases.find(receipt.caseId(), OTHER.identifier().orElseThrow())).isEmpty();
    assertThat(cases.find(none)).isEmpty();
    assertThat(cases.content(none, receipt.documents().get(0).id())).isEmpty();
    assertThat(cases.journal(none).entries()).isEmpty();
  }

  @Test
  void lists_the_latest_first_for_the_applicant_and_the_oldest_first_for_staff() {
    var person = Submissions.person("196408233234", "Bo", "Ek");
    CaseId early = cases.accept(application().applicant(person).build()).caseId();
    CaseId late =
        cases
            .accept(application().applicant(person).receivedAt(RECEIVED.plusSeconds(9)).build())
            .caseId();

    assertThat(cases.listOf(person.identifier().orElseThrow()).stream().map(Case::id))
        .containsExactly(late, early);
    assertThat(cases.listFor("KFN", 10_000).stream().map(Case::id))
        .containsSubsequence(early, late);
    assertThat(cases.listFor("KFN", 1)).hasSize(1);
    assertThat(cases.listFor("XX", 10)).isEmpty();
  }

  @Test
  void a_case_walks_from_received_to_closed_with_every_step_in_its_journal() {
    CaseId id = cases.accept(application().build()).caseId();
    Actor citizen = Actor.citizen(TOLVAN);
    SupplementRequest request = new SupplementRequest("Intyg saknas", LocalDate.of(2026, 4, 1));

    assertThat(cases.open(id, HANDLER).status()).isEqualTo(CaseStatus.IN_PROGRESS);
    assertThat(cases.requestSupplement(id, HANDLER, request).supplementRequest()).contains(request);
    Supplement supplement =
        new Supplement(
            key(),
            "Här är intyget",
            List.of(document(DocumentRole.SUPPLEMENT, "intyg.txt", "intyg")),
            RECEIVED.plusSeconds(60));
    Case supplemented = cases.receiveSupplement(id, citizen, supplement);
    assertThat(supplemented.status()).isEqualTo(CaseStatus.IN_PROGRESS);
    assertThat(supplemented.supplementRequest()).isEmpty();
    assertThat(cases.receiveSupplement(id, citizen, supplement)).isEqualTo(supplemented);
    cases.post(id, citizen, "När får jag besked?");
    Case decided =
        cases.decide(
            id, HANDLER, granted(), document(DocumentRole.DECISION, "beslut.html", "<p>Ja</p>"));
    assertThat(decided.decision()).contains(granted());
    ArchiveDelivery delivery = new ArchiveDelivery("p1", "p1.zip", "cd".repeat(32), 9, RECEIVED);
    cases.recordDelivery(id, ROUTINE, delivery);
    cases.recordDelivery(id, ROUTINE, delivery);
    Case closed = cases.close(id, HANDLER);

    assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(closed.decision()).contains(granted());
    assertThat(closed.version()).isEqualTo(6);
    assertThat(cases.journal(id).entries().stream().map(JournalEntry::kind))
        .containsExactly(
            JournalKind.RECEIVED,
            JournalKind.OPENED,
            JournalKind.SUPPLEMENT_REQUESTED,
            JournalKind.SUPPLEMENT_RECEIVED,
            JournalKind.MESSAGE,
            JournalKind.DECIDED,
            JournalKind.ARCHIVED,
            JournalKind.CLOSED);
    assertThat(cases.verify(id)).isEmpty();
    assertThat(cases.documents(id).stream().map(StoredDocument::role))
        .containsExactly(
            DocumentRole.ANSWERS,
            DocumentRole.APPLICATION,
            DocumentRole.SUPPLEMENT,
            DocumentRole.SUPPLEMENT,
            DocumentRole.DECISION);
    assertThat(cases.messages(id))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.text()).isEqualTo("När får jag besked?");
              assertThat(message.from()).isEqualTo(citizen);
            });
  }

  @Test
  void a_step_that_the_status_does_not_allow_is_refused_and_leaves_no_trace() {
    CaseId id = cases.accept(application().build()).caseId();
    cases.open(id, HANDLER);
    cases.close(id, HANDLER);
    Case before = cases.find(id).orElseThrow();
    int entries = cases.journal(id).entries().size();

    refused(() -> cases.close(id, HANDLER));
    refused(() -> cases.post(id, HANDLER, "Hej"));
    refused(
        () ->
            cases.requestSupplement(
                id, HANDLER, new SupplementRequest("x", LocalDate.of(2026, 4, 1))));
    refused(() -> cases.decide(id, HANDLER, granted(), document(DocumentRole.DECISION, "b", "b")));
    refused(
        () ->
            cases.receiveSupplement(
                id, Actor.citizen(TOLVAN), new Supplement(key(), "x", List.of(), RECEIVED)));

    assertThat(cases.find(id)).contains(before);
    assertThat(cases.journal(id).entries()).hasSize(entries);
    assertThat(cases.documents(id)).hasSize(2);
  }

  @Test
  void an_unknown_case_is_refused_with_its_code() {
    assertThatThrownBy(() -> cases.open(new CaseId(UUID.randomUUID()), HANDLER))
        .isInstanceOfSatisfying(
            CaseException.class, e -> assertThat(e.code()).isEqualTo(CaseException.NOT_FOUND));
  }

  @Test
  void a_routine_that_adds_the_same_document_again_gets_the_first() {
    CaseId id = cases.accept(application().build()).caseId();
    var pdf = document(DocumentRole.APPLICATION_PDF, "a.pdf", "%PDF");

    StoredDocument first = cases.addDocument(id, ROUTINE, "pdf", pdf);

    assertThat(cases.addDocument(id, ROUTINE, "pdf", pdf)).isEqualTo(first);
    assertThat(cases.documents(id)).hasSize(3);
    assertThat(cases.verify(id)).isEmpty();
  }

  @Test
  void reading_what_is_secret_is_journalled() {
    CaseId id =
        cases
            .accept(
                application()
                    .secrecyMark(new SecrecyMark("26 kap. 1 § OSL", LocalDate.EPOCH, "KFN"))
                    .build())
            .caseId();
    cases.open(id, HANDLER);
    cases.open(id, HANDLER);

    assertThat(cases.journal(id).entries().stream().map(JournalEntry::kind))
        .containsExactly(JournalKind.RECEIVED, JournalKind.OPENED, JournalKind.READ);
  }

  @Test
  void the_database_itself_refuses_to_change_the_journal_or_a_document() {
    CaseId id = cases.accept(application().build()).caseId();

    for (String harm :
        List.of(
            "UPDATE byggsten.journal SET actor_name = 'X' WHERE case_id = '" + id + "'",
            "DELETE FROM byggsten.journal WHERE case_id = '" + id + "'",
            "TRUNCATE byggsten.journal",
            "UPDATE byggsten.case_document SET content = '', size = 0")) {
      assertThatThrownBy(() -> database.execute(harm))
          .hasRootCauseInstanceOf(SQLException.class)
          .hasStackTraceContaining("only ever added");
    }
    assertThat(cases.verify(id)).isEmpty();
  }

  @Test
  void what_an_administrator_changes_behind_the_triggers_is_found() {
    CaseId id = cases.accept(application().build()).caseId();
    CaseId whole = cases.accept(application().build()).caseId();
    database.execute(
        "ALTER TABLE byggsten.journal DISABLE TRIGGER USER",
        "ALTER TABLE byggsten.case_document DISABLE TRIGGER USER",
        "UPDATE byggsten.journal SET actor_name = 'Någon annan' WHERE case_id = '" + id + "'",
        "UPDATE byggsten.case_document SET content = 'x', size = 1, sha256 = encode(sha256('x'),"
            + " 'hex') WHERE role = 'ANSWERS' AND case_id = '"
            + id
            + "'",
        "ALTER TABLE byggsten.journal ENABLE TRIGGER USER",
        "ALTER TABLE byggsten.case_document ENABLE TRIGGER USER");

    assertThat(cases.verify(id).stream().map(finding -> finding.code().value()))
        .containsExactly("JOURNAL-ENTRY-CHANGED", "JOURNAL-DOCUMENT-CHANGED");
    assertThat(cases.verify(whole)).isEmpty();
  }

  @Test
  void an_assisting_official_is_the_one_whom_the_journal_names() {
    var official =
        AuthenticatedPerson.builder()
            .affiliation(OrganisationAffiliation.of("k1", KFN.organisation()))
            .name("Kim", "Kontakt")
            .level(AssuranceLevel.LOA3)
            .authenticatedAt(RECEIVED)
            .identityProvider("https://idp.example.se")
            .build();
    CaseId id = cases.accept(application().assistedBy(official).build()).caseId();

    assertThat(cases.journal(id).entries().get(0).actor()).isEqualTo(Actor.staff(official));
    assertThat(cases.find(id).orElseThrow().applicantName()).isEqualTo("Tolvan Tolvansson");
    assertThat(cases.find(id).orElseThrow().diarienummer()).isEqualTo(Optional.empty());
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            CaseException.class, e -> assertThat(e.code()).isEqualTo(CaseException.STATUS));
  }
}
