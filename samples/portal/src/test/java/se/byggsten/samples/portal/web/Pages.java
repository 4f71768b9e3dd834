package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Refusals.assertPage;
import static se.byggsten.samples.portal.web.Refusals.assertRefused;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.byggsten.conformance.http.Exchange;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.PrefillRule;
import se.byggsten.forms.spi.Trait;
import se.byggsten.samples.portal.kollo.KolloAnswers;

/** Posts any text in every field of every page of the application. */
final class Pages {
  /** The pages that ask something, in the order of the walk. */
  static final List<String> NAMES = KolloAnswers.asking();

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
    List<String> words = names(page, true);
    if (!words.isEmpty()) {
      post(citizen, page, hostile, token, words);
    }
    post(citizen, page, hostile, token, names(page, false));
  }

  /** Fields that take words, or else those that take one of some answers. */
  private static List<String> names(String page, boolean words) {
    List<String> names = new ArrayList<>();
    for (FieldDefinition field : KolloAnswers.page(page).fields()) {
      boolean locked = field.prefill().filter(PrefillRule::locked).isPresent();
      if (field.isAsked() && words == (field.has(Trait.TYPED) && !locked)) {
        field.type().parts().forEach(part -> names.add(field.id() + part));
      }
    }
    return names;
  }

  private static void post(
      Visitor citizen, String page, String hostile, String token, List<String> names) {
    Map<String, String> answers = answersOf(page);
    names.forEach(name -> answers.put(name, hostile));
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
    for (boolean words : new boolean[] {true, false}) {
      for (String name : names(page, words)) {
        if (Answers.complete().containsKey(name)) {
          answers.put(name, Answers.complete().get(name));
        } else if (words) {
          answers.put(name, "");
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
