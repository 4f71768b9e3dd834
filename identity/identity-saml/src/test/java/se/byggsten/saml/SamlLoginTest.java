package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.Sessions;
import se.byggsten.saml.servlet.LoginEntrance;
import se.byggsten.saml.servlet.SamlLogin;
import se.byggsten.saml.servlet.SamlLoginBuilder;

/** A login with everything that goes with it, as a browser meets it over HTTP. */
class SamlLoginTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static LoginServer server;

  private final Browser browser = new Browser(server.address);

  @BeforeAll
  static void serve() throws Exception {
    server = LoginServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void oneIdentityProvider() {
    server.federate(LoginServer.own().build());
  }

  @Test
  void leadsFromAProtectedPageThroughTheLoginAndBack() {
    HttpResponse<String> login = begin("/mina-sidor?sida=2");
    HttpResponse<String> answered = answer(login, LoginServer.right(answerTo(login)));
    assertThat(answered.statusCode()).isEqualTo(303);
    assertThat(Browser.location(answered)).isEqualTo("/e/mina-sidor?sida=2");
    HttpResponse<String> page = browser.get("/mina-sidor");
    assertThat(page.body())
        .contains("Hej Åsa Öberg", "Inloggad: Åsa Öberg", "action=\"/e/saml/logout\"")
        .contains("data-keep-alive=\"/e/saml/session\"");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @Test
  void leavesAPageForEverybodyAloneAndSetsNoCookieThere() {
    HttpResponse<String> page = browser.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Hej du").doesNotContain("logout");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(browser.cookies).isEmpty();
  }

  @Test
  void givesANewSessionAtEachLoginAndEndsTheOldOne() {
    logIn("/mina-sidor");
    String first = browser.cookies.get("byggsten");
    logIn("/mina-sidor/journal");
    assertThat(browser.cookies.get("byggsten")).isNotEqualTo(first);
    Browser thief = new Browser(server.address);
    thief.cookies.put("byggsten", first);
    assertThat(thief.get("/mina-sidor").statusCode()).isEqualTo(303);
  }

  @Test
  void endsTheOldSessionAlsoWhereTheAnswerComesFromAnotherSiteWithoutItsCookie() throws Exception {
    try (LoginServer secure = LoginServer.startWithSecureCookies()) {
      Browser visitor = new Browser(secure.address);
      HttpResponse<String> login = visitor.get("/saml/start?to=/e/mina-sidor&idp=" + Scene.IDP);
      visitor.postFromElsewhere("/saml/acs", fields(secure, login));
      String first = visitor.cookies.get("__Host-byggsten");
      HttpResponse<String> again = visitor.get("/saml/start?to=/e/mina-sidor&idp=" + Scene.IDP);
      visitor.postFromElsewhere("/saml/acs", fields(secure, again));
      assertThat(visitor.cookies.get("__Host-byggsten")).isNotNull().isNotEqualTo(first);
      assertThat(visitor.cookies).containsOnlyKeys("__Host-byggsten");
      assertThat(visitor.get("/mina-sidor").statusCode()).isEqualTo(200);
      Browser thief = new Browser(secure.address);
      thief.cookies.put("__Host-byggsten", first);
      assertThat(thief.get("/mina-sidor").statusCode()).isEqualTo(303);
    }
  }

  private static Map<String, String> fields(LoginServer server, HttpResponse<String> login) {
    URI sentTo = URI.create(Browser.location(login));
    return Map.of(
        "SAMLResponse", LoginServer.right(server.answer(sentTo)),
        "RelayState", Scene.parameters(sentTo).get("RelayState"));
  }

  @Test
  void endsTheSessionAfterIdleTimeAndHoweverBusyAfterAWorkingDay() {
    logIn("/mina-sidor");
    server.clock.move(Duration.ofMinutes(31));
    assertThat(browser.get("/mina-sidor").statusCode()).isEqualTo(303);
    logIn("/mina-sidor");
    for (int i = 0; i < 23; i++) {
      server.clock.move(Duration.ofMinutes(20));
      assertThat(browser.get("/saml/session").body()).isEqualTo("{\"stays\":true}");
    }
    server.clock.move(Duration.ofMinutes(21));
    HttpResponse<String> ended = browser.get("/saml/session");
    assertThat(ended.statusCode()).isEqualTo(401);
    assertThat(ended.body()).isEqualTo("{\"stays\":false}");
    assertThat(browser.get("/mina-sidor").statusCode()).isEqualTo(303);
  }

  @Test
  void logsOutVisiblyAndForGood() {
    logIn("/mina-sidor");
    String session = browser.cookies.get("byggsten");
    assertThat(browser.get("/saml/logged-out").body()).contains("Du är fortfarande inloggad");
    HttpResponse<String> out = browser.post("/saml/logout", Map.of("_csrf", token("/mina-sidor")));
    assertThat(Browser.location(out)).isEqualTo("/e/saml/logged-out");
    assertThat(browser.cookies).doesNotContainKey("byggsten");
    HttpResponse<String> page = browser.get("/saml/logged-out");
    assertThat(page.body())
        .contains("<h1 class=\"govuk-heading-l\">Du är utloggad</h1>")
        .contains("href=\"/e/saml/login?to=/e/mina-sidor\"");
    browser.cookies.put("byggsten", session);
    assertThat(browser.get("/mina-sidor").statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void doesNotLogOutForAFormOfAnotherSite(String token) {
    logIn("/mina-sidor");
    HttpResponse<String> refused = browser.post("/saml/logout", Map.of("_csrf", token));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Felkod: WEB-CSRF", "ladda om sidan");
    assertThat(browser.get("/mina-sidor").statusCode()).isEqualTo(200);
    assertThat(browser.get("/saml/logout").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsWhoPostsAfterTheSessionThatNothingWasReceived() {
    HttpResponse<String> page = browser.post("/mina-sidor", Map.of("a", "b"));
    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.body())
        .contains("Du är inte inloggad längre", "/e/saml/login?to=/e/mina-sidor");
  }

  @Test
  void asksForALoginByTheOtherEntranceThere() {
    logIn("/mina-sidor");
    assertThat(Browser.location(browser.get("/handlaggare")))
        .isEqualTo("/e/saml-staff/login?to=/e/handlaggare");
  }

  @Test
  void asksForALoginOfItsOwnWhereAnotherApplicationSharesTheStore() throws Exception {
    logIn("/mina-sidor");
    try (LoginServer another = server.startAnother()) {
      Browser there = new Browser(another.address);
      there.cookies.putAll(browser.cookies);
      assertThat(Browser.location(there.get("/mina-sidor")))
          .isEqualTo("/e/saml/login?to=/e/mina-sidor");
    }
  }

  @Test
  void asksForANewLoginWhereTheLevelIsNotEnoughAndIsContentThen() {
    logIn("/mina-sidor");
    HttpResponse<String> login = begin("/mina-sidor/journal");
    Answer higher = answerTo(login);
    higher.level = "http://id.elegnamnden.se/loa/1.0/loa4";
    answer(login, LoginServer.right(higher));
    assertThat(browser.get("/mina-sidor/journal").statusCode()).isEqualTo(200);
    assertThat(browser.get("/mina-sidor").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesALevelThatWasNotAskedForOnThatPath() {
    server.federate(LoginServer.named("idp", "Båda").build(), LoginServer.own().build());
    HttpResponse<String> login = beginAt("/mina-sidor/journal", Scene.IDP);
    HttpResponse<String> refused = answer(login, LoginServer.right(answerTo(login)));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body())
        .contains("Den här e-legitimationen kan inte användas här", "Felkod: SAML-")
        .contains("Logga in med en annan e-legitimation")
        .contains("/e/saml/login?to=/e/mina-sidor/journal");
  }

  @Test
  void tellsWhoLacksTheRole() {
    logIn("/mina-sidor");
    HttpResponse<String> page = browser.get("/mina-sidor/bygglov/nytt");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Du har inte tillgång", "WEB-ROLE-REQUIRED");
  }

  @ParameterizedTest
  @CsvSource({
    "http://id.elegnamnden.se/status/1.0/cancel, Du avbröt inloggningen, true",
    "http://id.elegnamnden.se/status/1.0/fraud, Inloggningen stoppades, false",
    "http://id.elegnamnden.se/status/1.0/possibleFraud, för säkerhets skull, true",
    "urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext, kan inte användas här, true",
    "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed, Du kunde inte legitimeras, true",
    "urn:oasis:names:tc:SAML:2.0:status:RequestDenied, Inloggningen fungerade inte, true"
  })
  void tellsApartWhyALoginFailed(String status, String words, boolean again) {
    HttpResponse<String> login = begin("/mina-sidor");
    HttpResponse<String> page = answer(login, LoginServer.error(answerTo(login), status));
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains(words, "Felkod: SAML-").doesNotContain("SC-");
    assertThat(page.body().contains("href=\"/e/saml/login?to=")).isEqualTo(again);
    assertThat(browser.get("/mina-sidor").statusCode()).isEqualTo(303);
  }

  @Test
  void tellsThatTheNumberIsMissing() {
    HttpResponse<String> login = begin("/mina-sidor");
    Answer nameless = answerTo(login);
    nameless.attributes.remove(Answer.PNR);
    HttpResponse<String> page = answer(login, LoginServer.right(nameless));
    assertThat(page.body()).contains("Vi fick inte alla uppgifter vi behöver");
  }

  @Test
  void speaksTheVisitorsLanguageAlsoAfterThePostFromAnotherSite() {
    browser.get("/?lang=en");
    HttpResponse<String> login = begin("/mina-sidor");
    // What a browser sends with a post from another site: not the cookies that are Lax.
    browser.cookies.remove("sprak");
    HttpResponse<String> page =
        answer(
            login,
            LoginServer.error(answerTo(login), "http://id.elegnamnden.se/status/1.0/cancel"));
    assertThat(page.body()).contains("<html lang=\"en\"", "You cancelled the login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/e/saml/login",
        "/e/saml/logout",
        "/e/%73aml/login",
        "/e/x/../saml/login",
        "/annan-tjanst",
        "/e/%",
        "javascript:alert(1)",
        "\"><script>",
        ""
      })
  void returnsNowhereElse(String to) {
    HttpResponse<String> login =
        browser.get("/saml/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    assertThat(Browser.location(login)).startsWith("https://idp.example.se/sso?");
    HttpResponse<String> answered = answer(login, LoginServer.right(answerTo(login)));
    assertThat(Browser.location(answered)).isEqualTo("/e/mina-sidor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/./mina-sidor",
        "/x/../mina-sidor",
        "//mina-sidor",
        "/;a=b/mina-sidor",
        "/mina-sidor;a=b",
        "/mina-sidor/",
        "/mina-sidor//x",
        "/%6dina-sidor",
        "/mina%2Dsidor",
        "/%2e/mina-sidor",
        "/mina-sidor%2f",
        "/x/..;/mina-sidor",
        "/x/..;a=b/mina-sidor",
        "/.;/mina-sidor",
        "/x/%2e%2e/mina-sidor",
        "/x/%2e%2e;/mina-sidor",
        "/%2fmina-sidor",
        "/saml/../mina-sidor",
        "/saml/acs/../../mina-sidor",
        "/saml/logo/../../mina-sidor",
        "/saml/logo/..;/..;/mina-sidor",
        "/saml/logo/%2e%2e/%2e%2e/mina-sidor",
        "/byggsten-assets/../mina-sidor",
        "/byggsten-assets/..;/mina-sidor",
        "/byggsten-assets/%2e%2e/mina-sidor",
        "/byggsten-assets/..%2fmina-sidor",
        "/byggsten-assets%2f..%2fmina-sidor",
        "/mina-sidor?/saml/acs",
        "/mina-sidor/byggsten-assets/"
      })
  void letsNobodyInByWritingThePathInAnotherWay(String path) {
    HttpResponse<String> page = browser.get(path);
    assertThat(page.statusCode()).isIn(303, 400, 404);
    assertThat(page.body()).doesNotContain("Hej");
  }

  @Test
  void protectsAFolderBesideThePagesOfTheLoginItself() {
    HttpResponse<String> page = browser.get("/saml-staff/arenden");
    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(Browser.location(page)).isEqualTo("/e/saml-staff/login?to=/e/saml-staff/arenden");
  }

  @Test
  void aFolderIsBehindOneEntranceAloneSoThatTheRoleOfTheOtherIsNotForgotten() {
    ServiceProvider provider = Scene.strict().sp;
    InMemoryStore store = InMemoryStore.with(server.clock);
    SamlLoginBuilder login =
        SamlLogin.builder()
            .sessions(Sessions.builder().store(store).clock(server.clock).build())
            .site("Eksta kommun", "Mina sidor", "0555-120 00")
            .entrance(LoginEntrance.at("/saml", provider).protecting("/arenden"))
            .entrance(LoginEntrance.at("/staff", provider).protecting("/arenden", "handler"));
    assertThatThrownBy(login::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Each folder is behind one entrance: /saml and /staff protect the same");
  }

  @Test
  void keepsPersonalDataOutOfEveryAddress() {
    HttpResponse<String> login = begin("/mina-sidor");
    HttpResponse<String> answered = answer(login, LoginServer.right(answerTo(login)));
    assertThat(Browser.location(login) + Browser.location(answered))
        .doesNotContain(Answer.NUMBER, "mina-sidor?", "berg");
    assertThat(String.join(" ", answered.headers().allValues("Set-Cookie")))
        .doesNotContain(Answer.NUMBER, "berg")
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void marksEveryCookieAsSecureBehindHttps() throws Exception {
    try (LoginServer secure = LoginServer.startWithSecureCookies()) {
      secure.federate(LoginServer.own().build(), LoginServer.named("annan", "Annan").build());
      HttpResponse<String> login =
          new Browser(secure.address).get("/saml/start?lang=en&idp=" + Scene.IDP);
      assertThat(login.headers().allValues("Set-Cookie"))
          .hasSize(4)
          .allMatch(line -> line.startsWith("__Host-") && line.contains("; Secure"))
          .allMatch(line -> line.contains("HttpOnly"));
    }
  }

  @Test
  void servesMetadataAndStaticFiles() {
    HttpResponse<String> metadata = browser.get("/saml/metadata");
    assertThat(metadata.body()).contains("https://eksta.example/e/saml/acs");
    Matcher sheet =
        Pattern.compile("/e(/byggsten-assets/[^\"]+css)").matcher(browser.get("/").body());
    assertThat(sheet.find()).isTrue();
    assertThat(browser.get(sheet.group(1)).statusCode()).isEqualTo(200);
    assertThat(browser.get("/saml/finns-inte").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> begin(String path) {
    HttpResponse<String> stopped = browser.get(path);
    assertThat(stopped.statusCode()).isEqualTo(303);
    assertThat(Browser.location(stopped))
        .startsWith("/e/saml/login?to=/e" + path.split("\\?", 2)[0]);
    HttpResponse<String> login = browser.get(Browser.location(stopped).substring(2));
    assertThat(Browser.location(login)).startsWith("https://idp.example.se/sso?SAMLRequest=");
    return login;
  }

  private HttpResponse<String> beginAt(String path, String idp) {
    return browser.get("/saml/start?to=/e" + path + "&idp=" + idp);
  }

  private Answer answerTo(HttpResponse<String> login) {
    return server.answer(URI.create(Browser.location(login)));
  }

  private HttpResponse<String> answer(HttpResponse<String> login, String samlResponse) {
    String relayState = Scene.parameters(URI.create(Browser.location(login))).get("RelayState");
    return browser.post(
        "/saml/acs", Map.of("SAMLResponse", samlResponse, "RelayState", relayState));
  }

  private void logIn(String path) {
    HttpResponse<String> login = begin(path);
    Answer right = answerTo(login);
    if (path.endsWith("journal")) {
      right.level = "http://id.elegnamnden.se/loa/1.0/loa4";
    }
    assertThat(answer(login, LoginServer.right(right)).statusCode()).isEqualTo(303);
  }

  private String token(String path) {
    Matcher field = TOKEN.matcher(browser.get(path).body());
    assertThat(field.find()).isTrue();
    return field.group(1);
  }
}
