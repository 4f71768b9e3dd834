package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataListener;
import se.byggsten.saml.metadata.MetadataState;

/** Metadata on disk, and fetching in the background. */
class MetadataFeedStartTest extends FeedScene {
  @Test
  void startsFromTheCopyOnDiskWhileTheFederationIsAway(@TempDir Path folder) throws IOException {
    Path copy = folder.resolve("sub").resolve("feed.xml");
    server.serve(federation().signed());
    builder().copyIn(copy).build().refresh();
    server.status(503);
    clock.move(Duration.ofDays(1));
    Keys keys = new Keys();
    MetadataFeed restarted = builder().copyIn(copy).listener(keys).build();
    assertThat(restarted.all()).hasSize(2);
    assertThat(restarted.health().state()).isEqualTo(MetadataState.STALE);
    assertThat(restarted.refresh().state()).isEqualTo(MetadataState.STALE);
    // A key that was changed meanwhile is seen, and metadata from before are not taken.
    server.serve(federation().validUntil(Federation.NOW.plus(Duration.ofDays(2))).signed());
    assertThat(code(restarted.refresh())).isEqualTo("SAML-METADATA-OLDER");
    server.serve(
        new Federation()
            .add(Federation.entity(Scene.IDP).key("signing", Scene.OTHER_KEY))
            .validUntil(Federation.NOW.plus(Duration.ofDays(8)))
            .signed());
    restarted.refresh();
    assertThat(keys.changes).hasSize(1);
    try (var files = Files.list(copy.getParent())) {
      assertThat(files).containsExactly(copy);
    }
  }

  @Test
  void believesTheCopyOnDiskNoMoreThanWhatItFetches(@TempDir Path folder) throws IOException {
    Path copy = folder.resolve("feed.xml");
    Files.write(copy, bytes(federation().signed(Scene.OTHER_KEY)));
    assertThat(builder().copyIn(copy).build().all()).isEmpty();
    Files.write(copy, federation().signed());
    assertThat(builder().copyIn(copy).build().all()).hasSize(2);
    clock.move(Duration.ofDays(7));
    assertThat(builder().copyIn(copy).build().all()).isEmpty();
    Files.writeString(copy, "<!DOCTYPE x><x/>");
    assertThat(builder().copyIn(copy).build().all()).isEmpty();
    Files.delete(copy);
    Files.createDirectory(copy);
    server.serve(federation().validUntil(clock.instant().plusSeconds(60)).signed());
    MetadataFeed feed = builder().copyIn(copy).build();
    assertThat(feed.refresh().state())
        .as("where no copy can be kept")
        .isEqualTo(MetadataState.FRESH);
  }

  @Test
  void readsAFileAgainWhenItChanges(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("feed.xml");
    MetadataFeed feed = MetadataFeed.from(file).unsigned().clock(clock).build();
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-FETCH");
    Files.write(file, new Federation().add(Federation.entity(Scene.IDP)).bytes());
    assertThat(feed.refresh().identityProviders()).isEqualTo(1);
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    Files.write(file, federation().bytes());
    assertThat(feed.refresh().identityProviders()).isEqualTo(2);
    Files.delete(file);
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.STALE);
    assertThat(feed.all()).hasSize(2);
  }

  @Test
  void fetchesInTheBackgroundUntilItIsClosed() throws InterruptedException {
    CountDownLatch loaded = new CountDownLatch(1);
    server.serve(federation().signed());
    try (MetadataFeed feed =
        builder()
            .listener(
                new MetadataListener() {
                  @Override
                  public void refreshed(MetadataHealth health) {
                    loaded.countDown();
                  }
                })
            .start()) {
      assertThat(loaded.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(feed.all()).hasSize(2);
    }
  }

  @Test
  void wakesUpEachMinuteAndFetchesWhenItsTimeHasCome() {
    HandExecutor executor = new HandExecutor();
    server.serve(federation().cacheDuration("PT10M").signed());
    try (MetadataFeed feed = builder().executor(executor).start()) {
      assertThat(server.requests()).isEmpty();
      assertThat(executor.runNext()).isZero();
      assertThat(feed.health().state()).isEqualTo(MetadataState.FRESH);
      assertThat(executor.runNext()).isEqualTo(60_000);
      assertThat(server.requests()).as("not due").hasSize(1);
      // The clock is set, or the machine has slept: noticed within the minute.
      clock.move(Duration.ofMinutes(10));
      server.status(500);
      executor.runNext();
      assertThat(server.requests()).hasSize(2);
      assertThat(feed.health().state()).isEqualTo(MetadataState.STALE);
      clock.move(Duration.ofMinutes(2));
      server.serve(federation().signed());
      executor.runNext();
      assertThat(feed.health().state()).isEqualTo(MetadataState.FRESH);
    }
    executor.runNext();
    assertThat(executor.waiting()).as("nothing comes after the end").isZero();
    assertThat(executor.isShutdown()).as("who was given is not shut down").isFalse();
    executor.shutdownNow();
  }

  @Test
  void closingDoesNotWaitForAServerThatHangs() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    server.on(
        "/feed.xml",
        exchange -> {
          asked.countDown();
          await(end);
        });
    MetadataFeed feed = builder().start();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    long start = System.nanoTime();
    feed.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    end.countDown();
  }
}
