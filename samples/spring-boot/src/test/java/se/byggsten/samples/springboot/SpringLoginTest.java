package se.byggsten.samples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.Outcome;
import se.byggsten.testidp.TestBrowser;
import se.byggsten.testidp.TestIdp;
import se.byggsten.testidp.TestPage;
import se.byggsten.testidp.TestPersons;

/** The sample as its visitors meet it, with the test identity provider at the other end. */
class SpringLoginTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private static final Pattern HOME =
      Pattern.compile("<header.*?<a[^>]* href=\"([^\"]+)\"", Pattern.DOTALL);

  @TempDir private static Path keys;
  private static TestIdp idp;
  private static ConfigurableApplicationContext service;
  private static URI address;

  private final TestBrowser browser = TestBrowser.fresh();

  @BeforeAll
  static void serve() throws Exception {
    int port = freePort();
    address = URI.create("http://127.0.0.1:" + port);
    idp = TestIdp.start().trust(address.resolve("/saml/metadata"));
    service =
        SpringApplication.run(
            SpringLogin.class,
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--spring.main.banner-mode=off",
            "--service.address=" + address,
            "--service.federation=" + idp.metadataUrl(),
            "--service.keys=" + keys,
            "--service.password=hemligt");
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
    idp.close();
  }

  @Test
  void greetsWhoLogsIn() {
    TestPage page = browser.login(page("/mina-sidor"), TestPersons.ANNA, AssuranceLevel.LOA3);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.address()).isEqualTo(page("/mina-sidor"));
    assertThat(page.body()).contains("Hej Anna Lindström", "Logga ut");
  }

  @Test
  void theHeaderOfEachPageLeadsToAPageThatIsThere() {
    TestPage page = browser.login(page("/mina-sidor"), TestPersons.ANNA, AssuranceLevel.LOA3);
    Matcher home = HOME.matcher(page.body());
    assertThat(home.find()).isTrue();
    TestPage start = browser.get(page(home.group(1)));
    assertThat(start.address()).isEqualTo(page("/mina-sidor"));
    assertThat(start.status()).isEqualTo(200);
  }

  @Test
  void logsOutForAllToSee() {
    TestPage page = browser.login(page("/mina-sidor"), TestPersons.ERIK, AssuranceLevel.LOA3);
    Matcher token = TOKEN.matcher(page.body());
    assertThat(token.find()).isTrue();
    TestPage out = browser.post(page("/saml/logout"), Map.of("_csrf", token.group(1)));
    assertThat(out.address()).isEqualTo(page("/saml/logged-out"));
    assertThat(out.body()).contains("Du är utloggad").doesNotContain("Erik");
    assertThat(browser.get(page("/mina-sidor")).address()).isNotEqualTo(page("/mina-sidor"));
  }

  @Test
  void tellsWhoIsRefusedWhy() {
    TestPage low = browser.login(page("/mina-sidor"), TestPersons.FATIMA, AssuranceLevel.LOA2);
    assertThat(low.status()).isEqualTo(403);
    assertThat(low.body()).contains("Den här e-legitimationen kan inte användas här", "Felkod");
    TestPage cancelled =
        browser.login(
            page("/mina-sidor"), TestPersons.FATIMA, AssuranceLevel.LOA3, Outcome.CANCELLED);
    assertThat(cancelled.body()).contains("Du avbröt inloggningen");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//mina-sidor",
        "/;a/mina-sidor",
        "/mina-sidor;a=b",
        "/mina-sidor/",
        "/%6dina-sidor",
        "/x/..;/mina-sidor",
        "/.;/mina-sidor",
        "/x/%2e%2e;/mina-sidor",
        "/saml/logo/..;/..;/mina-sidor",
        "/saml/logo/%2e%2e/%2e%2e/mina-sidor",
        "/byggsten-assets/..;/mina-sidor",
        "/byggsten-assets/%2e%2e/mina-sidor"
      })
  void letsNobodyInByWritingThePathInAnotherWay(String path) {
    TestPage page = browser.get(URI.create(address + path));
    assertThat(page.body()).doesNotContain("Hej");
    assertThat(page.address().toString()).doesNotEndWith(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"//angripare.example/..;/saml/logged-out", "//saml/logged-out"})
  void linksNowhereElseHoweverItsOwnPathIsWritten(String path) {
    TestPage page = browser.get(URI.create(address + path));
    assertThat(page.body()).doesNotContain("href=\"//");
  }

  @Test
  void keepsTheKeysThatWereMadeAtTheFirstStart() {
    assertThat(keys.resolve("signing.p12")).isNotEmptyFile();
    assertThat(keys.resolve("encryption.p12")).isNotEmptyFile();
  }

  @Test
  void isWiredInFortyLines() throws IOException {
    Path source = Path.of("src/main/java/se/byggsten/samples/springboot/SpringLogin.java");
    assertThat(
            Files.readAllLines(source).stream()
                .map(String::strip)
                .filter(
                    line -> !line.isEmpty() && !line.matches("(?:import |package |//|/?\\*).*")))
        .hasSizeLessThanOrEqualTo(40)
        .hasSizeGreaterThan(10);
  }

  private static URI page(String path) {
    return address.resolve(path);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
