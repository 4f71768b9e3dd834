package se.byggsten.diary;

import static se.byggsten.postgres.testing.Submissions.KFN;
import static se.byggsten.postgres.testing.Submissions.application;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.ArchiveDelivery;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.Diarienummer;
import se.byggsten.core.cases.DocumentRole;
import se.byggsten.core.cases.Receipt;
import se.byggsten.core.cases.StoredDocument;
import se.byggsten.core.outbox.OutboxHandler;
import se.byggsten.core.outbox.OutboxMessage;
import se.byggsten.core.spi.CaseHook;
import se.byggsten.postgres.Backoff;
import se.byggsten.postgres.OutboxWorker;
import se.byggsten.postgres.PostgresCases;
import se.byggsten.postgres.testing.Submissions;

/** A node in a process of its own that accepts and archives until it is killed. */
final class WalkingNode {
  private static final Actor ARCHIVE = Actor.system("archive");

  private WalkingNode() {}

  /** Arguments: the database, and the number of the first submission. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setMaximumPoolSize(8);
    HikariDataSource dataSource = new HikariDataSource(config);
    PostgresCases cases = cases(dataSource);
    worker(dataSource, cases).start();
    for (int i = Integer.parseInt(args[1]); true; i++) {
      out.println("SENT " + i);
      Receipt receipt = accept(cases, i);
      out.println(
          "RECEIPT "
              + i
              + " "
              + receipt.caseId()
              + " "
              + receipt.diarienummer().map(Diarienummer::sequence).orElse(0L));
    }
  }

  static Receipt accept(PostgresCases cases, int number) {
    return cases.accept(
        application().key(String.format(Locale.ROOT, "submission-%010d", number)).build());
  }

  static PostgresCases cases(DataSource dataSource) {
    CaseHook asksForArchiving =
        new CaseHook() {
          @Override
          public HookResult onAccepted(
              Case accepted, List<StoredDocument> documents, Connection transaction) {
            return new HookResult(
                Optional.empty(), List.of(message(accepted, "pdf"), message(accepted, "archive")));
          }
        };
    return PostgresCases.on(dataSource, Clock.systemUTC())
        .hook(PostgresDiary.on(dataSource, Clock.systemUTC()).build())
        .hook(asksForArchiving)
        .receivedBy(submission -> KFN);
  }

  private static OutboxMessage message(Case accepted, String topic) {
    return new OutboxMessage(accepted.id(), topic, accepted.id() + "/" + topic, Map.of());
  }

  static OutboxWorker worker(DataSource dataSource, PostgresCases cases) {
    return OutboxWorker.on(dataSource, Clock.systemUTC())
        .handler(
            handler(
                "pdf",
                message ->
                    cases.addDocument(
                        message.caseId(),
                        ARCHIVE,
                        message.idempotencyKey(),
                        Submissions.document(DocumentRole.APPLICATION_PDF, "a.pdf", "%PDF"))))
        .handler(
            handler(
                "archive",
                message -> {
                  deliver(dataSource, message.idempotencyKey());
                  cases.recordDelivery(
                      message.caseId(),
                      ARCHIVE,
                      new ArchiveDelivery(
                          message.idempotencyKey(), "x", "ab".repeat(32), 1, Submissions.RECEIVED));
                }))
        .pollInterval(Duration.ofMillis(50))
        .heartbeat(Duration.ofMillis(250))
        .backoff(new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1)))
        .build();
  }

  /** The receiver: the same key again is no second package. */
  private static void deliver(DataSource dataSource, String key) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO delivered AS d (key, calls) VALUES (?, 1)"
                    + " ON CONFLICT (key) DO UPDATE SET calls = d.calls + 1")) {
      statement.setString(1, key);
      statement.executeUpdate();
    }
  }

  private interface Work {
    void on(OutboxMessage message) throws Exception;
  }

  private static OutboxHandler handler(String topic, Work work) {
    return new OutboxHandler() {
      @Override
      public String topic() {
        return topic;
      }

      @Override
      public void handle(OutboxMessage message) throws Exception {
        work.on(message);
      }
    };
  }
}
