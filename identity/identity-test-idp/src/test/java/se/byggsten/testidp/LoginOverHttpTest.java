package se.byggsten.testidp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.LoginMessages;
import se.byggsten.identity.LoginResult;
import se.byggsten.identity.OpenedSession;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.identity.Sessions;
import se.byggsten.identity.servlet.CurrentSession;
import se.byggsten.identity.servlet.HttpsRedirectFilter;
import se.byggsten.identity.servlet.WebSecurityFilter;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.servlet.AssertionConsumerServlet;
import se.byggsten.saml.servlet.LoginPages;
import se.byggsten.saml.servlet.LoginStartServlet;
import se.byggsten.saml.servlet.MetadataServlet;
import se.byggsten.saml.servlet.SamlPages;
import se.byggsten.testidp.servlet.TestIdpServlet;

/** The walk of a browser without JavaScript, through both parties' servlets. */
class LoginOverHttpTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);
  private static final Sessions SESSIONS =
      Sessions.builder().store(InMemoryStore.with(CLOCK)).clock(CLOCK).build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Server server;
  private static String base;
  private static ServiceProvider sp;

  private final Map<String, String> cookies = new HashMap<>();

  @BeforeAll
  static void serve() throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    connector.open();
    base = "http://127.0.0.1:" + connector.getLocalPort();
    TestIdentityProvider idp =
        TestIdentityProvider.builder()
            .baseUrl(URI.create(base + "/test-idp"))
            .clock(CLOCK)
            .key(Keys.IDP.privateKey(), Keys.IDP.certificate())
            .services(() -> List.of(sp.metadataXml()))
            .build();
    sp =
        ServiceProvider.builder(
                ServiceProviderConfig.builder(
                        base + "/saml/metadata", URI.create(base + "/saml/acs"))
                    .signingKey(
                        KeyMaterial.of(Keys.SERVICE.privateKey(), Keys.SERVICE.certificate()))
                    .encryptionKey(
                        KeyMaterial.of(Keys.SERVICE.privateKey(), Keys.SERVICE.certificate()))
                    .description(
                        ServiceDescription.builder()
                            .organisation("Eksta", "Eksta", URI.create("https://eksta.example/"))
                            .name("Kollo", "Camp")
                            .description("Kollo", "Camp")
                            .logo(URI.create(base + "/logo.svg"), 1, 1)
                            .build())
                    .build())
            .identityProviders(
                IdentityProviders.of(
                    List.of(
                        SamlMetadata.readOne(
                            idp.metadataXml().getBytes(StandardCharsets.UTF_8), CLOCK.instant()))))
            .store(InMemoryStore.with(CLOCK))
            .clock(CLOCK)
            .build();
    ServletContextHandler context = new ServletContextHandler();
    WebSecurityFilter filter =
        WebSecurityFilter.builder()
            .sessions(SESSIONS)
            .csrf(CsrfTokens.withFreshKey())
            .headers(SecurityHeaders.of(false))
            .https(false)
            .csrfExempt(p -> p.equals("/saml/acs") || p.startsWith("/test-idp/"))
            .requireLogin(p -> p.equals("/mina-arenden"))
            .onRejection((why, q, r) -> r.getWriter().write("stopped " + why.code()))
            .build();
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    CookieSpec cookie = CookieSpec.login(false);
    context.addServlet(
        new ServletHolder(
            LoginStartServlet.of(
                sp, cookie, r -> LoginRequest.person("/mina-arenden"), new Pages())),
        "/saml/login");
    context.addServlet(
        new ServletHolder(AssertionConsumerServlet.of(sp, cookie, new Pages())), "/saml/acs");
    context.addServlet(new ServletHolder(MetadataServlet.of(sp)), "/saml/metadata");
    context.addServlet(
        new ServletHolder(TestIdpServlet.of(idp, false, "/byggsten-assets/")), "/test-idp/*");
    context.addServlet(new ServletHolder(new MyCases()), "/mina-arenden");
    FilterHolder https =
        new FilterHolder(HttpsRedirectFilter.to(URI.create("https://eksta.example:8443/x")));
    context.addFilter(https, "/plain/*", EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(context);
    server.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  @BeforeEach
  void forgetCookies() {
    cookies.clear();
  }

  @Test
  void aCitizenLogsInAndSeesTheirCases() throws Exception {
    assertThat(get("/mina-arenden").statusCode()).isEqualTo(401);
    HttpResponse<String> done = login("ok");
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.headers().firstValue("Location")).contains("/mina-arenden");
    assertThat(cookies).containsKey("byggsten").doesNotContainKey("byggsten-login");
    assertThat(get("/mina-arenden").body()).isEqualTo("Hej Anna Lindström");
  }

  @Test
  void aRefusedCitizenIsToldWhyAndWhatToDo() throws Exception {
    HttpResponse<String> refused = login("unsigned");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("SAML-SIGNATURE-MISSING", "Försök igen");
    assertThat(cookies).doesNotContainKey("byggsten");
    assertThat(login("cancelled").body()).contains("SAML-CANCELLED", "Du avbröt inloggningen");
  }

  @Test
  void anotherBrowserCannotFinishTheLogin() throws Exception {
    String form = answerPage("ok");
    cookies.clear();
    HttpResponse<String> refused = submit(form);
    assertThat(refused.body()).contains("SAML-OTHER-BROWSER");
  }

  @Test
  void twoTabsLogInOneAfterTheOther() throws Exception {
    String first = answerPage("ok");
    String second = answerPage("ok");
    assertThat(submit(first).headers().firstValue("Location")).contains("/mina-arenden");
    assertThat(cookies).as("the second tab is still under way").containsKey("byggsten-login");
    assertThat(submit(second).headers().firstValue("Location")).contains("/mina-arenden");
    assertThat(cookies).containsKey("byggsten").doesNotContainKey("byggsten-login");
    assertThat(submit(first).body()).contains("SAML-REPLAYED");
  }

  @Test
  void thePageOfChoicesCanBeUsedByEverybody() throws Exception {
    String start = get("/saml/login").headers().firstValue("Location").orElseThrow();
    HttpResponse<String> sv = send(HttpRequest.newBuilder(URI.create(start)).GET());
    assertThat(sv.body())
        .contains("lang=\"sv\"", "Det här är en testlegitimation", "<h1", "Anna Lindström")
        .contains("<legend", "</html>");
    Set<String> ids =
        found(
            sv.body(),
            "<input[^>]* id=\"([^\"]+)\"[^>]*type=\"radio\"|<input[^>]*type=\"radio\"[^>]* id=\"([^\"]+)\"|id=\"([^\"]+)\" name=\"(?:person|level|outcome)\"");
    Set<String> labels = found(sv.body(), "<label[^>]* for=\"([^\"]+)\"");
    assertThat(ids).hasSizeGreaterThan(20);
    assertThat(labels).containsAll(ids);
    assertThat(sv.body()).doesNotContain("<script>", " style=", " onclick=");
    assertThat(sv.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self' " + base)
        .doesNotContain("unsafe");
    HttpResponse<String> en = send(HttpRequest.newBuilder(URI.create(start + "&lang=en")).GET());
    assertThat(en.body()).contains("lang=\"en\"", "This is a test eID");
  }

  @Test
  void whatIsNoRequestGetsAPageThatSaysSo() throws Exception {
    for (String path :
        List.of("/test-idp/sso", "/test-idp/sso?SAMLRequest=x&x=%25zz", "/test-idp/other")) {
      HttpResponse<String> page = get(path);
      assertThat(page.statusCode()).isIn(400, 404);
      assertThat(page.body()).contains("Förfrågan kan inte besvaras");
    }
    assertThat(post("/test-idp/sso", Map.of("person", "<script>")).statusCode()).isEqualTo(400);
  }

  @Test
  void bothPartiesShowTheirMetadata() throws Exception {
    assertThat(get("/test-idp/metadata").body()).contains("IDPSSODescriptor");
    assertThat(get("/saml/metadata").body()).contains("SPSSODescriptor");
  }

  @Test
  void theConsumerTakesNothingStrange() throws Exception {
    assertThat(post("/saml/acs", Map.of()).body()).contains("SAML-UNSOLICITED");
    assertThat(get("/saml/acs").statusCode()).isEqualTo(405);
    // Three times: a body that is not read to its end sometimes takes the answer with it.
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> large = post("/saml/acs", Map.of("SAMLResponse", "A".repeat(2_000_000)));
      assertThat(large.statusCode()).isEqualTo(413);
      assertThat(large.body()).contains("SAML-TOO-LARGE");
    }
  }

  @Test
  void httpOnlyLeadsToHttpsOfTheServicesOwnHost() throws Exception {
    HttpResponse<String> redirect = get("/plain/x?y=%C3%A5");
    assertThat(redirect.statusCode()).isEqualTo(308);
    assertThat(redirect.headers().firstValue("Location"))
        .contains("https://eksta.example:8443/plain/x?y=%C3%A5");
  }

  private HttpResponse<String> login(String outcome) throws Exception {
    return submit(answerPage(outcome));
  }

  private String answerPage(String outcome) throws Exception {
    String start = get("/saml/login").headers().firstValue("Location").orElseThrow();
    String choose = send(HttpRequest.newBuilder(URI.create(start)).GET()).body();
    return post(
            "/test-idp/sso",
            Map.of(
                "request",
                field(choose, "request"),
                "person",
                "anna",
                "level",
                "http://id.elegnamnden.se/loa/1.0/loa3",
                "outcome",
                outcome))
        .body();
  }

  private HttpResponse<String> submit(String page) throws Exception {
    assertThat(page).contains("Fortsätt", "action=\"" + base + "/saml/acs\"");
    return post(
        "/saml/acs",
        Map.of(
            "SAMLResponse", field(page, "SAMLResponse"),
            "RelayState", field(page, "RelayState")));
  }

  private static String field(String page, String name) {
    Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1).replace("&#43;", "+").replace("&#61;", "=").replace("&amp;", "&");
  }

  private static Set<String> found(String page, String pattern) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map(
            result -> {
              String id = null;
              for (int i = 1; i <= result.groupCount(); i++) {
                id = id == null ? result.group(i) : id;
              }
              return id;
            })
        .collect(Collectors.toSet());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    String header =
        cookies.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("; "));
    if (!header.isEmpty()) {
      request.header("Cookie", header);
    }
    HttpResponse<String> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    for (String line : response.headers().allValues("Set-Cookie")) {
      String[] pair = line.split(";", 2)[0].split("=", 2);
      if (line.contains("Max-Age=0")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return response;
  }

  /** What a service does when a login has ended. */
  private static final class Pages implements LoginPages {
    @Override
    public void success(
        LoginResult.Success result, HttpServletRequest request, HttpServletResponse response) {
      OpenedSession opened =
          SESSIONS.open(
              result.person(),
              Set.of("citizen"),
              Map.of(),
              CurrentSession.token(request).orElse(null));
      response.addHeader("Set-Cookie", CookieSpec.session(false).set(opened.token().cookieValue()));
      response.setStatus(303);
      response.setHeader("Location", result.returnTo());
    }

    @Override
    public void carry(
        OutgoingRequest.Post post, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(SamlPages.carrying(post, Locale.ENGLISH).value());
    }

    @Override
    public void refused(
        LoginResult.Refused result, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      LoginMessages texts = LoginMessages.in(Locale.forLanguageTag("sv"));
      response.setContentType("text/plain;charset=utf-8");
      response
          .getWriter()
          .write(
              String.join(
                  "\n",
                  texts.title(result.kind()),
                  texts.text(result.kind()),
                  texts.action(result.kind()),
                  result.code().value()));
    }
  }

  /** A page for somebody who is logged in. */
  private static final class MyCases extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain;charset=utf-8");
      response
          .getWriter()
          .write("Hej " + CurrentSession.of(request).orElseThrow().person().displayName());
    }
  }
}
