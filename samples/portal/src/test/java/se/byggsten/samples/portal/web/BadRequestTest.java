package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Refusals.assertGuarded;
import static se.byggsten.samples.portal.web.Refusals.assertRefused;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.conformance.http.Exchange;

/** Requests that no browser sends by itself, to pages that anybody may open. */
class BadRequestTest {

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "CONNECTED", "PROPFIND"})
  void methods_that_no_page_takes_are_refused(String method) {
    for (String path : List.of("/", "/ansokan/kontakt", "/synpunkter", "/finns-inte", "/diarium")) {
      Reply reply = Wire.send(method + " " + path + " HTTP/1.1\nX-Secret: hemligt\n");
      String what = method + " " + path;
      if (reply.status() == 303) {
        assertThat(reply.header("Location").orElse("")).as(what).startsWith("/saml/login");
      } else {
        assertRefused(reply, what, 400, 401, 403, 404, 405, 501);
      }
      assertThat(reply.text()).as("nothing is sent back").doesNotContain("hemligt");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/saml/acs", "/saml/metadata", "/saml/login", "/test-idp/sso"})
  void no_page_repeats_the_request_and_its_cookies(String path) {
    Reply reply = Wire.send("TRACE " + path + " HTTP/1.1\nCookie: byggsten=hemligt\n");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.text()).doesNotContain("hemligt");
  }

  @Test
  void options_tells_nothing_and_head_is_get_without_a_body() {
    Reply head = Wire.send("HEAD / HTTP/1.1\n");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    assertGuarded(head, "HEAD /");
    assertThat(Wire.send("HEAD /finns-inte HTTP/1.1\n").status()).isEqualTo(404);
    Reply options = Wire.send("OPTIONS / HTTP/1.1\nOrigin: https://evil.example\n");
    assertThat(options.status()).isIn(200, 204, 405);
    assertThat(options.header("Access-Control-Allow-Origin")).isEmpty();
    assertGuarded(options, "OPTIONS /");
  }

  @Test
  void a_method_in_a_header_or_field_is_not_obeyed() {
    Visitor citizen = Visitor.loggedIn("anna");
    Map<String, String> headers =
        Map.of("X-HTTP-Method-Override", "POST", "X-Original-URL", "/handlaggare");
    Exchange page = citizen.send("GET", "/saml/logout?_method=POST", headers, new byte[0]);
    assertRefused(page, 404, 405);
    assertThat(citizen.get("/mina-arenden").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/finns-inte",
        "/admin",
        "/index.php",
        "/actuator/env",
        "/%3Cscript%3Ealert(1)%3C/script%3E",
        "/favicon.ico.bak",
        "/saml/finns-inte",
      })
  void unknown_paths_are_not_found(String path) {
    Exchange answer = new Visitor().get(path);
    assertRefused(answer, 404);
    assertThat(answer.text()).doesNotContain("<script>alert");
  }

  @Test
  void unknown_assets_are_not_found() {
    for (String name : List.of("", "byggsten.css", "x-0000000000.js", "%2e", "a/b/c")) {
      Exchange answer = new Visitor().get("/byggsten-assets/" + name);
      assertThat(answer.status()).as(name).isIn(400, 404);
      assertGuarded(Reply.of(answer), name);
    }
  }

  @Test
  void long_queries_and_paths_are_answered() {
    String long10 = "x".repeat(10_000);
    for (String path :
        List.of(
            "/?" + long10,
            "/diarium?sok=" + long10,
            "/saml/login?to=/" + long10,
            "/" + long10,
            "/diarium?" + fields(10_000).substring(0, 7_000),
            "/diarium?" + "a&".repeat(3_000))) {
      Reply reply = Wire.send("GET " + path + " HTTP/1.1\n");
      String what = path.substring(0, Math.min(30, path.length()));
      if (reply.status() == 200 || reply.status() == 303) {
        assertGuarded(reply, what);
      } else {
        assertRefused(reply, what, 400, 404, 413, 414, 431);
      }
    }
    assertRefused(Wire.send("GET /?" + "x".repeat(100_000) + " HTTP/1.1\n"), "100 KB", 414, 431);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%FF%FE", "%C0%AF", "%ED%A0%80", "%", "%zz", "%u0041"})
  void a_query_that_is_not_utf_8_is_refused(String bytes) {
    for (String path : List.of("/diarium?sok=", "/saml/login?to=", "/?lang=", "/synpunkter?x=")) {
      Reply reply = Wire.send("GET " + path + bytes + " HTTP/1.1\n");
      if (reply.status() == 200 || reply.status() == 303) {
        assertGuarded(reply, path + bytes);
      } else {
        assertRefused(reply, path + bytes, 400);
      }
    }
  }

  @Test
  void the_search_of_the_register_takes_any_words() {
    for (String words : Pages.HOSTILE) {
      Exchange page =
          new Visitor()
              .get(
                  "/diarium?sok="
                      + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8)
                      + "%00");
      assertThat(page.status()).as(words).isEqualTo(200);
      assertGuarded(Reply.of(page), words);
      assertThat(page.text()).doesNotContain("<script>alert", "<img src=x");
    }
  }

  @Test
  void feedback_that_is_no_feedback_is_refused_and_the_words_stay() {
    Visitor anybody = new Visitor();
    String token = "_csrf=" + anybody.csrf();
    assertRefused(anybody.post("/synpunkter", token), 422);
    Exchange wrong = anybody.post("/synpunkter", token + "&omdome=perfekt&text=Mina+ord");
    assertRefused(wrong, 422);
    assertThat(wrong.text()).as("nothing lost").contains("Mina ord");
    assertRefused(anybody.post("/synpunkter", token + "&text=a&text=b"), 400, 422);
    assertRefused(anybody.post("/synpunkter", token + "&text=" + "x".repeat(2001)), 422);
    assertRefused(anybody.post("/synpunkter", token + "&text=" + "x".repeat(150_000)), 413, 422);
    assertRefused(anybody.post("/synpunkter", token + "&" + fields(10_000)), 400, 413);
    assertRefused(anybody.post("/synpunkter", token + "&text=%FF"), 400);
    assertRefused(anybody.post("/synpunkter", token + "&text=%zz"), 400);
    assertThat(textOf(Visitor.caseHandler().get("/handlaggare/synpunkter")))
        .doesNotContain("Mina ord");
  }

  @Test
  void messages_that_are_no_messages_are_refused() {
    Visitor citizen = Visitor.loggedIn("fatima");
    String page = "/mina-arenden/" + Visitor.idOf(citizen.apply());
    String token = "_csrf=" + citizen.csrf();
    String path = page + "/meddelande";
    assertRefused(citizen.post(path, token), 422);
    assertRefused(citizen.post(path, token + "&meddelande=+%09"), 422);
    assertRefused(citizen.post(path, token + "&meddelande=a&meddelande=b"), 400, 422);
    Exchange lengthy = citizen.post(path, token + "&meddelande=" + "Hej+".repeat(600));
    assertRefused(lengthy, 422);
    assertThat(lengthy.text()).as("the words stay").contains("Hej Hej Hej");
    assertRefused(citizen.post(path, token + "&meddelande=%FF"), 400);
    Exchange nul = citizen.post(path, token + "&meddelande=a%00b");
    assertThat(nul.status()).isIn(303, 400, 422);
    assertRefused(citizen.post(page + "/komplettering", token + "&komplettering=+"), 422);
    assertRefused(citizen.post(page + "/komplettering", token + "&komplettering=Oombedd"), 409);
    assertThat(textOf(citizen.get(page))).doesNotContain("Hej Hej", "Oombedd").contains("Inkommen");
  }

  @Test
  void heads_that_are_broken_are_refused() {
    for (String head :
        List.of(
            "GET / HTTP/9.9\n",
            "GET /\u0001 HTTP/1.1\n",
            "get / http/1.1\n",
            "GET / HTTP/1.1\n: x\n",
            "GET / HTTP/1.1\nA: b\u0000c\n",
            "GET / HTTP/1.1\nHost: evil.example\n",
            "GET http://evil.example:9/ HTTP/1.1\n",
            "GET / HTTP/1.1\n" + "X-A: b\n".repeat(3_000))) {
      Reply reply = Wire.send(head);
      assertThat(reply.status()).as(head).isBetween(400, 505);
      assertThat(reply.status()).as(head).isNotEqualTo(500);
      assertGuarded(reply, head.substring(0, Math.min(40, head.length())));
      assertThat(reply.text()).doesNotContain("evil.example");
    }
  }

  private static String fields(int count) {
    return IntStream.range(0, count).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
  }
}
