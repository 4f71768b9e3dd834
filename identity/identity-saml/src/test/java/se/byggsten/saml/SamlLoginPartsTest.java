package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.ProtectedIdentity;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.Sessions;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.servlet.LoginEntrance;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.saml.servlet.SamlLoginBuilder;
import se.byggsten.testsupport.MovableClock;

/** What an application adds to its login: a register, kept answers, pages of its own. */
class SamlLoginPartsTest {
  private static final MovableClock CLOCK =
      MovableClock.at(Instant.parse("2026-11-22T10:15:30.123Z"));
  private static final InMemoryStore STORE = InMemoryStore.with(CLOCK);

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
      Browser lured = new Browser(server.address);
      assertThat(lured.postFromElsewhere("/mina-sidor", Map.of("namn", "Kalle")).body())
          .as("what a page of another site posts is not what somebody wrote here")
          .contains("Det du skickade har inte tagits emot");
      assertThat(lured.cookies).doesNotContainKey("kept");
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

  @ParameterizedTest
  @ValueSource(
      strings = {"/mina-sidor/*", "/mina-sidor/**", "/a/../b", "/.", "/a%20b", "/{id}", "/a/", ""})
  void takesNoPatternForAFolder(String folder) throws Exception {
    LoginEntrance entrance = LoginEntrance.at("/saml", provider(Scene.ACS));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entrance.protecting(folder))
        .withMessageContaining("covers all below it");
    assertThat(entrance.protecting("/.well-known").protecting("/a.b/c")).isNotNull();
  }

  @Test
  void refusesAnAddressForAnswersToWhichNoSecureCookieComesBack() {
    SamlLogin login =
        SamlLogin.builder()
            .sessions(Sessions.builder().store(STORE).clock(CLOCK).build())
            .site("Eksta kommun", "Mina sidor", "0555-120 00")
            .entrance(LoginEntrance.at("/saml", provider("http://127.0.0.1:8080/saml/acs")))
            .build();
    ServletContextHandler context = new ServletContextHandler("/");
    assertThatExceptionOfType(SamlException.class)
        .isThrownBy(() -> login.addTo(context.getServletContext()))
        .withMessageContaining("https(false)");
  }

  @Test
  void tellsWhyALoginWasRefusedInTheLanguageThatIsChosenThen() throws Exception {
    try (LoginServer server = LoginServer.startWith(UnaryOperator.identity())) {
      Browser browser = new Browser(server.address);
      HttpResponse<String> refused = browser.post("/saml/acs", Map.of("SAMLResponse", "x"));
      assertThat(refused.statusCode()).isEqualTo(403);
      Matcher english =
          Pattern.compile("href=\"/e(/saml/refused[^\"]*lang=en)\"").matcher(refused.body());
      assertThat(english.find()).isTrue();
      HttpResponse<String> again = browser.get(english.group(1).replace("&amp;", "&"));
      assertThat(again.body())
          .contains("<html lang=\"en\"", "We do not recognise the login", "SAML-UNSOLICITED");
      assertThat(Browser.location(browser.get("/saml/refused?code=%3Cscript%3E")))
          .isEqualTo("/e/saml/login?to=/e/mina-sidor");
    }
  }

  @Test
  void leadsWhoAsksForTheAddressOfAnswersToTheLogin() throws Exception {
    try (LoginServer server = LoginServer.startWith(UnaryOperator.identity())) {
      assertThat(Browser.location(new Browser(server.address).get("/saml-staff/acs")))
          .isEqualTo("/e/saml-staff/login?to=/e/");
    }
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

  private static ServiceProvider provider(String acs) {
    ServiceProviderConfig config =
        ServiceProviderConfig.builder(Scene.SP, URI.create(acs))
            .signingKey(Scene.SP_SIGNING)
            .encryptionKey(Scene.SP_NEW)
            .description(Scene.description())
            .build();
    return ServiceProvider.builder(config)
        .identityProviders(IdentityProviders.of(List.of()))
        .store(STORE)
        .clock(CLOCK)
        .build();
  }
}
