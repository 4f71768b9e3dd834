package se.byggsten.samples.portal.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import se.byggsten.core.manifest.Verification;
import se.byggsten.samples.portal.ops.EmbeddedDatabase;

/** Applications from several citizens while the portal is killed under them. */
final class KillRun {
  /** Test persons, each with a draft and a session of their own. */
  private static final List<String> CITIZENS = List.of("anna", "erik", "fatima");

  private final PortalProcess portal;
  private final Verification verification;
  private final int applications;
  private final int kills;
  private final RandomGenerator random;
  private final ConcurrentLinkedQueue<String> receipts = new ConcurrentLinkedQueue<>();
  private final Semaphore sending = new Semaphore(0);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger repeatedSends = new AtomicInteger();
  private final List<Duration> starts = new ArrayList<>();

  KillRun(
      PortalProcess portal,
      Verification verification,
      int applications,
      int kills,
      RandomGenerator random) {
    this.portal = portal;
    this.verification = verification;
    this.applications = applications;
    this.kills = kills;
    this.random = random;
  }

  /** What happened. */
  record Outcome(
      int applications,
      int kills,
      int databaseKills,
      int repeatedSends,
      int cases,
      Duration longestStart,
      Duration duration) {
    String asRow() {
      return "| %d | %d | %d | %d | %d | %.1f s | %d s |"
          .formatted(
              applications,
              kills,
              databaseKills,
              repeatedSends,
              cases,
              longestStart.toMillis() / 1000.0,
              duration.toSeconds());
    }
  }

  /** Runs to the end and verifies what is left. */
  Outcome run(Path binaries) throws Exception {
    long began = System.nanoTime();
    starts.add(portal.start());
    ExecutorService citizens = Executors.newFixedThreadPool(CITIZENS.size());
    int databaseKills = 0;
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (String person : CITIZENS) {
        running.add(citizens.submit(citizen(person)));
      }
      for (int kill = 0; kill < kills; kill++) {
        awaitReceipts(pointOf(kill), running);
        pauseBefore(kill);
        boolean withDatabase = kill % 2 == 0;
        portal.kill(withDatabase);
        databaseKills += withDatabase ? 1 : 0;
        starts.add(portal.start());
      }
      for (Future<Void> one : running) {
        one.get(40, TimeUnit.MINUTES);
      }
    } finally {
      citizens.shutdownNow();
    }
    awaitArchive();
    assertThat(portal.stop()).as("an orderly stop leaves no server behind").isTrue();
    try (EmbeddedDatabase database = EmbeddedDatabase.start(portal.database(), binaries)) {
      verify(new KillLedger(database.dataSource()));
    }
    return new Outcome(
        applications,
        kills,
        databaseKills,
        repeatedSends.get(),
        receipts.size(),
        starts.stream().max(Duration::compareTo).orElseThrow(),
        Duration.ofNanos(System.nanoTime() - began));
  }

  /** Kills are spread over the run, each somewhere in its own part of it. */
  private int pointOf(int kill) {
    int part = applications / kills;
    return kill * part + random.nextInt(Math.max(1, part - CITIZENS.size()));
  }

  /** Half of the kills come at any time, half just after somebody pressed the button that sends. */
  private void pauseBefore(int kill) throws InterruptedException {
    if (kill % 4 < 2) {
      sending.drainPermits();
      assertThat(sending.tryAcquire(3, TimeUnit.MINUTES)).as("somebody sends").isTrue();
      LockSupport.parkNanos(random.nextLong(60_000_000L));
    } else {
      LockSupport.parkNanos(random.nextLong(600_000_000L));
    }
  }

  private Callable<Void> citizen(String person) {
    return () -> {
      Applicant applicant =
          new Applicant(portal.url(), person, verification.answers(), sending::release);
      while (begun.getAndIncrement() < applications) {
        receipts.add(applicant.apply());
      }
      repeatedSends.addAndGet(applicant.repeatedSends());
      return null;
    };
  }

  private void awaitReceipts(int count, List<Future<Void>> running) {
    Awaitility.await("receipt number " + count)
        .atMost(Duration.ofMinutes(15))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              for (Future<Void> one : running) {
                if (one.isDone()) {
                  one.get();
                }
              }
              return receipts.size() >= count;
            });
  }

  /** The portal is left running until nothing is left to do; all else is seen after its stop. */
  private void awaitArchive() throws Exception {
    KillLedger ledger = new KillLedger(portal.liveDatabase());
    Awaitility.await("an empty outbox")
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(500))
        .failFast("the portal ended", () -> !portal.isRunning())
        .until(() -> ledger.waiting() == 0);
  }

  private void verify(KillLedger ledger) {
    assertThat(receipts).as("receipts").hasSize(applications).doesNotHaveDuplicates();
    assertThat(ledger.caseNumbers())
        .as("each receipt has its case, and a repeated send made no other")
        .containsExactlyInAnyOrderElementsOf(receipts);
    assertThat(ledger.diaryNumbers())
        .as("each receipt has its diary entry, one alone")
        .containsExactlyInAnyOrderElementsOf(receipts);
    assertThat(ledger.gaps()).as("numbers that nobody got").isEmpty();
    assertThat(ledger.casesWithoutExactlyOne("RECEIVED")).isEmpty();
    assertThat(ledger.casesWithoutExactlyOne("ARCHIVED")).isEmpty();
    assertThat(ledger.waiting()).as("left to do: " + ledger.waitingErrors()).isZero();
    List<String> packages = KillLedger.packages(portal.archive());
    assertThat(packages).hasSize(applications);
    for (String receipt : receipts) {
      assertThat(packages.stream().filter(mets -> holds(mets, receipt)).count())
          .as("packages of %s", receipt)
          .isEqualTo(1);
    }
  }

  private static boolean holds(String mets, String number) {
    return java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(number) + "(?!\\d)")
        .matcher(mets)
        .find();
  }
}
