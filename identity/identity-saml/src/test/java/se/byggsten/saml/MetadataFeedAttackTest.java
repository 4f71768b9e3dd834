package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.saml.metadata.MetadataState;
import se.byggsten.saml.protocol.SamlException;

/** Servers and documents that want to harm whoever fetches metadata. */
class MetadataFeedAttackTest extends FeedScene {
  private static final int LIMIT = 64 * 1024 * 1024;

  private String refusal(byte[] body) {
    server.serve(body);
    MetadataFeed feed = unsigned();
    String code = code(feed.refresh());
    assertThat(feed.all()).isEmpty();
    return code;
  }

  private String refusal(String body) {
    return refusal(bytes(body));
  }

  /** Without signatures, so that an attack meets only the check that it is aimed at. */
  private MetadataFeed unsigned() {
    return MetadataFeed.from(server.address("/feed.xml"))
        .unsigned()
        .clock(clock)
        .timeout(Duration.ofSeconds(20))
        .build();
  }

  @Test
  void readsNoDocumentTypeAndFetchesNothingForIt(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hemligt");
    String xml = federation().xml();
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      listener.setSoTimeout(200);
      String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
      for (String dtd :
          new String[] {
            "<!DOCTYPE x>",
            "<!DOCTYPE x SYSTEM \"" + address + "\">",
            "<!DOCTYPE x [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]>",
            "<!DOCTYPE x [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
          }) {
        assertThat(refusal(dtd + xml.replace(Scene.IDP, "&x;"))).isEqualTo("SAML-METADATA-XML");
        assertThat(refusal(dtd + xml)).isEqualTo("SAML-METADATA-XML");
      }
      Assertions.assertThatCode(listener::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void refusesABillionLaughsAtOnce() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      dtd.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    assertThat(refusal(dtd + "]>" + federation().xml().replace(Scene.IDP, "&a29;")))
        .isEqualTo("SAML-METADATA-XML");
  }

  @Test
  void refusesWhatWouldFillTheMemory() {
    assertThat(refusal("<a>".repeat(100_000))).isEqualTo("SAML-METADATA-TOO-LARGE");
    assertThat(refusal("<a>" + "<b/>".repeat(1_000_001) + "</a>"))
        .isEqualTo("SAML-METADATA-TOO-LARGE");
    assertThat(refusal("<a>" + "<?b?>".repeat(1_000_001) + "</a>"))
        .isEqualTo("SAML-METADATA-TOO-LARGE");
    assertThat(refusal("<a>" + "<b c='' d='' e=''/>".repeat(700_000) + "</a>"))
        .isEqualTo("SAML-METADATA-TOO-LARGE");
  }

  @Test
  void readsNoMoreThanTheLimit(@TempDir Path folder) throws IOException {
    server.on("/feed.xml", exchange -> blanks(exchange, LIMIT + 1L));
    assertThat(code(unsigned().refresh())).isEqualTo("SAML-METADATA-TOO-LARGE");
    server.on("/feed.xml", exchange -> blanks(exchange, 0));
    assertThat(code(unsigned().refresh()))
        .as("a body without end and without length")
        .isEqualTo("SAML-METADATA-TOO-LARGE");
    Path file = Files.write(folder.resolve("feed.xml"), new byte[LIMIT + 1]);
    assertThat(code(MetadataFeed.from(file).unsigned().clock(clock).build().refresh()))
        .isEqualTo("SAML-METADATA-TOO-LARGE");
  }

  private static void blanks(HttpExchange exchange, long length) throws IOException {
    exchange.sendResponseHeaders(200, length);
    byte[] piece = new byte[1 << 16];
    OutputStream out = exchange.getResponseBody();
    for (long sent = 0; length == 0 || sent < length; sent += piece.length) {
      out.write(piece, 0, length == 0 ? piece.length : (int) Math.min(piece.length, length - sent));
    }
  }

  @Test
  void unpacksNoMoreThanTheLimit() {
    compressed("gzip", gzip(new byte[LIMIT + 1]));
    assertThat(code(unsigned().refresh())).isEqualTo("SAML-METADATA-TOO-LARGE");
  }

  @Test
  void refusesWhatIsPackedWronglyOrNotWhole() {
    byte[] whole = gzip(federation().bytes());
    compressed("gzip", Arrays.copyOf(whole, whole.length - 9));
    assertThat(code(unsigned().refresh())).isEqualTo("SAML-METADATA-FETCH");
    compressed("gzip", federation().bytes());
    assertThat(code(unsigned().refresh())).isEqualTo("SAML-METADATA-FETCH");
    compressed("br", whole);
    assertThat(code(unsigned().refresh())).isEqualTo("SAML-METADATA-FETCH");
    compressed("gzip, gzip", gzip(whole));
    assertThat(code(unsigned().refresh())).isEqualTo("SAML-METADATA-FETCH");
  }

  private void compressed(String encoding, byte[] body) {
    server.on(
        "/feed.xml",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", encoding);
          FederationServer.write(exchange, body);
        });
  }

  @Test
  void refusesWhatIsCutShort() {
    byte[] whole = federation().bytes();
    server.on(
        "/feed.xml",
        exchange -> {
          exchange.sendResponseHeaders(200, whole.length);
          exchange.getResponseBody().write(whole, 0, whole.length - 1);
        });
    assertThat(code(unsigned().refresh())).isEqualTo("SAML-METADATA-FETCH");
    assertThat(refusal(Arrays.copyOf(whole, whole.length - 1))).isEqualTo("SAML-METADATA-XML");
    assertThat(refusal(new byte[0])).isEqualTo("SAML-METADATA-XML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "ISO-8859-1", "UTF-32"})
  void refusesEveryEncodingButUtf8(String charset) {
    String xml = federation().xml().replace("</md:Enti", "<!-- åäö --></md:Enti");
    assertThat(refusal(xml.getBytes(Charset.forName(charset)))).isEqualTo("SAML-METADATA-XML");
    assertThat(refusal("<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + xml))
        .isEqualTo("SAML-METADATA-XML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://127.0.0.1:1/", "/other.xml"})
  void followsNobody(String location) {
    server.serve("/other.xml", federation().bytes());
    server.on(
        "/feed.xml",
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          exchange.sendResponseHeaders(302, -1);
        });
    assertThat(code(unsigned().refresh())).isEqualTo("SAML-METADATA-FETCH");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void doesNotWaitForABodyThatComesDropByDrop() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    server.on(
        "/feed.xml",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try {
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
              exchange.getResponseBody().write(' ');
              exchange.getResponseBody().flush();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (IOException e) {
            hungUp.countDown();
          }
        });
    MetadataFeed feed =
        MetadataFeed.from(server.address("/feed.xml"))
            .unsigned()
            .clock(clock)
            .timeout(Duration.ofMillis(500))
            .build();
    long start = System.nanoTime();
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-FETCH");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(hungUp.await(20, TimeUnit.SECONDS)).as("the connection is closed").isTrue();
    end.countDown();
  }

  @Test
  void doesNotWaitForAnAnswerThatNeverComes() {
    CountDownLatch end = new CountDownLatch(1);
    server.on("/feed.xml", exchange -> await(end));
    MetadataFeed feed =
        MetadataFeed.from(server.address("/feed.xml"))
            .unsigned()
            .clock(clock)
            .timeout(Duration.ofMillis(300))
            .build();
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-FETCH");
    end.countDown();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"å\"", "\t", "x"})
  void sendsBackNoTagThatCannotBeSent(String tag) {
    byte[] body = federation().bytes();
    server.on(
        "/feed.xml",
        exchange -> {
          exchange.getResponseHeaders().add("ETag", tag + "x".repeat(301));
          FederationServer.write(exchange, body);
        });
    MetadataFeed feed = unsigned();
    feed.refresh();
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    assertThat(server.requests().get(1)).doesNotContainKey("If-none-match");
  }

  @Test
  void fiveThousandOfTheSameNameAreNobodyAndTakeNoTime() {
    Federation federation = new Federation();
    String first = Federation.entity(Scene.IDP).xml();
    String second = Federation.entity(Scene.IDP).key("signing", Scene.OTHER_KEY).xml();
    for (int i = 0; i < 2_500; i++) {
      federation.add(first).add(second);
    }
    server.serve(federation.add(Federation.entity(OTHER)).bytes());
    MetadataFeed feed = unsigned();
    long start = System.nanoTime();
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(feed.find(Scene.IDP)).isEmpty();
    assertThat(feed.all()).hasSize(1);
  }

  @Property(tries = 150)
  void whateverComesIsRefusedWithACode(@ForAll @Size(max = 300) byte[] bytes) {
    try {
      SamlMetadata.read(bytes, Federation.NOW);
      Assertions.fail("Random bytes are no metadata");
    } catch (SamlException e) {
      assertThat(e.code().value()).startsWith("SAML-METADATA-");
    }
  }
}
