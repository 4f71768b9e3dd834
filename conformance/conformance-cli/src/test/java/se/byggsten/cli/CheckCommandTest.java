package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;

class CheckCommandTest {
  private static final String MANIFEST =
      """
      schema: 1
      service:
        id: tom-tjanst
        name: {sv: Tom tjänst}
        municipality: Eksta kommun
      participants:
        - {code: KS, name: Kommunstyrelsen}
      verification:
        start: /
        persons:
          - {label: Tolvan, login: {person: "191212121212"}}
          - {label: Annan, login: {person: "201701012393"}}
      """;

  @TempDir private Path folder;
  private HttpServer server;
  private Path manifest;
  private Path out;

  @BeforeEach
  void serveAnEmptyPage() throws IOException {
    byte[] page = "<!DOCTYPE html><title>Tom</title><p>Inget här.".getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          try (exchange) {
            exchange.getResponseBody().write(page);
          }
        });
    server.start();
    manifest = Files.writeString(folder.resolve("byggsten.yaml"), MANIFEST);
    out = folder.resolve("report");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void answersOneForAServiceThatDoesNotConformAndWritesTheReports() {
    Ran ran = check();

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).startsWith("Inte godkänd enligt profilen corridor");
    assertThat(ran.out()).doesNotContain("191212121212");
    assertThat(out.resolve("report.html")).exists();
    assertThat(out.resolve("junit.xml")).exists();
    DataView report = DataReader.json().view("report", read(out.resolve("report.json")));
    assertThat(report.required("conforms").bool()).isFalse();
    assertThat(report.required("requirements").list()).hasSize(135);
  }

  @Test
  void writesJsonAloneToStandardOutput() {
    Ran ran = check("--format", "json", "--profile", "ska");

    DataView json = DataReader.json().view("out", ran.out());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(json.required("conforms").bool()).isFalse();
    assertThat(json.required("blocking").list()).isNotEmpty();
    assertThat(Path.of(json.required("reports").required("html").text())).exists();
  }

  @Test
  void countsTheAcceptedInTheFirstLine() throws IOException {
    Path allow =
        Files.writeString(
            folder.resolve("allow.yaml"),
            "accepted:\n  - {id: SK-PLT-03, reason: Prövas senare, expires: 2027-01-31}\n");

    Ran ran = check("--profile", "ska", "--allow-not-verified", allow.toString());

    assertThat(ran.out().lines().findFirst().orElseThrow()).contains("1 godtas utan verifiering");
  }

  @Test
  void refusesAnAcceptanceOfAnUnknownRequirement() throws IOException {
    Path allow =
        Files.writeString(
            folder.resolve("allow.yaml"),
            "accepted:\n  - {id: SK-PLT-33, reason: a, expires: 2027-01-31}\n");

    Ran ran = check("--allow-not-verified", allow.toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("allow.yaml:2:10").contains("did you mean");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8443",
        "ftp://localhost/",
        "https://",
        "https://u:p@localhost/",
        "https://localhost/?x=1",
        "https://local host/",
        "file:///etc/passwd"
      })
  void refusesWhatIsNoAddressOfAService(String url) {
    Ran ran = Ran.with("check", url, "--manifest", manifest.toString(), "--out", out.toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("URL must be an address");
  }

  @Test
  void refusesABrokenOrMissingManifest() throws IOException {
    Files.writeString(manifest, MANIFEST.replace("participants", "particpants"));
    Ran broken = check();
    Files.delete(manifest);
    Ran missing = check();

    assertThat(broken.exit()).isEqualTo(2);
    assertThat(broken.err()).contains("byggsten.yaml").contains("did you mean 'participants'?");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("DATA-UNREADABLE");
  }

  @Test
  void refusesCertificatesThatCannotBeRead() {
    Ran ran = check("--ca", folder.resolve("saknas.pem").toString());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("KIT-HTTP-BAD-CA");
  }

  private Ran check(String... more) {
    String[] arguments = new String[6 + more.length];
    arguments[0] = "check";
    arguments[1] = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    arguments[2] = "--manifest";
    arguments[3] = manifest.toString();
    arguments[4] = "--out";
    arguments[5] = out.toString();
    System.arraycopy(more, 0, arguments, 6, more.length);
    return Ran.with(arguments);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
