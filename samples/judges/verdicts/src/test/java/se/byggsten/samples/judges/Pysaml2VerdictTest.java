package se.byggsten.samples.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.testidp.TestBrowser;
import se.byggsten.testidp.TestIdp;
import se.byggsten.testidp.TestPage;
import se.byggsten.testidp.TestPersons;
import se.byggsten.testsupport.Pem;

/**
 * Logins between us and pysaml2, which is written by others in another language, at a Swedish level
 * of assurance: each as its own process, in both roles.
 */
@Tag("judges")
class Pysaml2VerdictTest {
  private static final Path SCRIPTS = Path.of("..", "pysaml2").toAbsolutePath().normalize();
  private static final Pattern FIELD =
      Pattern.compile("name=\"(SAMLResponse|RelayState)\"\\s+value=\"([^\"]*)\"");
  private static final Pattern ACTION = Pattern.compile("<form action=\"([^\"]*)\"");
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path folder;

  @Test
  void our_service_lets_in_whom_its_identity_provider_vouches_for() throws Exception {
    Path serviceMetadata = folder.resolve("service.xml");
    try (Script script = new Script("idp.py", serviceMetadata)) {
      TestPage metadata = TestBrowser.fresh().get(script.at("/metadata"));
      try (RecordingService service =
          new RecordingService(
              SamlMetadata.readOne(
                  metadata.body().getBytes(StandardCharsets.UTF_8), CLOCK.instant()),
              CLOCK)) {
        Files.writeString(serviceMetadata, service.metadataXml());
        TestBrowser browser = TestBrowser.fresh();
        TestPage form = browser.get(service.protectedPage());
        assertThat(form.status()).as(script.said()).isEqualTo(200);
        TestPage in = browser.post(action(form), fields(form));
        assertThat(service.takePosted())
            .singleElement()
            .satisfies(posted -> assertThat(posted.ourVerdict()).isEqualTo("ACCEPTED"));
        assertThat(in.body()).isEqualTo("Inne");
      }
    }
  }

  @Test
  void its_service_lets_in_whom_our_test_identity_provider_vouches_for() throws Exception {
    try (TestIdp idp = TestIdp.start()) {
      Path idpMetadata = Files.writeString(folder.resolve("idp.xml"), idp.metadataXml());
      try (Script script = new Script("sp.py", idpMetadata)) {
        idp.trust(TestBrowser.fresh().get(script.at("/metadata")).body());
        TestPage said =
            TestBrowser.fresh().login(script.at("/login"), TestPersons.ANNA, AssuranceLevel.LOA3);
        assertThat(said.status()).as(script.said()).isEqualTo(200);
        assertThat(said.body())
            .contains(idp.entityId(), AssuranceLevel.LOA3.uri(), "198401042380", "Anna");
      }
    }
  }

  private static URI action(TestPage page) {
    Matcher form = ACTION.matcher(page.body());
    assertThat(form.find()).as(page.body()).isTrue();
    return URI.create(form.group(1));
  }

  private static Map<String, String> fields(TestPage page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(page.body());
    while (field.find()) {
      fields.put(field.group(1), field.group(2));
    }
    assertThat(fields).containsOnlyKeys("SAMLResponse", "RelayState");
    return fields;
  }

  /** One of the scripts, as a process that ends with the test. */
  private final class Script implements AutoCloseable {
    private final int port = freePort();
    private final Path output;
    private final Process process;

    Script(String name, Path metadata) throws IOException, CertificateEncodingException {
      output = folder.resolve(name + ".log");
      // Debian's own Python, which is where the package is.
      ProcessBuilder builder =
          new ProcessBuilder(
              "/usr/bin/python3",
              SCRIPTS.resolve(name).toString(),
              Integer.toString(port),
              keys(Files.createDirectory(folder.resolve(name + "-keys"))).toString(),
              metadata.toString());
      builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
      process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      Awaitility.await("pysaml2 starts")
          .atMost(Duration.ofSeconds(60))
          .until(() -> said().contains("listening") || !process.isAlive());
      assertThat(process.isAlive()).as(said()).isTrue();
    }

    private static Path keys(Path into) throws IOException, CertificateEncodingException {
      KeyMaterial key = KeyMaterial.generate("pysaml2", CLOCK, Duration.ofDays(2));
      Files.writeString(
          into.resolve("key.pem"), Pem.of("PRIVATE KEY", key.privateKey().getEncoded()));
      Files.writeString(
          into.resolve("cert.pem"), Pem.of("CERTIFICATE", key.certificate().getEncoded()));
      return into;
    }

    URI at(String path) {
      return URI.create("http://127.0.0.1:" + port + path);
    }

    String said() throws IOException {
      return Files.exists(output) ? Files.readString(output) : "";
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }

    private static int freePort() {
      try (ServerSocket socket =
          new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
        return socket.getLocalPort();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
