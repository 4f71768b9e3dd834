package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Refusals.assertRefused;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.conformance.http.Exchange;

/** What no honest page of the application posts: refused, and nothing of the draft is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private Visitor citizen = new Visitor();
  private String token = "";

  @BeforeAll
  void fillsIn() {
    citizen = Visitor.loggedIn("anna");
    citizen.fillInAfresh();
    token = citizen.csrf();
  }

  @Test
  void two_answers_for_one_field_are_refused() {
    refused("barnet/1", child() + "&fornamn=Kalle", 400);
    refused("relation", "relation=vardnadshavare&relation=god-man", 400);
  }

  @Test
  void a_field_that_the_form_does_not_have_is_refused() {
    refused("barnet/1", child() + "&roll=handlaggare", 400);
    refused("barnet/1", child() + "&forstaVal=solvik-v26", 400);
    refused("barnet/1", child() + "&=1", 400);
    refused("barnet/1", child() + "&_method=DELETE", 400);
    refused("barnet/1", child() + "&fornamn%5B%5D=x", 400);
  }

  @Test
  void an_option_that_was_not_offered_is_refused() {
    refused("relation", "relation=kung", 400, 422);
    refused("barnets-kollo/1", "forstaVal=maldiverna-v1&andraVal=&tredjeVal=", 400, 422);
    refused("barnets-stod/1", "behoverStod=kanske", 400, 422);
    refused("barnets-simning/1", "simkunnighet=flyger", 400, 422);
    refused("intygande", "intygar=no", 400, 422);
  }

  @Test
  void a_locked_answer_of_the_login_cannot_be_changed() {
    refused("kontakt", contact() + "&namn=Karl+XII", 400);
    assertThat(textOf(citizen.get("/ansokan/granska")))
        .contains("Anna Lindström")
        .doesNotContain("Karl XII");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%FF%FE",
        "%C3%28",
        "%ED%A0%80",
        "%F5%80%80%80",
        "%C0%AF",
        "%",
        "%2",
        "%zz",
        "%E5%E4%F6"
      })
  void bytes_that_are_not_utf_8_are_refused(String bytes) {
    refused("barnet/1", child().replace("Lindstr%C3%B6m", bytes), 400);
  }

  @Test
  void raw_bytes_and_other_charsets_are_refused() {
    String path = "/ansokan/barnet/1";
    byte[] latin = ("fornamn=\u00c5sa&_csrf=" + token).getBytes(StandardCharsets.ISO_8859_1);
    Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
    assertRefused(citizen.send("POST", path, form, latin), 400);
    for (String type :
        List.of(
            "application/x-www-form-urlencoded; charset=iso-8859-1",
            "application/x-www-form-urlencoded; charset=nonsense",
            "application/json",
            "text/plain",
            "multipart/form-data",
            "multipart/mixed; boundary=x",
            "multipart/form-data; boundary=" + "x".repeat(300))) {
      byte[] body = child().getBytes(StandardCharsets.US_ASCII);
      assertRefused(citizen.send("POST", path, Map.of("Content-Type", type), body), 400, 415);
    }
    nothingLost();
  }

  @ParameterizedTest
  @CsvSource({
    "fornamn, Elsa%00Lind",
    "fornamn, %00",
    "fornamn, %1B%5B31mElsa",
    "fornamn, Elsa%0D%0ASet-Cookie:x=1",
    "fornamn, %E2%80%AEasle",
    "barnPersonnummer, 20160112%002383",
  })
  void control_characters_are_answered_with_a_page(String field, String value) {
    String body =
        child()
            .replaceAll("(^|&)" + field + "=[^&]*", "$1" + field + "=" + value)
            .replaceFirst("^&", "");
    Exchange answer = citizen.postPage("barnet/1", body + "&_csrf=" + token);
    assertThat(answer.headers("Set-Cookie")).noneMatch(c -> c.startsWith("x="));
    if (answer.status() != 303) {
      assertRefused(answer, 400, 422);
    }
    restore();
  }

  @Test
  void too_long_and_too_many_are_refused() {
    refused("barnet/1", child() + "&" + "x".repeat(20_000) + "=1", 400, 413);
    refused("barnet/1", child().replace("Elsa", "E".repeat(30_000)), 413, 422);
    refused("barnets-stod/1", "behoverStod=yes&stodBeskrivning=" + "x".repeat(1001), 422);
    restore();
    String many =
        IntStream.range(0, 10_000).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
    refused("barnet/1", many, 400, 413);
  }

  @Test
  void nobody_jumps_ahead_or_sends_without_answers() {
    Visitor other = Visitor.loggedIn("fatima");
    other.apply();
    int cases = other.get("/mina-arenden").text().split("/mina-arenden/", -1).length;
    other.get("/ansokan");
    assertThat(other.get("/ansokan/granska").uri().getPath()).isEqualTo("/ansokan/start");
    assertThat(other.get("/ansokan/intygande").uri().getPath()).isEqualTo("/ansokan/start");
    String csrf = "_csrf=" + other.csrf();
    for (String page : List.of("granska", "intygande", "kontakt")) {
      Exchange sent = other.postPage(page, csrf);
      assertThat(sent.status()).isEqualTo(303);
      assertThat(sent.header("Location")).contains("/ansokan/start");
    }
    assertThat(other.get("/mina-arenden").text().split("/mina-arenden/", -1)).hasSize(cases);
  }

  @Test
  void pages_that_the_form_does_not_have_are_not_found() {
    for (String page :
        List.of(
            "finns-inte",
            "KONTAKT",
            "kontakt/",
            "kontakt/1",
            "barnet",
            "barnet/0",
            "barnet/2",
            "barnet/1/1",
            "barnet/01",
            "barnet/-1",
            "barnet/99999999999",
            "allergin/1",
            "%2e%2e",
            "kontakt%00",
            "x".repeat(3000))) {
      assertRefused(citizen.send("GET", "/ansokan/" + page, Map.of(), new byte[0]), 400, 404);
      assertRefused(citizen.post("/ansokan/" + page, child() + "&_csrf=" + token), 400, 404);
    }
    nothingLost();
  }

  @Test
  void hostile_strings_are_shown_as_text_in_every_field() {
    for (String page : Pages.NAMES) {
      for (String hostile : Pages.HOSTILE) {
        Pages.probe(citizen, page, hostile, token);
      }
      Pages.restore(citizen, page, token);
    }
    nothingLost();
  }

  @Test
  void deep_and_broken_multipart_is_refused() {
    List<String> bodies = new ArrayList<>();
    bodies.add("");
    bodies.add("--b\r\n");
    bodies.add("--b--");
    bodies.add("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n");
    bodies.add("--b\r\n" + "X-A: b\r\n".repeat(5000) + "\r\nx\r\n--b--\r\n");
    bodies.add("--b\r\nContent-Disposition: form-data; name=\"fornamn\"\r\n\r\nElsa");
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      String outer = i == 0 ? "b" : "b" + i;
      nested
          .append("--" + outer + "\r\nContent-Disposition: form-data; name=\"n" + i + "\"\r\n")
          .append("Content-Type: multipart/mixed; boundary=b" + (i + 1) + "\r\n\r\n");
    }
    bodies.add(nested + "--b200--\r\n--b--\r\n");
    bodies.add(
        "--b\r\nContent-Disposition: form-data; name=\"fornamn\"; filename=\"a.pdf\"\r\n\r\nx"
            + "\r\n--b--\r\n");
    for (String body : bodies) {
      assertRefused(
          citizen.send(
              "POST",
              "/ansokan/barnet/1",
              Map.of("Content-Type", "multipart/form-data; boundary=b"),
              body.getBytes(StandardCharsets.UTF_8)),
          400,
          403);
    }
    nothingLost();
  }

  private void refused(String page, String body, int... statuses) {
    assertRefused(citizen.postPage(page, body + "&_csrf=" + token), statuses);
    nothingLost();
  }

  /** The answers of the other pages, which nobody touched. */
  private void nothingLost() {
    restore();
    String review = textOf(citizen.get("/ansokan/granska"));
    assertThat(review)
        .contains("Elsa Lindström", "Vilket kollo som helst", "Behöver påminnas", "Storgatan 12");
  }

  /** What was wrong is kept for the citizen to put right, so each test puts it right. */
  private void restore() {
    for (int i = 0; i < 60; i++) {
      Exchange page = citizen.get("/ansokan");
      if (page.uri().getPath().endsWith("/granska")) {
        return;
      }
      citizen.submit(page, Answers.complete());
    }
    throw new AssertionError("The application could not be put right again");
  }

  private static String child() {
    return encoded("fornamn", "efternamn", "barnPersonnummer");
  }

  private static String contact() {
    return encoded(
        "epost", "telefon", "skyddad", "adress-street", "adress-postal-code", "adress-city");
  }

  static String encoded(String... names) {
    Map<String, String> all = new HashMap<>(Answers.complete());
    return List.of(names).stream()
        .map(n -> n + "=" + URLEncoder.encode(all.get(n), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
