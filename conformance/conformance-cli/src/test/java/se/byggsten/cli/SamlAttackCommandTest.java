package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.testidp.TestBrowser;

/** Hands over the metadata first and attacks then, as somebody who procures a service does. */
class SamlAttackCommandTest {
  private static final String SOME = "xsw-1-response,replay,dtd,foreign-scope";

  @TempDir static Path folder;
  private static String port;
  private static String idpMetadata;

  @BeforeAll
  static void handOverTheMetadata() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = Integer.toString(free.getLocalPort());
    }
    Path out = folder.resolve("idp.xml");
    Ran ran =
        Ran.with(
            "saml", "test-idp", "--keys", keys(), "--port", port, "--metadata-out", out.toString());
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("idp.xml", "http://127.0.0.1:" + port + "/metadata");
    idpMetadata = Files.readString(out);
  }

  @Test
  void aServiceThatRefusesEveryAttackIsToldSo() throws IOException {
    try (SmallService service = new SmallService(idpMetadata, false)) {
      Ran ran = attack(service, "--lang", "en", "--only", SOME);
      assertThat(ran.err()).isEmpty();
      assertThat(ran.out())
          .contains("refused xsw-1-response: ", "refused replay: ", "0 got in, ")
          .contains("not applicable foreign-scope", " 0 could not be verified.")
          .contains("The service's entityID: http", "Made 2026-11-22T12:00:00Z by byggsten ")
          .containsPattern("SHA-256 of service.xml: [0-9a-f]{64}\n")
          .contains("The run is not complete")
          .doesNotContain("GOT IN");
      assertThat(ran.exit()).isZero();
    }
  }

  @Test
  void aCarelessServiceIsToldWhatGotInAndWhatThatMeans() throws IOException {
    try (SmallService service = new SmallService(idpMetadata, true)) {
      Ran ran = attack(service, "--only", "xsw-1-response,replay");
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.out())
          .contains("KOM IN xsw-1-response: ", "KOM IN replay: ", "2 kom in, 0 avvisades")
          .contains("Följd: ", "Bryter mot: SC-46. ", "Den skyddade sidan öppnades.");
    }
  }

  @Test
  void theResultCanBeReadByAProgram() throws IOException {
    try (SmallService service = new SmallService(idpMetadata, true)) {
      Ran ran = attack(service, "--only", "dtd", "--format", "json");
      assertThat(ran.exit()).isEqualTo(1);
      DataView json = DataReader.json().view("out", ran.out());
      assertThat(json.required("at").text()).isEqualTo("2026-11-22T12:00:00Z");
      assertThat(json.required("version").text()).isNotBlank();
      assertThat(json.required("metadataSha256").text()).hasSize(64);
      assertThat(json.required("entityIds").list()).hasSize(1);
      assertThat(json.required("complete").bool()).as("one attack of many").isFalse();
      assertThat(json.required("counts").required("GOT_IN").integer(0, 99)).isEqualTo(1);
      assertThat(json.required("counts").required("NOT_VERIFIED").integer(0, 99)).isZero();
      assertThat(ran.out())
          .contains("\"withstood\": false", "\"ending\": \"GOT_IN\"", "\"id\": \"SC-38\"")
          .contains("\"verdict\": \"FAIL\"", "TESTIDP-ATTACK-GOT-IN");
    }
  }

  @Test
  void aServiceThatDoesNotTrustTheKeyIsNotVerified() throws IOException {
    try (SmallService service = new SmallService(idpMetadata, false)) {
      Path metadata = metadata(service);
      Ran ran =
          Ran.with(
              "saml",
              "attack",
              service.page(),
              "--sp-metadata",
              metadata.toString(),
              "--port",
              port,
              "--only",
              "dtd");
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.out())
          .contains("En rätt inloggning kommer inte in", "1 kunde inte kontrolleras")
          .contains("Ge samma --keys som när dess metadata skrevs");
    }
  }

  @Test
  void aServiceThatTrustsTwoIsShownToTellThemApart() throws IOException {
    String[] handOver = {
      "saml", "test-idp", "--keys", keys(), "--port", port, "--with-second", "--metadata-out", ""
    };
    Path both = folder.resolve("both.xml");
    handOver[handOver.length - 1] = both.toString();
    assertThat(Ran.with(handOver).exit()).isZero();
    try (SmallService service = new SmallService(Files.readString(both), false)) {
      Ran ran = attack(service, "--lang", "en", "--only", "other-entity-key,other-entity-answer");
      assertThat(ran.out()).contains("refused other-entity-key: ", "refused other-entity-answer: ");
      assertThat(ran.exit()).isZero();
    }
    try (SmallService service = new SmallService(idpMetadata, false)) {
      Ran ran = attack(service, "--lang", "en", "--only", "other-entity-key");
      assertThat(ran.out()).contains("could not be verified", "--with-second");
      assertThat(ran.exit()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'saml attack http://127.0.0.1:9/', --sp-metadata",
    "'saml attack ftp://127.0.0.1/ --sp-metadata FILE', not an address",
    "'saml attack http://127.0.0.1:9/ --sp-metadata NONE', cannot be read",
    "'saml attack http://127.0.0.1:9/ --sp-metadata FILE --only xsw-9', There is no attack xsw-9",
    "'saml attack http://127.0.0.1:9/ --sp-metadata FILE --person nobody', --person is anna",
    "'saml attack http://127.0.0.1:9/ --sp-metadata FILE --port 99999', --port is a number",
    "'saml test-idp --with-second', --with-second needs --metadata-out",
    "'saml test-idp --metadata-out x.xml', --metadata-out needs --keys",
    "'saml test-idp --sp-metadata NONE --port 0', cannot be read",
  })
  void wrongUseIsToldAsSuch(String line, String message) throws IOException {
    String file = Files.writeString(folder.resolve("sp.xml"), "<x/>").toString();
    String none = folder.resolve("none.xml").toString();
    Ran ran = Ran.with(line.replace("FILE", file).replace("NONE", none).split(" ", -1));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(message);
  }

  @Test
  void anIdentityProviderThatRunsAlreadyIsToBeStoppedFirst() throws IOException {
    String file = Files.writeString(folder.resolve("sp.xml"), "<x/>").toString();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String number = Integer.toString(taken.getLocalPort());
      String line = "saml attack http://127.0.0.1:9/ --sp-metadata " + file + " --port " + number;
      Ran ran = Ran.with(line.split(" ", -1));
      assertThat(ran.exit()).isEqualTo(2);
      assertThat(ran.err()).contains("The port " + number + " is taken: stop the test identity");
    }
  }

  @Test
  void whoeverRunsTheIdentityProviderIsToldWhatItDoesNotAnswer() throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Thread running =
        new Thread(
            () ->
                ByggstenCli.run(
                    Console.of(out, err), Clock.systemUTC(), "saml", "test-idp", "--port", "0"));
    running.start();
    while (running.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    URI metadata = URI.create(out.toString().replaceAll("(?s).*?(http://[^ ]*/metadata).*", "$1"));
    TestBrowser.fresh().get(metadata.resolve("/sso?SAMLRequest=x"));
    running.interrupt();
    running.join();
    assertThat(err.toString()).containsOnlyOnce("\n").contains("Z TESTIDP-REQUEST: ");
  }

  @Test
  void theIdentityProviderRunsUntilItIsStopped() throws Exception {
    CompletableFuture<Ran> ended = new CompletableFuture<>();
    Thread running = new Thread(() -> ended.complete(Ran.with("saml", "test-idp", "--port", "0")));
    running.start();
    while (running.getState() != Thread.State.WAITING) {
      assertThat(ended).isNotDone();
      Thread.onSpinWait();
    }
    running.interrupt();
    Ran ran = ended.get();
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("http://127.0.0.1:", "/metadata", "Ctrl-C");
  }

  private static Ran attack(SmallService service, String... more) throws IOException {
    String[] first = {
      "saml",
      "attack",
      service.page(),
      "--sp-metadata",
      metadata(service).toString(),
      "--keys",
      keys(),
      "--port",
      port
    };
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Ran.with(all);
  }

  private static Path metadata(SmallService service) throws IOException {
    return Files.writeString(folder.resolve("service.xml"), service.metadataXml());
  }

  private static String keys() {
    return folder.resolve("keys").toString();
  }
}
