package se.byggsten.testidp.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.byggsten.testidp.protocol.TestIdpException;

/** Metadata are fetched again when they do not hold what is looked for, but not all the time. */
class LazyMetadataTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:15:30.5Z"), ZoneOffset.UTC);

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE);
  private volatile String published = "<first/>";
  private volatile int status = 200;
  private HttpServer server;
  private LazyMetadata metadata;
  private String address;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = published.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort() + "/sp";
    metadata = LazyMetadata.at(URI.create(address + "?token=secret"), CLOCK, nanoTime::get);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void areKeptUntilTheyAreRenewed() {
    assertThat(metadata.renew()).as("nothing is known yet").isFalse();
    assertThat(metadata.xml()).isEqualTo("<first/>");
    published = "<second/>";
    assertThat(metadata.xml()).isEqualTo("<first/>");
    assertThat(metadata.renew()).isTrue();
    assertThat(metadata.xml()).isEqualTo("<second/>");
    assertThat(metadata.origin()).isEqualTo("fetched from " + address + " at 2026-11-22T10:15:30Z");
    assertThat(asked).hasValue(2);
  }

  @Test
  void areAskedForAgainAtMostEveryOtherSecond() {
    metadata.xml();
    assertThat(metadata.renew()).as("they are the same").isFalse();
    published = "<second/>";
    nanoTime.addAndGet(Duration.ofMillis(1999).toNanos());
    assertThat(metadata.renew()).isFalse();
    assertThat(asked).hasValue(2);
    nanoTime.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(metadata.renew()).isTrue();
    assertThat(asked).hasValue(3);
  }

  @Test
  void areKeptWhenTheyCannotBeHadAnew() {
    metadata.xml();
    status = 503;
    assertThat(metadata.renew()).isFalse();
    assertThat(metadata.xml()).isEqualTo("<first/>");
  }

  @Test
  void thatCannotBeHadAreAskedForAgainLater() {
    status = 503;
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(metadata::xml)
          .isInstanceOf(TestIdpException.class)
          .hasMessageContaining(address + " answers 503")
          .hasMessageNotContaining("secret");
    }
    assertThat(asked).as("the first time, and once more").hasValue(2);
    status = 200;
    nanoTime.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(metadata.xml()).isEqualTo("<first/>");
  }
}
