package se.byggsten.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.byggsten.postgres.testing.Submissions.HANDLER;
import static se.byggsten.postgres.testing.Submissions.KFN;
import static se.byggsten.postgres.testing.Submissions.RECEIVED;
import static se.byggsten.postgres.testing.Submissions.TOLVAN;
import static se.byggsten.postgres.testing.Submissions.application;
import static se.byggsten.postgres.testing.Submissions.document;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.cases.Supplement;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.CaseHook;
import se.byggsten.postgres.internal.StorableText;
import se.byggsten.postgres.testing.TestDatabase;
import se.byggsten.testsupport.MovableClock;

class HostileInputTest {
  private static final MovableClock clock = MovableClock.at(RECEIVED);
  private static TestDatabase database;
  private static PostgresCases cases;

  @BeforeAll
  static void start() {
    database = TestDatabase.with("core", DatabaseSchema::migrate);
    cases = PostgresCases.on(database.dataSource(), clock).receivedBy(submission -> KFN);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\ud800", "\udc00x", "x\ud83d", "\udc00\ud800"})
  void text_that_would_come_back_changed_is_refused_and_nothing_is_stored(String text) {
    CaseId id = cases.accept(application().build()).caseId();
    long before = rows();

    refused(StoreException.TEXT_REFUSED, () -> accept(application().titles(text, "x")));
    refused(StoreException.TEXT_REFUSED, () -> accept(application().titles("x", text)));
    refused(StoreException.TEXT_REFUSED, () -> accept(application().eService(text)));
    refused(
        StoreException.TEXT_REFUSED,
        () ->
            accept(
                application()
                    .documents(List.of(document(DocumentRole.ATTACHMENT, text + ".txt", "x")))));
    refused(StoreException.TEXT_REFUSED, () -> cases.post(id, HANDLER, text));
    refused(
        StoreException.TEXT_REFUSED,
        () ->
            cases.receiveSupplement(
                id, Actor.citizen(TOLVAN), new Supplement("k", text, List.of(), RECEIVED)));

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void text_beyond_all_sense_is_refused_and_long_text_is_kept() {
    String long1000 = "å".repeat(1000);
    CaseId id = cases.accept(application().titles(long1000, long1000).build()).caseId();

    assertThat(cases.find(id).orElseThrow().title()).isEqualTo(long1000);
    refused(StoreException.TEXT_TOO_LONG, () -> accept(application().titles(long1000 + "å", "x")));
    refused(StoreException.TEXT_TOO_LONG, () -> cases.post(id, HANDLER, "x".repeat(100_001)));
    assertThat(cases.post(id, HANDLER, "x".repeat(100_000)).text()).hasSize(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Robert'); DROP TABLE byggsten.cases;--",
        "{\"a\":\"\\u0000\"}",
        "%s%s%n :applicant ?1 ${jndi:x} $$ \\",
        "<script>alert(1)</script>",
        "\u202Egnirts \uFEFF\uFFFF \uD83D\uDE00 ﷽",
        "{null,\"a\",{}}"
      })
  void odd_text_comes_back_as_it_was(String text) {
    CaseId id =
        cases
            .accept(
                application()
                    .titles(text, text)
                    .documents(List.of(document(DocumentRole.ANSWERS, text, text)))
                    .build())
            .caseId();
    cases.post(id, HANDLER, text);

    Case stored = cases.find(id).orElseThrow();
    StoredDocument document = cases.documents(id).get(0);
    assertThat(stored.title()).isEqualTo(text);
    assertThat(document.name()).isEqualTo(text);
    assertThat(cases.content(id, document.id())).contains(text.getBytes(UTF_8));
    assertThat(cases.messages(id).get(0).text()).isEqualTo(text);
    assertThat(cases.verify(id)).isEmpty();
  }

  @Test
  void thirty_megabytes_come_back_whole() {
    byte[] big = new byte[30 << 20];
    for (int i = 0; i < big.length; i += 4096) {
      big[i] = (byte) i;
    }
    Receipt receipt =
        cases.accept(
            application()
                .documents(
                    List.of(
                        NewDocument.of(
                            DocumentRole.ATTACHMENT, "stor.bin", "application/x-test", big)))
                .build());

    UUID id = receipt.documents().get(0).id();
    assertThat(receipt.documents().get(0).size()).isEqualTo(big.length);
    assertThat(cases.content(receipt.caseId(), id)).contains(big);
    assertThat(cases.verify(receipt.caseId())).isEmpty();
  }

  @Test
  void neither_exceptions_nor_the_log_tell_what_the_database_said_of_a_person() {
    CaseHook duplicates =
        new CaseHook() {
          @Override
          public HookResult onAccepted(
              Case accepted, List<StoredDocument> documents, Connection transaction)
              throws SQLException {
            try (var statement = transaction.createStatement()) {
              statement.execute("CREATE TEMPORARY TABLE t (n text UNIQUE) ON COMMIT DROP");
              statement.execute("INSERT INTO t VALUES ('191212121212 Tolvan')");
              statement.execute("INSERT INTO t VALUES ('191212121212 Tolvan')");
            }
            return new HookResult(
                Optional.empty(), List.of(new OutboxMessage(accepted.id(), "t", "k", Map.of())));
          }
        };
    PostgresCases failing =
        PostgresCases.on(database.dataSource(), clock)
            .hook(duplicates)
            .receivedBy(submission -> KFN);
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      assertThatThrownBy(() -> failing.accept(application().build()))
          .isInstanceOfSatisfying(
              StoreException.class,
              e -> {
                assertThat(e.code()).isEqualTo(StoreException.CONFLICT);
                assertThat(e.sqlState()).isEqualTo("23505");
                assertThat(e).hasNoCause().hasNoSuppressedExceptions();
                assertThat(e.getStackTrace()).isNotEmpty();
                assertThat(e.toString()).doesNotContain("Tolvan").doesNotContain("1912");
              });
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(UTF_8)).doesNotContain("Tolvan").doesNotContain("1912");
  }

  @Test
  void a_database_that_does_not_answer_is_a_coded_error() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setServerNames(new String[] {"127.0.0.1"});
    nowhere.setPortNumbers(new int[] {1});
    nowhere.setUser("tolvan");
    nowhere.setPassword("hemlig");

    refused(StoreException.UNAVAILABLE, () -> DatabaseSchema.migrate(nowhere));
    refused(
        StoreException.UNAVAILABLE,
        () -> PostgresStore.on(nowhere, Clock.systemUTC()).find("a", "b"));
    refused(
        StoreException.UNAVAILABLE,
        () ->
            PostgresCases.on(nowhere, Clock.systemUTC())
                .receivedBy(submission -> KFN)
                .accept(application().build()));
  }

  @Property(tries = 300)
  void storable_is_what_survives_utf_8(@ForAll @StringLength(max = 20) String text) {
    boolean survives =
        new String(text.getBytes(UTF_8), UTF_8).equals(text) && text.indexOf('\0') < 0;

    assertThat(StorableText.isStorable(text)).isEqualTo(survives);
  }

  private static void accept(Submission.Builder submission) {
    cases.accept(submission.build());
  }

  private static long rows() {
    return database.count(
        "SELECT (SELECT count(*) FROM byggsten.cases) + (SELECT count(*) FROM byggsten.journal)"
            + " + (SELECT count(*) FROM byggsten.case_document)"
            + " + (SELECT count(*) FROM byggsten.case_message)"
            + " + (SELECT count(*) FROM byggsten.case_step)");
  }

  private static void refused(ErrorCode code, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageNotContaining("hemlig");
  }
}
