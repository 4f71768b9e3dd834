package se.byggsten.diary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.CaseId;
import se.byggsten.core.cases.JournalKind;
import se.byggsten.postgres.OutboxWorker;
import se.byggsten.postgres.PostgresCases;

class KilledNodeTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void what_a_killed_node_promised_is_kept() throws Exception {
    killAndCheck(2);
  }

  @Test
  @Tag("endurance")
  void what_a_node_killed_forty_times_promised_is_kept() throws Exception {
    killAndCheck(40);
  }

  private void killAndCheck(int kills) throws Exception {
    try (TestDiary all = new TestDiary()) {
      all.database.execute("CREATE TABLE delivered (key text PRIMARY KEY, calls integer NOT NULL)");
      Map<Integer, String> receipts = new TreeMap<>();
      int next = 1;
      for (int i = 0; i < kills; i++) {
        next = runAndKill(all.database.jdbcUrl(), next, receipts);
      }

      // The citizen whose click met the dead node clicks again, and the node starts again.
      PostgresCases cases = WalkingNode.cases(all.database.dataSource());
      WalkingNode.accept(cases, next);
      try (OutboxWorker worker = WalkingNode.worker(all.database.dataSource(), cases)) {
        worker.start();
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> worker.status().waiting() == 0 && worker.status().failing() == 0);
      }

      List<Case> stored = cases.listFor("KFN", Integer.MAX_VALUE);
      assertThat(stored).hasSize(next);
      assertThat(all.diary.verify("KFN", 2026)).isEmpty();
      assertThat(all.diary.entries("KFN", 2026)).hasSize(next);
      receipts.forEach(
          (number, receipt) -> {
            String[] parts = receipt.split(" ", -1);
            Case promised = cases.find(CaseId.parse(parts[0])).orElseThrow();
            assertThat(promised.diarienummer().orElseThrow().sequence())
                .isEqualTo(Long.parseLong(parts[1]));
          });
      for (Case each : stored) {
        assertThat(cases.verify(each.id())).isEmpty();
        assertThat(cases.journal(each.id()).entries().stream().map(entry -> entry.kind()))
            .containsExactly(
                JournalKind.RECEIVED,
                JournalKind.REGISTERED,
                JournalKind.DOCUMENT_ADDED,
                JournalKind.ARCHIVED);
        assertThat(cases.documents(each.id())).hasSize(3);
      }
      assertThat(all.database.count("SELECT count(*) FROM delivered")).isEqualTo(next);
    }
  }

  /** Returns the number of the submission that the node was on when it was killed. */
  private int runAndKill(String jdbcUrl, int first, Map<Integer, String> receipts)
      throws Exception {
    Process node =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WalkingNode.class.getName(),
                jdbcUrl,
                Integer.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int last = first;
    int seen = 0;
    int killAfter = 1 + random.nextInt(120);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(node.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ", 3);
        if (parts[0].equals("SENT") && parts.length == 2) {
          last = Integer.parseInt(parts[1]);
        } else if (parts[0].equals("RECEIPT") && parts.length == 3) {
          receipts.put(Integer.parseInt(parts[1]), parts[2]);
        }
        seen++;
        if (seen == killAfter) {
          // On Unix this is SIGKILL; by the handle, which leaves what was written to be read.
          node.toHandle().destroyForcibly();
        }
      }
    } finally {
      node.destroyForcibly();
    }
    assertThat(node.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(seen).isGreaterThanOrEqualTo(killAfter);
    return last;
  }
}
