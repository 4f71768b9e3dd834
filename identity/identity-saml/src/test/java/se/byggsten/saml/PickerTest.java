package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviderLogo;
import se.byggsten.saml.metadata.IdentityProviderMetadata;

/** The page on which an identity provider is chosen, as a browser without scripts meets it. */
class PickerTest {
  private static final Pattern NAME = Pattern.compile("data-name>([^<]*)<");

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

  @Test
  void listsThoseThatFitInTheOrderOfTheSwedishAlphabet() {
    server.federate(
        LoginServer.named("o", "Ölands eID").build(),
        LoginServer.named("z", "Zeta").build(),
        LoginServer.named("a", "Ålands eID").build(),
        LoginServer.named("b", "bankID").build(),
        LoginServer.named("hidden", "Gömd").category(EntityCategory.HIDE_FROM_DISCOVERY).build(),
        Scene.idpBuilder().signingCertificate(Scene.IDP_KEY.certificate()).build());
    HttpResponse<String> page = browser.get("/saml/login?to=/e/mina-sidor");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(names(page)).containsExactly("bankID", "Zeta", "Ålands eID", "Ölands eID");
    assertThat(page.body())
        .contains("Välj hur du vill logga in")
        .contains("href=\"/e/saml/start?to=%2Fe%2Fmina-sidor&amp;idp=https%3A%2F%2Fz.example%2Fidp")
        .doesNotContain("role=\"search\"");
  }

  @Test
  void speaksEnglishToWhoHasChosenThat() {
    server.federate(
        LoginServer.named("a", "Förstå").displayName("en", "Understand").build(),
        LoginServer.named("b", "Freja").build());
    HttpResponse<String> page = browser.get("/saml/login?to=/e/mina-sidor&lang=en");
    assertThat(names(page)).containsExactly("Freja", "Understand");
    assertThat(page.body()).contains("Choose how to log in", "to=/e/mina-sidor&amp;lang=sv");
    assertThat(browser.get("/saml/login").body()).contains("Choose how to log in");
    assertThat(new Browser(server.address).get("/saml/login?lang=xx").body())
        .contains("Välj hur du vill logga in");
  }

  @Test
  void remembersAChoiceOnceItIsMadeAndNotBefore() {
    server.federate(LoginServer.named("a", "Alfa").build(), LoginServer.named("b", "Beta").build());
    browser.get("/saml/login");
    assertThat(browser.cookies).isEmpty();
    HttpResponse<String> start =
        browser.get("/saml/start?to=/e/mina-sidor&idp=" + encoded("https://b.example/idp"));
    assertThat(Browser.location(start)).startsWith("https://b.example/sso?");
    assertThat(browser.cookies.get("byggsten-idp")).matches("[0-9a-f]{32}");
    assertThat(start.headers().allValues("Set-Cookie"))
        .anyMatch(
            line ->
                line.startsWith("byggsten-idp=")
                    && line.contains("Max-Age=31536000")
                    && line.contains("HttpOnly; SameSite=Lax"));
    HttpResponse<String> page = browser.get("/saml/login");
    assertThat(names(page)).containsExactly("Beta", "Alfa");
    assertThat(page.body()).containsOnlyOnce("Senast använd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "../../etc/passwd", "<script>", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void isNotTroubledByACookieThatItDidNotMake(String value) {
    server.federate(LoginServer.named("a", "Alfa").build(), LoginServer.named("b", "Beta").build());
    browser.cookies.put("byggsten-idp", value);
    HttpResponse<String> page = browser.get("/saml/login");
    assertThat(names(page)).containsExactly("Alfa", "Beta");
    assertThat(page.body()).doesNotContain("Senast använd", "<script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://unknown.example/idp",
        "\"><script>alert(1)</script>",
        "https://a.example/idp\r\nSet-Cookie: x=y",
        "ÅÄÖ\u0000"
      })
  void asksAgainWhereTheChoiceIsNoneOfThem(String idp) {
    server.federate(LoginServer.named("a", "Alfa").build(), LoginServer.named("b", "Beta").build());
    HttpResponse<String> page = browser.get("/saml/start?idp=" + encoded(idp));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("Välj en av e-legitimationerna i listan", "href=\"#byggsten-idp-1\"")
        .contains("<title>Fel: ")
        .doesNotContain("<script>alert");
    assertThat(names(page)).containsExactly("Alfa", "Beta");
    assertThat(browser.cookies).isEmpty();
  }

  @Test
  void asksAgainAfterAHugeChoice() {
    server.federate(LoginServer.named("a", "Alfa").build(), LoginServer.named("b", "Beta").build());
    assertThat(browser.get("/saml/start?idp=" + "x".repeat(6000)).statusCode()).isEqualTo(400);
    assertThat(browser.get("/saml/start?idp=a&idp=b").statusCode()).isEqualTo(400);
  }

  @Test
  @Timeout(20)
  void searchesAmongFiveHundred() {
    server.federate(
        IntStream.range(0, 500)
            .mapToObj(i -> LoginServer.named("idp" + i, "Kommun <b> & \"Å\" nr " + i).build()));
    HttpResponse<String> all = browser.get("/saml/login");
    assertThat(names(all)).hasSize(500);
    assertThat(all.body()).contains("Kommun &lt;b&gt; &amp; ", "role=\"search\"");
    assertThat(all.body()).doesNotContain("<b>");
    long began = System.nanoTime();
    browser.get("/saml/login");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    HttpResponse<String> found = browser.get("/saml/login?sok=" + encoded("NR 499 "));
    assertThat(visible(found)).hasSize(1);
    assertThat(found.body()).contains("1 e-legitimation visas");
    assertThat(visible(browser.get("/saml/login?sok=a"))).as("a finds å").hasSize(500);
    assertThat(visible(browser.get("/saml/login?sok=" + encoded("ä")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<img src=x onerror=alert(1)>", "\"'><x", "\u0000", "%00", "((((("})
  void findsNothingForMarkupAndShowsItAsText(String typed) {
    server.federate(
        IntStream.range(0, 9).mapToObj(i -> LoginServer.named("i" + i, "Nummer " + i).build()));
    HttpResponse<String> page = browser.get("/saml/login?sok=" + encoded(typed));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Ingen e-legitimation med det namnet")
        .doesNotContain("<img src=x", "\"'><x");
    assertThat(browser.get("/saml/login?sok=" + "x".repeat(6000)).statusCode()).isEqualTo(200);
  }

  @Test
  void saysThatNobodyCanLogInWhereNoneFits() {
    server.federate(Scene.idp());
    HttpResponse<String> page = browser.get("/saml/login?to=/e/mina-sidor");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body())
        .contains("Det går inte att logga in just nu", "Felkod: SAML-NO-IDP")
        .contains("/e/saml/login?to=/e/mina-sidor");
    server.federate();
    assertThat(browser.get("/saml/start?idp=x").statusCode()).isEqualTo(503);
  }

  @Test
  void showsPicturesThatItHasFetchedItselfAndLettersUntilThen() throws Exception {
    byte[] png = LoginServer.png(300);
    try (Pictures pictures = new Pictures(png)) {
      server.federate(
          with("good", "Alfa", pictures.at("/good")),
          with("inline", "Beta", data("image/png", png)),
          with("huge", "Gamma", pictures.at("/huge")),
          with("svg", "Delta", data("image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8))),
          with("moved", "Epsilon", pictures.at("/moved")),
          with("file", "Zeta", URI.create("file:///etc/passwd")));
      String first = browser.get("/saml/login").body();
      assertThat(first).contains("aria-hidden=\"true\">A</span>");
      assertThat(pictures.all.await(10, TimeUnit.SECONDS)).isTrue();
      List<String> shown = shownPictures(2);
      assertThat(shown).hasSize(2);
      for (String path : shown) {
        HttpResponse<String> picture = browser.get(path);
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(picture.headers().firstValue("Content-Security-Policy").orElse(""))
            .contains("sandbox");
      }
      String page = browser.get("/saml/login").body();
      assertThat(page).doesNotContain(pictures.at("").toString(), "file:", "data:image");
      assertThat(browser.get("/saml/logo/passwd").statusCode()).isEqualTo(404);
      assertThat(browser.get("/saml/logo/" + "0".repeat(32)).statusCode()).isEqualTo(404);
      assertThat(pictures.asked).doesNotContain("/elsewhere");
    }
  }

  /**
   * Asks until there are as many pictures as there will be; the last is kept a moment after it
   * came.
   */
  private List<String> shownPictures(int wanted) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < 500 && found.size() < wanted; i++) {
      found.clear();
      Matcher source =
          Pattern.compile("alt=\"\" width=\"48\" height=\"48\" src=\"/e([^\"]+)\"")
              .matcher(browser.get("/saml/login").body());
      while (source.find()) {
        found.add(source.group(1));
      }
    }
    return found;
  }

  private static IdentityProviderMetadata with(String id, String name, URI logo) {
    return LoginServer.named(id, name)
        .logo(new IdentityProviderLogo(logo, 48, 48, Optional.empty()))
        .build();
  }

  private static URI data(String type, byte[] content) {
    return URI.create("data:" + type + ";base64," + Base64.getEncoder().encodeToString(content));
  }

  private static List<String> names(HttpResponse<String> page) {
    return NAME.matcher(page.body()).results().map(name -> name.group(1)).toList();
  }

  private static List<String> visible(HttpResponse<String> page) {
    return Pattern.compile("<li><a[^>]*>.*?data-name>([^<]*)<", Pattern.DOTALL)
        .matcher(page.body())
        .results()
        .map(name -> name.group(1))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Where identity providers keep their pictures. */
  private static final class Pictures implements AutoCloseable {
    final CountDownLatch all = new CountDownLatch(3);
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer web;

    Pictures(byte[] png) throws Exception {
      web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      web.createContext(
          "/",
          exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] body = path.equals("/huge") ? LoginServer.png(65 * 1024) : png;
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(path.equals("/moved") ? 302 : 200, body.length);
            try (exchange) {
              exchange.getResponseBody().write(body);
            } finally {
              all.countDown();
            }
          });
      web.start();
    }

    URI at(String path) {
      return URI.create("http://127.0.0.1:" + web.getAddress().getPort() + path);
    }

    @Override
    public void close() {
      web.stop(0);
    }
  }
}
