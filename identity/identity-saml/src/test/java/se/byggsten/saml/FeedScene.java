package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.metadata.KeyChange;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataListener;
import se.byggsten.testsupport.MovableClock;

/** A federation with a web server and two identity providers, and a service that reads it. */
abstract class FeedScene {
  static final String OTHER = "https://annan.example.se/metadata";

  final MovableClock clock = MovableClock.at(Federation.NOW);
  final FederationServer server = new FederationServer();

  @AfterEach
  void stop() {
    server.close();
  }

  MetadataFeedBuilder builder() {
    return MetadataFeed.from(server.address("/feed.xml"))
        .signedBy(Federation.OPERATOR.certificate())
        .clock(clock)
        .timeout(Duration.ofSeconds(10));
  }

  static Federation federation() {
    return new Federation().add(Federation.entity(Scene.IDP)).add(Federation.entity(OTHER));
  }

  static String code(MetadataHealth health) {
    return health.lastError().map(ErrorCode::value).orElse("none");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Notes what is heard of changed keys. */
  static final class Keys implements MetadataListener {
    final List<KeyChange> changes = new ArrayList<>();

    @Override
    public void keysChanged(KeyChange change) {
      changes.add(change);
    }
  }
}
