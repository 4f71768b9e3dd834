package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Refusals.assertRefused;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.conformance.http.Exchange;

/** Answers of identity providers that are wrong in one way: a page with a code, and no session. */
class BadLoginTest {

  @ParameterizedTest
  @CsvSource({
    "cancelled, SAML-CANCELLED",
    "fraud, SAML-FRAUD",
    "unsigned, SAML-SIGNATURE-MISSING",
    "foreign-signed, SAML-SIGNATURE-INVALID",
    "expired, SAML-EXPIRED",
    "replayed, SAML-",
    "wrong-audience, SAML-AUDIENCE",
    "wrong-recipient, SAML-RECIPIENT",
    "wrong-in-response-to, SAML-IN-RESPONSE-TO",
    "unencrypted, SAML-UNENCRYPTED",
    "missing-attribute, SAML-ATTRIBUTE-MISSING",
    "with-dtd, SAML-DTD",
  })
  void a_wrong_answer_is_refused_with_its_code(String outcome, String code) {
    // Somebody's login has to be there for the answer that comes again.
    Visitor.loggedIn("fatima");
    Visitor visitor = new Visitor();
    Exchange page = visitor.login("anna", "/mina-arenden", outcome);
    assertRefused(page, 400, 403);
    assertThat(textOf(page)).contains("Felkod: " + code);
    assertThat(page.text())
        .doesNotContain("Anna ", "Lindström", "198401042380", "Fatima", "SAMLResponse");
    noSession(visitor);
  }

  @Test
  void an_answer_is_used_once_also_in_the_same_browser() {
    Visitor visitor = Visitor.loggedIn("anna");
    String before = visitor.cookie("byggsten");
    Exchange page = visitor.login("anna", "/mina-arenden", "replayed");
    assertRefused(page, 400, 403);
    assertThat(visitor.cookie("byggsten")).as("the first login stays").isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SAMLResponse=",
        "SAMLResponse=x&RelayState=x",
        "SAMLResponse=%FF%FE&RelayState=%00",
        "SAMLResponse=!!!!&RelayState=a",
        "SAMLResponse=PGE%2B&SAMLResponse=PGE%2B&RelayState=a",
        "SAMLRequest=PGE%2B&RelayState=a",
      })
  void what_is_no_answer_at_all_is_refused(String body) {
    Visitor visitor = new Visitor();
    visitor.get("/saml/login?to=/ansokan");
    assertRefused(visitor.post("/saml/acs", body), 400, 403, 413);
    noSession(visitor);
  }

  @Test
  void xml_that_is_dangerous_is_refused_in_bounded_time() {
    String laughs =
        "<!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>"
            + "<r>&c;</r>";
    String outside = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>";
    String deep = "<a>".repeat(50_000) + "</a>".repeat(50_000);
    String wide = "<r " + "a".repeat(100_000) + "=\"1\"/>";
    for (String xml : List.of(laughs, outside, deep, wide, "<r/>", "<", "\u0000")) {
      Visitor visitor = new Visitor();
      visitor.get("/saml/login?to=/ansokan");
      String body =
          "RelayState=a&SAMLResponse="
              + URLEncoder.encode(
                  Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)),
                  StandardCharsets.UTF_8);
      Exchange page = visitor.post("/saml/acs", body);
      assertRefused(page, 400, 403, 413);
      assertThat(page.text()).doesNotContain("root:", "haha");
      noSession(visitor);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "https://evil.example/",
        "/%5Cevil.example",
        "%2F%2Fevil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/ansokan%0D%0ASet-Cookie:a=b",
        "%FF",
      })
  void nobody_is_sent_elsewhere_after_the_login(String target) {
    Visitor visitor = new Visitor();
    String path = "/saml/login?to=" + target.replace("\t", "%09");
    Exchange start = visitor.send("GET", path, Map.of(), new byte[0]);
    if (start.status() >= 400) {
      assertRefused(start, 400);
      return;
    }
    assertThat(start.status()).isEqualTo(303);
    Exchange end = visitor.login("anna", target.replace("\t", "%09"), "ok");
    assertThat(end.uri().getAuthority()).isEqualTo(visitor.url("/").getAuthority());
    assertThat(visitor.transcript().stream().flatMap(e -> e.headers("Location").stream()))
        .noneMatch(l -> l.matches("(?i)(https?:)?[/\\\\]{2}evil.*"));
  }

  @Test
  void the_places_of_the_login_answer_other_methods_with_a_page() {
    for (String method : List.of("PUT", "DELETE")) {
      Exchange answer = new Visitor().send(method, "/saml/acs", Map.of(), new byte[0]);
      assertRefused(answer, 403, 404, 405);
    }
    Exchange bookmark = new Visitor().send("GET", "/saml/acs", Map.of(), new byte[0]);
    assertThat(bookmark.header("Location")).hasValue("/saml/login?to=/ansokan");
    assertRefused(new Visitor().send("DELETE", "/saml/metadata", Map.of(), new byte[0]), 403, 405);
    assertRefused(new Visitor().post("/saml/login", "a=b"), 403, 405);
  }

  private static void noSession(Visitor visitor) {
    assertThat(visitor.transcript().stream().flatMap(e -> e.headers("Set-Cookie").stream()))
        .noneMatch(c -> c.startsWith("byggsten="));
    assertThat(visitor.send("GET", "/mina-arenden", Map.of(), new byte[0]).header("Location"))
        .hasValueSatisfying(l -> assertThat(l).startsWith("/saml/login"));
  }
}
