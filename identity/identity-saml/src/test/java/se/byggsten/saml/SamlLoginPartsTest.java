package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.ProtectedIdentity;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.saml.servlet.SamlLoginBuilder;

/** What an application adds to its login: a register, kept answers, pages of its own. */
class SamlLoginPartsTest {

  @Test
  void asksTheRegisterWhoHasAProtectedIdentity() throws Exception {
    UnaryOperator<AuthenticatedPerson> register =
        person -> person.withProtectedIdentity(ProtectedIdentity.MARKED);
    try (LoginServer server = LoginServer.startWith(login -> login.register(register))) {
      Browser browser = new Browser(server.address);
      logIn(server, browser);
      HttpResponse<String> page = browser.get("/mina-sidor");
      assertThat(page.body()).contains("MARKED");
    }
  }

  @Test
  void letsNobodyInWhomTheRegisterCannotAnswerFor() throws Exception {
    UnaryOperator<AuthenticatedPerson> broken =
        person -> {
          throw new IllegalStateException("No answer about " + Answer.NUMBER);
        };
    UnaryOperator<AuthenticatedPerson> confused =
        person ->
            AuthenticatedPerson.builder()
                .identifier(PersonIdentifier.parse("191212121212", LocalDate.of(2026, 11, 22)))
                .name(person.givenName(), person.surname())
                .level(person.level())
                .authenticatedAt(person.authenticatedAt())
                .identityProvider(person.identityProvider())
                .build();
    for (UnaryOperator<AuthenticatedPerson> register : List.of(broken, confused)) {
      try (LoginServer server = LoginServer.startWith(login -> login.register(register))) {
        Browser browser = new Browser(server.address);
        HttpResponse<String> refused =
            answer(server, browser, browser.get("/saml/login?to=/e/mina-sidor"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body())
            .contains("LOGIN-REGISTER", "Inloggningen fungerade inte")
            .doesNotContain(Answer.NUMBER);
        assertThat(browser.cookies).doesNotContainKey("byggsten");
      }
    }
  }

  @Test
  void keepsWhatSomebodyWroteWhoseSessionHadEnded() throws Exception {
    UnaryOperator<SamlLoginBuilder> keeping =
        login ->
            login.unsentPosts(
                (request, response) -> {
                  boolean kept = "Kalle".equals(request.getParameter("namn"));
                  if (kept) {
                    response.addHeader("Set-Cookie", "kept=1; Path=/");
                  }
                  return kept;
                });
    try (LoginServer server = LoginServer.startWith(keeping)) {
      Browser browser = new Browser(server.address);
      HttpResponse<String> page = browser.post("/mina-sidor/sida-2", Map.of("namn", "Kalle"));
      assertThat(page.statusCode()).isEqualTo(401);
      assertThat(page.body())
          .contains("Det du skrev är sparat en stund", "/e/saml/login?to=/e/mina-sidor/sida-2")
          .doesNotContain("Kalle");
      assertThat(browser.cookies).containsEntry("kept", "1");
      assertThat(browser.post("/mina-sidor", Map.of("namn", "Lisa")).body())
          .contains("Det du skickade har inte tagits emot");
    }
  }

  @Test
  void showsTheApplicationsOwnPageForWhatIsStopped() throws Exception {
    UnaryOperator<SamlLoginBuilder> ownPages =
        login ->
            login.rejections(
                (why, request, response) ->
                    response.getWriter().write(why + " " + CurrentSession.of(request).isPresent()));
    try (LoginServer server = LoginServer.startWith(ownPages)) {
      Browser browser = new Browser(server.address);
      assertThat(browser.get("/mina-sidor").statusCode()).as("leads to the login").isEqualTo(303);
      logIn(server, browser);
      HttpResponse<String> forged = browser.post("/saml/logout", Map.of());
      assertThat(forged.statusCode()).isEqualTo(403);
      assertThat(forged.body()).isEqualTo("CSRF true");
      HttpResponse<String> role = browser.get("/mina-sidor/bygglov");
      assertThat(role.statusCode()).isEqualTo(403);
      assertThat(role.body()).isEqualTo("ROLE_REQUIRED true");
    }
  }

  @Test
  void endsOnThePageThatTheApplicationHasForThat() throws Exception {
    try (LoginServer server = LoginServer.startWith(login -> login.afterLogout("/utloggad"))) {
      Browser browser = new Browser(server.address);
      logIn(server, browser);
      HttpResponse<String> page = browser.get("/mina-sidor");
      assertThat(page.body()).contains("/e/utloggad").doesNotContain("/e/saml/logged-out");
      Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
      assertThat(field.find()).isTrue();
      HttpResponse<String> out = browser.post("/saml/logout", Map.of("_csrf", field.group(1)));
      assertThat(Browser.location(out)).isEqualTo("/e/utloggad");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SamlLogin.builder().afterLogout("//evil.example/"));
  }

  @Test
  void letsNoCacheKeepThePagesThatTheApplicationCallsPersonal() throws Exception {
    try (LoginServer server =
        LoginServer.startWith(login -> login.personal(path -> path.equals("/fraga")))) {
      Browser browser = new Browser(server.address);
      assertThat(browser.get("/fraga").headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(browser.get("/annat").headers().firstValue("Cache-Control")).isEmpty();
    }
  }

  private static void logIn(LoginServer server, Browser browser) {
    HttpResponse<String> login = browser.get("/saml/login?to=/e/mina-sidor");
    assertThat(answer(server, browser, login).statusCode()).isEqualTo(303);
  }

  private static HttpResponse<String> answer(
      LoginServer server, Browser browser, HttpResponse<String> login) {
    URI sentTo = URI.create(Browser.location(login));
    return browser.post(
        "/saml/acs",
        Map.of(
            "SAMLResponse",
            LoginServer.right(server.answer(sentTo)),
            "RelayState",
            Scene.parameters(sentTo).get("RelayState")));
  }
}
