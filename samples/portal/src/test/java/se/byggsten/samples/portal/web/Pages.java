package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Refusals.assertPage;
import static se.byggsten.samples.portal.web.Refusals.assertRefused;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.byggsten.conformance.http.Exchange;

/** Posts any text in every field of every page of the application. */
final class Pages {
  /** Fields that take words, by page. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "barn", List.of("barnetsNamn", "barnetsPersonnummer"),
          "onskemal", List.of(),
          "stod", List.of("stodBeskrivning", "allergier"),
          "kontakt", List.of("epost", "telefon", "adress", "postnummer", "ort"),
          "bilagor", List.of(),
          "intygande", List.of());

  /** Fields that take one of some answers, by page. */
  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "barn", List.of("relation"),
          "onskemal", List.of("forstaVal", "andraVal", "tredjeVal"),
          "stod", List.of("behoverStod", "simkunnighet"),
          "kontakt", List.of("namn"),
          "bilagor", List.of("bilagor"),
          "intygande", List.of("intygar"));

  static final List<String> NAMES =
      List.of("barn", "onskemal", "stod", "kontakt", "bilagor", "intygande");

  static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' OR 1=1; DROP TABLE cases;--",
          "{{7*7}}${7*7}#{7*7}<%= 7*7 %>",
          "../../../etc/passwd",
          "\u202Etest\u202C \u200B\uFEFF",
          "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 Z\u0351\u036B\u0343a\u030A",
          "\u0007\u0008\u001B[31m\u007F\u0085",
          "\r\nSet-Cookie: a=b\r\n\r\n<html>",
          "undefined",
          "-1e309",
          " ");

  private Pages() {}

  /** Posts the text in the fields of the page, and judges what comes back. */
  static void probe(Visitor citizen, String page, String hostile, String token) {
    if (!WORDS.getOrDefault(page, List.of()).isEmpty()) {
      post(citizen, page, hostile, token, WORDS);
    }
    post(citizen, page, hostile, token, CHOICES);
  }

  private static void post(
      Visitor citizen,
      String page,
      String hostile,
      String token,
      Map<String, List<String>> fields) {
    Map<String, String> answers = answersOf(page);
    fields.getOrDefault(page, List.of()).forEach(name -> answers.put(name, hostile));
    Exchange answer = citizen.postPage(page, encode(answers, token));
    String what = page + " with " + hostile;
    if (answer.status() == 303) {
      Exchange shown = citizen.send("GET", "/ansokan/" + page, Map.of(), new byte[0]);
      assertThat(shown.status()).as(what).isEqualTo(200);
      assertPage(Reply.of(shown), what);
      assertNotRun(shown, hostile);
    } else if (answer.status() == 200) {
      assertPage(Reply.of(answer), what);
      assertNotRun(answer, hostile);
    } else {
      assertRefused(Reply.of(answer), what, 400, 422);
      assertNotRun(answer, hostile);
    }
    assertThat(answer.headers("Set-Cookie")).as(what).noneMatch(c -> c.startsWith("a="));
  }

  /** Text with a tag or a quote is only ever there as text. */
  private static void assertNotRun(Exchange page, String hostile) {
    if (hostile.matches("(?s).*[<>].*")) {
      assertThat(page.text()).as("unescaped").doesNotContain(hostile);
    }
  }

  static void restore(Visitor citizen, String page, String token) {
    Exchange answer = citizen.postPage(page, encode(answersOf(page), token));
    assertThat(answer.status()).as(page + Visitor.textOf(answer)).isEqualTo(303);
  }

  private static Map<String, String> answersOf(String page) {
    Map<String, String> answers = new HashMap<>();
    if (page.equals("onskemal")) {
      answers.put("tredjeVal", "");
    }
    for (Map<String, List<String>> kind : List.of(WORDS, CHOICES)) {
      for (String name : kind.getOrDefault(page, List.of())) {
        if (Answers.complete().containsKey(name)) {
          answers.put(name, Answers.complete().get(name));
        }
      }
    }
    return answers;
  }

  private static String encode(Map<String, String> answers, String token) {
    return answers.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"))
        + "&_csrf="
        + token;
  }
}
