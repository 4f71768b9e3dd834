package se.byggsten.identity.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
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
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.CsrfTokens;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.identity.Sessions;
import se.byggsten.identity.TestPeople;
import se.byggsten.testsupport.MovableClock;

/** The filter in a real container, over HTTP. */
class WebSecurityFilterTest {
  private static final MovableClock CLOCK =
      MovableClock.at(Instant.parse("2026-11-22T10:15:30.123456Z"));
  private static final Sessions SESSIONS =
      Sessions.builder().store(InMemoryStore.with(CLOCK)).clock(CLOCK).build();
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private static Server server;
  private static String base;

  @BeforeAll
  static void serve() throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    WebSecurityFilter filter =
        WebSecurityFilter.builder()
            .sessions(SESSIONS)
            .csrf(CsrfTokens.withFreshKey())
            .headers(SecurityHeaders.of(false))
            .https(false)
            .csrfExempt(path -> path.equals("/saml/acs"))
            .assets(path -> path.startsWith("/assets/"))
            .requireLogin(path -> path.startsWith("/mina-arenden"))
            .requireRole(path -> path.startsWith("/handlaggare"), "case-handler")
            .onRejection(
                (why, request, response) -> response.getWriter().write("stopped " + why.code()))
            .build();
    context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    ServletHolder echo = new ServletHolder(new Echo());
    echo.getRegistration().setMultipartConfig(new MultipartConfigElement("", 1000, 2000, 2000));
    context.addServlet(echo, "/*");
    server.setHandler(context);
    server.start();
    base = "http://127.0.0.1:" + connector.getLocalPort();
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  @Test
  void aPageForEverybodyGetsHeadersAndNoCookie() throws Exception {
    HttpResponse<String> page = get("/quiet", "");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(page.headers().firstValue("Cache-Control")).isEmpty();
  }

  @Test
  void aPageWithAFormForEverybodyGetsACookieThatGoesWithItsToken() throws Exception {
    HttpResponse<String> page = get("/feedback", "");
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    assertThat(page.headers().firstValue("Cache-Control"))
        .as("no cache gives the cookie and the token to somebody else")
        .contains("no-store");
    HttpResponse<String> again = get("/feedback", cookie);
    assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(again.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(get("/quiet", cookie).headers().firstValue("Cache-Control")).isEmpty();
    assertThat(post("/feedback", cookie, "_csrf=" + page.body()).statusCode()).isEqualTo(200);
    assertThat(post("/feedback", "", "_csrf=" + page.body()).body()).isEqualTo("stopped WEB-CSRF");
    assertThat(post("/feedback", cookie, "").statusCode()).isEqualTo(403);
    assertThat(post("/feedback", cookie, "_csrf=" + page.body() + "&_csrf=x").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aPageOfOnesOwnNeedsLoginAndIsKeptByNoCache() throws Exception {
    HttpResponse<String> stopped = get("/mina-arenden/1", "");
    assertThat(stopped.statusCode()).isEqualTo(401);
    assertThat(stopped.body()).isEqualTo("stopped WEB-LOGIN-REQUIRED");
    assertThat(stopped.headers().firstValue("Cache-Control")).contains("no-store");
    HttpResponse<String> page = get("/mina-arenden/1", login(Set.of()));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void aCaseHandlersPageNeedsTheRole() throws Exception {
    assertThat(get("/handlaggare", login(Set.of("citizen"))).body())
        .isEqualTo("stopped WEB-ROLE-REQUIRED");
    assertThat(get("/handlaggare", login(Set.of("case-handler"))).statusCode()).isEqualTo(200);
  }

  @Test
  void somebodyElsesOrAnInventedCookieIsNoLogin() throws Exception {
    assertThat(get("/mina-arenden", "byggsten=" + "A".repeat(43)).statusCode()).isEqualTo(401);
    assertThat(get("/mina-arenden", login(Set.of()) + "; " + login(Set.of())).statusCode())
        .as("two cookies of one name")
        .isEqualTo(401);
    assertThat(get("/mina-arenden", "byggsten=").statusCode()).isEqualTo(401);
  }

  @Test
  void whatChangesSomethingNeedsTheSessionsToken() throws Exception {
    String cookie = login(Set.of());
    String token = get("/mina-arenden", cookie).body();
    assertThat(post("/mina-arenden", cookie, "_csrf=" + token).statusCode()).isEqualTo(200);
    String others = get("/mina-arenden", login(Set.of())).body();
    assertThat(post("/mina-arenden", cookie, "_csrf=" + others).statusCode()).isEqualTo(403);
    assertThat(post("/mina-arenden", cookie, "").statusCode()).isEqualTo(403);
    assertThat(
            send(HttpRequest.newBuilder(URI.create(base + "/mina-arenden"))
                    .header("Cookie", cookie)
                    .header(CsrfTokens.HEADER, token)
                    .DELETE())
                .statusCode())
        .isEqualTo(200);
    assertThat(
            send(HttpRequest.newBuilder(URI.create(base + "/mina-arenden"))
                    .header("Cookie", cookie)
                    .header(CsrfTokens.HEADER, token)
                    .header("Sec-Fetch-Site", "cross-site")
                    .DELETE())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void anUploadCarriesItsTokenInItsForm() throws Exception {
    String cookie = login(Set.of());
    String token = get("/mina-arenden", cookie).body();
    assertThat(upload(cookie, token, "liten").statusCode()).isEqualTo(200);
    assertThat(upload(cookie, "fel", "liten").statusCode()).isEqualTo(403);
    HttpResponse<String> large = upload(cookie, token, "x".repeat(5000));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).isEqualTo("stopped WEB-BODY-REFUSED");
  }

  @Test
  void anAnswerFromAnIdentityProviderNeedsNoToken() throws Exception {
    assertThat(post("/saml/acs", "", "SAMLResponse=x").statusCode()).isEqualTo(200);
    assertThat(post("/saml/acs/x", "", "").statusCode()).isEqualTo(403);
  }

  @Test
  void assetsCostNoSession() throws Exception {
    HttpResponse<String> asset = get("/assets/x.css", login(Set.of()));
    assertThat(asset.headers().firstValue("Cache-Control")).isEmpty();
    assertThat(post("/assets/x.css", "", "").statusCode()).isEqualTo(403);
  }

  @Test
  void logoutIsSeenAtOnce() throws Exception {
    String cookie = login(Set.of());
    assertThat(get("/mina-arenden", cookie).statusCode()).isEqualTo(200);
    SESSIONS.close(
        se.byggsten.identity.SessionToken.parse(cookie.substring("byggsten=".length()))
            .orElseThrow());
    assertThat(get("/mina-arenden", cookie).statusCode()).isEqualTo(401);
  }

  private static String login(Set<String> roles) {
    return "byggsten="
        + SESSIONS.open(TestPeople.citizen(), roles, Map.of(), null).token().cookieValue();
  }

  private static HttpResponse<String> get(String path, String cookie) throws Exception {
    return send(withCookie(path, cookie).GET());
  }

  private static HttpResponse<String> post(String path, String cookie, String body)
      throws Exception {
    return send(
        withCookie(path, cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> upload(String cookie, String token, String content)
      throws Exception {
    String part = "--b\r\nContent-Disposition: form-data; name=\"";
    String body =
        part
            + "_csrf\"\r\n\r\n"
            + token
            + "\r\n"
            + part
            + "file\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
            + content
            + "\r\n--b--\r\n";
    return send(
        withCookie("/mina-arenden", cookie)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder withCookie(String path, String cookie) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return BROWSER.send(
        request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Answers with the token for a form, except where no form is. */
  private static final class Echo extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String path = request.getRequestURI();
      if (!path.equals("/quiet") && !path.startsWith("/assets/")) {
        response
            .getWriter()
            .write(URLEncoder.encode(CurrentSession.csrfToken(request), StandardCharsets.UTF_8));
      }
    }
  }
}
