package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.byggsten.samples.portal.web.Refusals.assertRefused;
import static se.byggsten.samples.portal.web.Visitor.textOf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.conformance.http.Exchange;

/**
 * Sessions that are somebody else's, made up, old or planted; tokens that are missing or stolen.
 */
class BadSessionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "byggsten=",
        "byggsten=x",
        "byggsten=0000000000000000000000000000000000000000000",
        "byggsten=../../etc/passwd",
        "byggsten=\"; DROP TABLE expiring_value;",
        "byggsten=%00",
        "byggsten=a; byggsten=b",
        "byggsten; ; =; $Version=1",
        "JSESSIONID=abc",
      })
  void a_made_up_session_is_nobody(String cookie) {
    Visitor stranger = new Visitor();
    Exchange answer = stranger.send("GET", "/mina-arenden", Map.of("Cookie", cookie), new byte[0]);
    if (answer.status() == 400) {
      assertRefused(answer, 400);
    } else {
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.header("Location")).contains("/saml/login?to=/mina-arenden");
    }
  }

  @Test
  void a_very_large_cookie_is_refused() {
    Exchange answer =
        new Visitor().send("GET", "/", Map.of("Cookie", "a=" + "x".repeat(20_000)), new byte[0]);
    assertRefused(answer, 400, 431);
  }

  @Test
  void one_changed_character_of_a_session_is_nobody() {
    Visitor citizen = Visitor.loggedIn("anna");
    String token = citizen.cookie("byggsten");
    char last = token.charAt(token.length() - 2);
    String changed =
        token.substring(0, token.length() - 2)
            + (last == 'A' ? 'B' : 'A')
            + token.charAt(token.length() - 1);
    assertThat(asks(token)).isEqualTo(200);
    assertThat(asks(changed)).isEqualTo(303);
    assertThat(asks(token + "; byggsten=" + changed)).as("two sessions are none").isEqualTo(303);
  }

  @Test
  void an_expired_session_is_nobody_and_its_answers_are_kept() throws SQLException {
    Visitor citizen = Visitor.loggedIn("erik");
    citizen.fillInAfresh();
    String token = citizen.csrf();
    expireSessions();
    Exchange late = citizen.post("/ansokan/barnet/1", "fornamn=Kalle&_csrf=" + token);
    assertThat(late.status()).isEqualTo(401);
    assertThat(textOf(late)).contains("Det du skickade har inte tagits emot");
    assertThat(textOf(Visitor.loggedIn("erik").get("/ansokan/granska")))
        .contains("Elsa Lindström", "Storgatan 12")
        .doesNotContain("Kalle");
  }

  private static void expireSessions() throws SQLException {
    try (Connection connection = TestPortal.running().database().dataSource().getConnection();
        PreparedStatement expire =
            connection.prepareStatement(
                "UPDATE byggsten.expiring_value SET expires_at = now() - interval '1 minute'"
                    + " WHERE namespace = 'session'")) {
      assertThat(expire.executeUpdate()).isPositive();
    }
  }

  @Test
  void a_login_never_takes_over_a_session_that_was_there() {
    Visitor browser = Visitor.loggedIn("anna");
    String planted = browser.cookie("byggsten");
    browser.login("erik", "/ansokan", "ok");
    String after = browser.cookie("byggsten");
    assertThat(after).isNotEqualTo(planted);
    assertThat(asks(planted)).as("the session before the login has ended").isEqualTo(303);
    assertThat(asks(after)).isEqualTo(200);
  }

  @Test
  void a_session_ends_for_good_with_the_logout() {
    Visitor citizen = Visitor.loggedIn("anna");
    String token = citizen.cookie("byggsten");
    Exchange answer = citizen.post("/saml/logout", "_csrf=" + citizen.csrf());
    assertThat(answer.status()).isEqualTo(303);
    assertThat(asks(token)).isEqualTo(303);
  }

  @Test
  void a_post_without_its_own_token_changes_nothing() {
    Visitor citizen = Visitor.loggedIn("anna");
    Exchange review = citizen.fillIn();
    String id = Visitor.idOf(citizen.submit(review, Map.of()).uri().getPath());
    citizen.fillIn();
    String own = citizen.csrf();
    String others = Visitor.loggedIn("erik").csrf();
    String anybodys = new Visitor().csrf();
    List<String> wrong =
        List.of(
            "",
            "&_csrf=",
            "&_csrf=x",
            "&_csrf=" + others,
            "&_csrf=" + anybodys,
            "&_csrf=" + own + "&_csrf=" + own,
            "&_csrf=" + others + "&_csrf=" + own,
            "&_csrf=" + own + "x");
    for (String token : wrong) {
      refused(citizen, "/ansokan/relation", BadInputTest.encoded("relation") + token);
      refused(citizen, "/ansokan/granska", "a=b" + token);
      refused(citizen, "/mina-arenden/" + id + "/meddelande", "meddelande=Fusk" + token);
      refused(citizen, "/synpunkter", "omdome=easy&text=Fusk" + token);
      refused(citizen, "/saml/logout", "a=b" + token);
    }
    assertThat(textOf(citizen.get("/mina-arenden/" + id))).doesNotContain("Fusk");
    assertThat(textOf(citizen.get("/ansokan/granska"))).contains("Elsa Lindström");
  }

  @Test
  void a_token_in_the_address_or_from_another_site_does_not_count() {
    Visitor citizen = Visitor.loggedIn("anna");
    citizen.fillIn();
    String token = citizen.csrf();
    refused(citizen, "/ansokan/relation?_csrf=" + token, BadInputTest.encoded("relation"));
    Map<String, String> foreign =
        Map.of(
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Sec-Fetch-Site",
            "cross-site",
            "Origin",
            "https://evil.example");
    byte[] body = ("a=b&_csrf=" + token).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertRefused(citizen.send("POST", "/saml/logout", foreign, body), 403);
  }

  private static void refused(Visitor citizen, String path, String body) {
    assertRefused(citizen.post(path, body), 400, 403);
  }

  /** The status of the own cases, asked for with nothing but this cookie. */
  private static int asks(String token) {
    return new Visitor()
        .send("GET", "/mina-arenden", Map.of("Cookie", "byggsten=" + token), new byte[0])
        .status();
  }

  @Test
  void a_draft_that_cannot_be_read_is_kept_until_its_owner_starts_over() throws SQLException {
    Visitor citizen = Visitor.loggedIn("erik");
    citizen.fillInAfresh();
    damageNewestDraft();
    Exchange page = citizen.get("/ansokan/granska");
    assertThat(page.status()).isEqualTo(409);
    assertThat(textOf(page)).contains("ligger kvar hos oss", "Ta bort och börja om");
    assertThat(citizen.get("/ansokan").status()).isEqualTo(409);
    Exchange anew = citizen.submit(page, Map.of());
    assertThat(anew.uri().getPath()).startsWith("/ansokan/");
    assertThat(textOf(anew)).doesNotContain("börja om");
    assertThat(textOf(citizen.get("/ansokan/granska"))).doesNotContain("Elsa Lindström");
  }

  private static void damageNewestDraft() throws SQLException {
    try (Connection connection = TestPortal.running().database().dataSource().getConnection();
        PreparedStatement damage =
            connection.prepareStatement(
                "UPDATE byggsten.expiring_value SET value = value || 'x' WHERE key = (SELECT key"
                    + " FROM byggsten.expiring_value WHERE namespace = 'form-draft'"
                    + " ORDER BY expires_at DESC LIMIT 1) AND namespace = 'form-draft'")) {
      assertThat(damage.executeUpdate()).isOne();
    }
  }
}
