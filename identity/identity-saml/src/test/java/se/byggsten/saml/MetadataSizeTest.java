package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataState;

/** Federations of thousands: memory, time, and readers who never wait. */
class MetadataSizeTest extends FeedScene {
  private static final Logger LOG = LoggerFactory.getLogger(MetadataSizeTest.class);

  /**
   * What may be kept of each 10 kB of XML, of which two certificates take 1.6 kB.
   *
   * <p>It is some 3.5 kB.
   */
  private static final int MOST_KEPT = 6 * 1024;

  /** Alone in its JVM: what other tests leave and give up would be counted too. */
  @Test
  @Tag("endurance")
  void keepsLittleOfEachIdentityProvider() {
    measure(1_000);
  }

  @Test
  @Tag("endurance")
  void readsFiveThousandInBoundedMemory() {
    measure(5_000);
  }

  private void measure(int entities) {
    byte[] first = LargeFederation.of(entities, 1).signed();
    byte[] second = LargeFederation.of(entities, 2).signed();
    assertThat(first.length / entities).isBetween(8_000, 20_000);
    MetadataFeed one = builder().build();
    server.serve(first);
    assertThat(one.refresh().identityProviders()).isEqualTo(entities);
    MetadataFeed two = builder().build();
    server.serve(second);
    // What other tests have left to finalizers goes with the collection after the next.
    used();
    long before = used();
    long start = System.nanoTime();
    MetadataHealth health = two.refresh();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    long kept = (used() - before) / entities;
    assertThat(health.identityProviders()).isEqualTo(entities);
    LOG.info(
        "{} entities, {} bytes of XML: {} ms to fetch, verify and read, {} bytes kept of each",
        entities,
        second.length,
        took.toMillis(),
        kept);
    assertThat(kept).isBetween(1_500L, (long) MOST_KEPT);
    assertThat(one.all()).hasSize(entities);
    assertThat(two.find(LargeFederation.entityId(entities - 1))).isPresent();
  }

  /** Tells what is in use when all caches have been given up that the JDK can do without. */
  private static long used() {
    try {
      byte[] more = new byte[(int) Runtime.getRuntime().maxMemory()];
      throw new AssertionError("More than all memory: " + more.length);
    } catch (OutOfMemoryError expected) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void nobodyWaitsForAFetchThatHangs() throws Exception {
    server.serve(federation().signed());
    MetadataFeed feed = builder().timeout(Duration.ofSeconds(60)).build();
    feed.refresh();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    byte[] next = new Federation().id("_2").add(Federation.entity(Scene.IDP)).signed();
    server.on(
        "/feed.xml",
        exchange -> {
          asked.countDown();
          await(end);
          FederationServer.write(exchange, next);
        });
    ExecutorService background = Executors.newSingleThreadExecutor();
    try {
      Future<MetadataHealth> refresh = background.submit(feed::refresh);
      await(asked);
      long start = System.nanoTime();
      for (int i = 0; i < 100_000; i++) {
        assertThat(feed.find(OTHER).isPresent()).isTrue();
        assertThat(feed.all().size()).isEqualTo(2);
      }
      assertThat(feed.health().state()).isEqualTo(MetadataState.FRESH);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertThat(refresh.isDone()).as("the fetch hangs still").isFalse();
      assertThat(took).isLessThan(Duration.ofSeconds(10));
      end.countDown();
      assertThat(refresh.get(30, TimeUnit.SECONDS).identityProviders()).isEqualTo(1);
      assertThat(feed.find(OTHER)).isEmpty();
    } finally {
      background.shutdownNow();
    }
  }

  @Test
  @Tag("endurance")
  void readersGoOnAtFullSpeedWhileFiveThousandAreVerified() throws Exception {
    MetadataFeed feed = builder().build();
    server.serve(LargeFederation.of(5_000, 1).signed());
    feed.refresh();
    server.serve(LargeFederation.of(5_000, 2).signed());
    ExecutorService background = Executors.newSingleThreadExecutor();
    try {
      Future<MetadataHealth> refresh = background.submit(feed::refresh);
      long lookups = 0;
      long slowest = 0;
      while (!refresh.isDone()) {
        long start = System.nanoTime();
        assertThat(feed.find(LargeFederation.entityId((int) (lookups++ % 5_000)))).isPresent();
        slowest = Math.max(slowest, System.nanoTime() - start);
      }
      LOG.info(
          "{} lookups during a refresh of 5000, the slowest {} µs (pauses for garbage included)",
          lookups,
          TimeUnit.NANOSECONDS.toMicros(slowest));
      assertThat(lookups).isGreaterThan(10_000);
      assertThat(refresh.get().state()).isEqualTo(MetadataState.FRESH);
    } finally {
      background.shutdownNow();
    }
  }
}
