package se.byggsten.testidp.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.byggsten.testidp.protocol.TestIdpException;

/** Whoever is asked decides neither how long it takes nor how much is kept. */
class HttpFetchTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/stops",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream body = exchange.getResponseBody();
          body.write("<html>".getBytes(UTF_8));
          body.flush();
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.createContext(
        "/large",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 50; i++) {
            exchange.getResponseBody().write("a".repeat(100_000).getBytes(UTF_8));
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void waitsNoLongerForTheRestOfAPageThanForItsBeginning() {
    assertThatThrownBy(() -> HttpFetch.get(at("/stops"), Map.of(), Duration.ofMillis(300)))
        .isInstanceOf(TestIdpException.class)
        .hasMessageContaining(at("/stops") + " does not answer in time");
  }

  @Test
  void keepsTheBeginningOfALargePage() {
    assertThat(HttpFetch.get(at("/large"), Map.of()).body()).hasSize(4 * 1024 * 1024);
  }

  @Test
  void asksNowhereButOnTheWeb() {
    assertThatThrownBy(() -> HttpFetch.get(URI.create("ftp://127.0.0.1/"), Map.of()))
        .isInstanceOf(TestIdpException.class);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
