package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Refusals.assertRefused;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are much too large, or shorter than they say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BigBodyTest {
  private static final long LARGE = 50_000_000;
  private static final String WORDS = "Content-Type: application/x-www-form-urlencoded\n";

  private Visitor citizen = new Visitor();
  private String cookies = "";

  @BeforeAll
  void fillsIn() {
    citizen = Visitor.loggedIn("anna");
    citizen.fillInAfresh();
    cookies = "Cookie: byggsten=" + citizen.cookie("byggsten") + "\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ansokan/barnet/1",
        "/ansokan/bilagor",
        "/synpunkter",
        "/saml/acs",
        "/saml/logout"
      })
  void a_body_of_50_megabytes_is_refused(String path) {
    String post = "POST " + path + " HTTP/1.1\n" + cookies;
    String length = "Content-Length: " + LARGE + "\n";
    String files = "Content-Type: multipart/form-data; boundary=b\n";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          large(path, Wire.send(post + WORDS + length, Wire.ofSize(LARGE)));
          large(path, Wire.send(post + files + length, Wire.ofSize(LARGE)));
          large(
              path, Wire.send(post + WORDS + "Transfer-Encoding: chunked\n", Wire.chunked(LARGE)));
        });
    assertThat(textOf(citizen.get("/ansokan/granska")))
        .as("nothing is lost, and nobody was logged out")
        .contains("Elsa Lindström", "Storgatan 12");
  }

  private static void large(String path, Reply reply) {
    assertRefused(reply, "50 MB to " + path, 400, 403, 413);
    assertThat(reply.header("Set-Cookie").orElse("")).doesNotContain("byggsten=");
  }

  @Test
  void a_page_takes_no_more_than_its_own_questions_need() {
    String head = "POST /ansokan/kontakt HTTP/1.1\n" + cookies + WORDS;
    Reply some = Wire.send(head + "Content-Length: 1500000\n", Wire.ofSize(1_500_000));
    assertRefused(some, "1.5 MB to a page without files", 413);
    assertThat(some.text()).contains("för stort", "Dina tidigare svar finns kvar");
    String kept = head + "Connection: keep-alive\nContent-Length: " + LARGE + "\n";
    Reply much = Wire.send(kept, Wire.ofSize(LARGE));
    assertRefused(much, "50 MB to a page without files", 413);
    assertThat(much.header("Connection")).as("the rest is not read").contains("close");
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Storgatan 12");
  }

  @Test
  void many_large_files_at_once_leave_the_portal_standing() throws Exception {
    String head =
        "POST /ansokan/bilagor HTTP/1.1\n"
            + cookies
            + "Content-Type: multipart/form-data; boundary=b\nContent-Length: 24000000\n";
    ExecutorService senders = Executors.newFixedThreadPool(12);
    try {
      List<Future<Reply>> sent = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        sent.add(senders.submit(() -> Wire.send(head, Wire.ofSize(24_000_000))));
      }
      for (Future<Reply> one : sent) {
        assertThat(one.get().status()).isIn(400, 403, 413, 503);
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Elsa Lindström");
  }

  @Test
  void a_body_that_ends_early_changes_nothing() {
    for (String path : List.of("/ansokan/barnet/1", "/synpunkter", "/saml/acs")) {
      String head = "POST " + path + " HTTP/1.1\n" + cookies + WORDS + "Content-Length: 1000\n";
      Wire.abandon(head, "fornamn=Kalle".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Elsa Lindström");
  }

  @Test
  void broken_framing_is_refused() {
    for (String framing :
        List.of(
            "Content-Length: -1\n",
            "Content-Length: x\n",
            "Content-Length: 5\nContent-Length: 6\n",
            "Content-Length: 99999999999999999999\n",
            "Content-Length: 5\nTransfer-Encoding: chunked\n",
            "Transfer-Encoding: nonsense\n")) {
      Reply reply =
          Wire.send(
              "POST /ansokan/barnet/1 HTTP/1.1\n" + cookies + WORDS + framing,
              out -> out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      assertRefused(reply, framing, 400, 403, 411, 413);
    }
  }

  /** Takes as long as the portal waits for somebody who has gone silent. */
  @Tag("judges")
  @Test
  void somebody_who_goes_silent_is_given_up() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(3);
    try {
      Map<String, Future<Reply>> sent = new HashMap<>();
      for (String path : List.of("/ansokan/barnet/1", "/synpunkter", "/saml/acs")) {
        String head = "POST " + path + " HTTP/1.1\n" + cookies + WORDS + "Content-Length: 1000\n";
        sent.put(path, senders.submit(() -> Wire.send(head, BigBodyTest::halfAndThenNothing)));
      }
      for (Map.Entry<String, Future<Reply>> one : sent.entrySet()) {
        Reply reply = one.getValue().get(45, TimeUnit.SECONDS);
        assertRefused(reply, "silence to " + one.getKey(), 400, 403, 408, 413);
      }
    } finally {
      senders.shutdownNow();
    }
  }

  private static void halfAndThenNothing(OutputStream out) throws java.io.IOException {
    out.write("fornamn=Kalle".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
