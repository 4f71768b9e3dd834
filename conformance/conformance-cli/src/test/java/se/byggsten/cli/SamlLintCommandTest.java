package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import se.byggsten.core.data.DataView;
import se.byggsten.data.DataReader;
import se.byggsten.saml.KeyMaterial;

class SamlLintCommandTest {
  private static String right = "";

  @TempDir private Path folder;

  @BeforeAll
  static void makesMetadata() throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    byte[] der = KeyMaterial.generate("sp", clock, Duration.ofDays(900)).certificate().getEncoded();
    right = XML.replace("CERTIFICATE", Base64.getMimeEncoder().encodeToString(der));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lint-metadata", "attack", "test-idp"})
  void helpsWithEveryCommand(String command) {
    Ran ran = command.isEmpty() ? Ran.with("saml", "--help") : Ran.with("saml", command, "--help");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Usage: byggsten saml " + command);
  }

  @Test
  void tellsOfEveryOptionAndExitCode() {
    assertThat(Ran.with("saml", "lint-metadata", "--help").out())
        .contains("FILE|URL", "--profile", "sweden-connect-1.8", "--role", "--strict")
        .contains("--format", "--lang", "Exit codes:", "0 ", "1 ", "2 ");
    assertThat(Ran.with("saml").err()).contains("Name a command: ", "lint-metadata");
    assertThat(Ran.with("saml", "--help").out().lines().filter(line -> line.startsWith("  ")))
        .as("each command with a whole sentence")
        .filteredOn(line -> line.matches("  [a-z].*"))
        .hasSize(4)
        .allMatch(line -> line.endsWith("."));
  }

  @Test
  void saysWhatWasWrongAndWhereHelpIs() {
    Ran ran = Ran.with("saml", "lint-metadata", "--nope", "x.xml");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--nope").endsWith("See byggsten saml lint-metadata --help\n");
    assertThat(ran.err().lines()).hasSizeLessThan(4);
  }

  @Test
  void findsNothingInRightMetadata() throws IOException {
    Ran ran = lint(right);
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.out())
        .startsWith(
            "sp.xml enligt sweden-connect-1.9, roll sp\nGjort 2026-11-22T12:00:00Z av byggsten ")
        .containsPattern("\nSHA-256 för sp.xml: [0-9a-f]{64}\n")
        .contains("https://eksta.example/sp  (sp.xml:1:1 /md:EntityDescriptor)")
        .contains("Uppfyllda (")
        .contains("Syns inte i metadata, och är inte bedömda (")
        .endsWith("Inget att anmärka på i metadata.\n");
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"&#10;", "&#13;", "&#x9b;2J", "&#x202e;", "&#x2028;", "&#x85;"})
  void whatTheMetadataSayNeitherMakesALineNorSteersTheTerminal(String sign) throws IOException {
    Ran ran = lint(right.replace("https://eksta.example/sp", "urn:x" + sign + "Inget att anmärka"));
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.out()).contains("Inget att anmärka");
    assertThat(ran.out().lines()).noneMatch(line -> line.startsWith("Inget"));
    assertThat(ran.out().replace("\n", ""))
        .doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f\u2028-\u202e]");
  }

  @Test
  void tellsWhatMustBeCorrectedWhereAndHow() throws IOException {
    Ran ran = lint(right.replace("https://eksta.example/acs", "http://eksta.example/acs"));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("MÅSTE RÄTTAS")
        .contains("  SC-18a MUST  Svar tas emot över TLS med bindningen HTTP-POST. [DP 6.1]")
        .containsPattern("    sp.xml:\\d+:\\d+ /md:EntityDescriptor/md:SPSSODescriptor/md:Asser")
        .contains("\n      Adressen är inte https.\n")
        .doesNotContain("\uFFFD")
        .contains("    Gör så här: Ange ett md:AssertionConsumerService")
        .endsWith("1 fel som måste rättas, 0 som bör rättas.\n");
  }

  @Test
  void speaksEnglishWhenAsked() throws IOException {
    Ran ran = lint(right.replace("https://eksta.example/acs", "http://x/acs"), "--lang", "en");
    assertThat(ran.out())
        .contains("MUST BE CORRECTED", "The address is not https.", "Do this: Declare an")
        .endsWith("1 fault that must be corrected, 0 that should be corrected.\n");
    assertThat(lint(right, "--lang", "fi").exit()).isEqualTo(2);
  }

  @Test
  void failsForWhatShouldHoldOnlyWhenStrict() throws IOException {
    String undescribed = right.replaceAll("<mdui:Description.*?</mdui:Description>", "");
    Ran ran = lint(undescribed);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("BÖR RÄTTAS", "SC-03b SHOULD")
        .endsWith("0 fel som måste rättas, 1 som bör rättas.\n");
    assertThat(lint(undescribed, "--strict").exit()).isEqualTo(1);
    assertThat(lint(right, "--strict").exit()).isZero();
  }

  @Test
  void tellsProgramsEveryItemWithItsVerdict() throws IOException {
    Ran ran = lint(right.replace("https://eksta.example/acs", "http://x/acs"), "--format", "json");
    assertThat(ran.exit()).isEqualTo(1);
    DataView json = DataReader.json().view("out", ran.out());
    assertThat(json.required("schema").integer(0, 9)).isEqualTo(1);
    assertThat(json.required("profile").text()).isEqualTo("sweden-connect-1.9");
    assertThat(json.required("role").text()).isEqualTo("sp");
    assertThat(json.required("at").text()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(json.required("version").text()).isNotBlank();
    assertThat(json.required("metadataSha256").text()).hasSize(64);
    assertThat(json.required("conforms").bool()).isFalse();
    assertThat(json.required("errors").integer(0, 99)).isEqualTo(1);
    List<String> requirements = ids(json.list("requirements"));
    DataView entity = json.list("entities").get(0);
    assertThat(entity.required("entityId").text()).isEqualTo("https://eksta.example/sp");
    assertThat(ids(entity.list("items"))).isEqualTo(requirements).contains("SC-00", "SC-60a");
    DataView broken =
        entity.list("items").stream()
            .filter(item -> item.required("id").text().equals("SC-18a"))
            .findFirst()
            .orElseThrow();
    assertThat(broken.required("verdict").text()).isEqualTo("FAIL");
    DataView finding = broken.list("findings").get(0);
    assertThat(finding.required("code").text()).isEqualTo("SAML-LINT-ENDPOINT-TLS");
    assertThat(finding.required("line").integer(1, 999)).isPositive();
    assertThat(finding.required("detail").text()).contains("md:AssertionConsumerService");
    assertThat(finding.required("remedy").text()).contains("https");
    assertThat(
            entity.list("items").stream()
                .map(item -> item.required("verdict").text())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("PASS", "FAIL", "NOT_APPLICABLE", "NOT_VERIFIED");
  }

  @Test
  void judgesByTheProfileThatIsNamed() throws IOException {
    assertThat(lint(right, "--profile", "sweden-connect-1.8").out())
        .startsWith("sp.xml enligt sweden-connect-1.8");
    for (String wrong : List.of("1.8", "sweden-connect-1.7", "saml2int")) {
      Ran ran = lint(right, "--profile", wrong);
      assertThat(ran.exit()).isEqualTo(2);
      assertThat(ran.err()).contains("--profile is sweden-connect-1.8 or sweden-connect-1.9.");
    }
  }

  @Test
  void asksForTheRoleWhenThereAreBoth() throws IOException {
    String idp =
        "<md:EntityDescriptor entityID=\"https://idp.example/\"><md:IDPSSODescriptor"
            + " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"/>"
            + "</md:EntityDescriptor>";
    String both =
        "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
            + right
            + idp
            + "</md:EntitiesDescriptor>";
    Ran unasked = lint(both);
    assertThat(unasked.exit()).isEqualTo(2);
    assertThat(unasked.err()).contains("choose by --role sp or --role idp");
    assertThat(lint(both, "--role", "sp").exit()).isZero();
    Ran asked = lint(both, "--role", "idp");
    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.out()).contains("https://idp.example/  (", "SC-23a MUST");
    assertThat(lint(right, "--role", "idp").out()).contains("md:IDPSSODescriptor saknas");
    assertThat(lint(right, "--role", "aa").exit()).isEqualTo(2);
  }

  @Test
  void tellsXmlThatCannotBeReadAsAFinding() throws IOException {
    assertThat(lint("# README").out()).startsWith("sp.xml enligt sweden-connect-1.9\n");
    Ran broken = lint("<a>\n<b></a>");
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.out()).contains("SC-00 MUST", "sp.xml:2:", "XML:en är trasig här.");
    assertThat(lint("<!DOCTYPE a><a/>").out()).contains("Filen har en dokumenttyp");
    assertThat(lint("<a/>").out()).contains("inte md:EntityDescriptor");
  }

  @Test
  void readsOnlyAFileThatIsThere() {
    assertThat(Ran.with("saml", "lint-metadata").exit()).isEqualTo(2);
    Ran missing = Ran.with("saml", "lint-metadata", folder.resolve("no.xml").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("cannot be read");
    assertThat(Ran.with("saml", "lint-metadata", folder.toString()).err()).contains("is a folder");
    assertThat(Ran.with("saml", "lint-metadata", "a\u0000b").exit()).isEqualTo(2);
  }

  @Test
  void fetchesMetadataFromTheWeb() throws IOException {
    HttpServer server = server();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      Ran ran = Ran.with("saml", "lint-metadata", address + "/moved?token=secret");
      assertThat(ran.exit()).as(ran.err()).isZero();
      assertThat(ran.out()).contains(address + "/moved enligt").doesNotContain("secret");
      assertWrong(address + "/missing", "answers 404");
      assertWrong(address + "/nowhere", address + "/nowhere answers 303 without saying where to");
      assertWrong("http://127.0.0.1:1/sp?a=b", "http://127.0.0.1:1/sp refuses the connection");
      assertWrong(address + "/scheme", "another scheme");
      assertWrong(address + "/loop", "on and on");
      assertWrong("http://user@127.0.0.1/", "without user");
      assertWrong("http://127.0.0.1:1/", "refuses the connection");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void fetchesNoMoreAndNoLongerThanAllowed() throws IOException {
    CommandSpec spec = new CommandLine(CommandSpec.create()).getCommandSpec();
    HttpServer server = server();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThatThrownBy(() -> FetchedFile.of(spec, address + "/sp", 100))
          .isInstanceOf(CommandLine.ParameterException.class)
          .hasMessageContaining("more than 100 bytes");
      assertThatThrownBy(
              () -> FetchedFile.of(spec, address + "/drip", 9999, Duration.ofMillis(700)))
          .isInstanceOf(CommandLine.ParameterException.class)
          .hasMessageContaining("does not answer within");
    } finally {
      server.stop(0);
    }
  }

  private static void assertWrong(String address, String told) {
    Ran ran = Ran.with("saml", "lint-metadata", address);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(told);
  }

  private Ran lint(String xml, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("sp.xml"), xml);
    String[] arguments = new String[options.length + 3];
    arguments[0] = "saml";
    arguments[1] = "lint-metadata";
    arguments[2] = file.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Ran.with(arguments);
  }

  private static List<String> ids(List<DataView> items) {
    return items.stream().map(item -> item.required("id").text()).toList();
  }

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/sp", exchange -> answer(exchange, 200, right));
    server.createContext("/moved", exchange -> lead(exchange, "/sp"));
    server.createContext("/loop", exchange -> lead(exchange, "/loop"));
    server.createContext("/scheme", exchange -> lead(exchange, "file:///etc/hostname"));
    server.createContext("/nowhere", exchange -> answer(exchange, 303, ""));
    server.createContext("/missing", exchange -> answer(exchange, 404, ""));
    server.createContext("/drip", SamlLintCommandTest::drip);
    server.start();
    return server;
  }

  private static void drip(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1000);
    exchange.getResponseBody().write('<');
    exchange.getResponseBody().flush();
    // The rest never comes; the exchange ends with the server.
  }

  private static void lead(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    answer(exchange, 302, "");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static final String XML =
      """
      <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://eksta.example/sp">
        <md:Extensions>
          <mdattr:EntityAttributes xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute">
            <saml:Attribute xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" Name="http://macedir.org/entity-category" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">
              <saml:AttributeValue>http://id.elegnamnden.se/ec/1.0/loa3-pnr</saml:AttributeValue>
              <saml:AttributeValue>http://id.elegnamnden.se/st/1.0/public-sector-sp</saml:AttributeValue>
              <saml:AttributeValue>http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number</saml:AttributeValue>
            </saml:Attribute>
          </mdattr:EntityAttributes>
        </md:Extensions>
        <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
          <md:Extensions>
            <mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui">
              <mdui:DisplayName xml:lang="sv">Ansökan</mdui:DisplayName>
              <mdui:DisplayName xml:lang="en">Application</mdui:DisplayName>
              <mdui:Description xml:lang="sv">Sök plats.</mdui:Description>
              <mdui:Description xml:lang="en">Apply.</mdui:Description>
              <mdui:Logo height="60" width="120">https://eksta.example/logo.svg</mdui:Logo>
            </mdui:UIInfo>
          </md:Extensions>
          <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>CERTIFICATE</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
          <md:KeyDescriptor use="encryption"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>CERTIFICATE</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
          <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
          <md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</md:NameIDFormat>
          <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://eksta.example/acs" index="0"/>
        </md:SPSSODescriptor>
        <md:Organization>
          <md:OrganizationName xml:lang="sv">Eksta kommun</md:OrganizationName>
          <md:OrganizationName xml:lang="en">Eksta municipality</md:OrganizationName>
          <md:OrganizationDisplayName xml:lang="sv">Eksta</md:OrganizationDisplayName>
          <md:OrganizationDisplayName xml:lang="en">Eksta</md:OrganizationDisplayName>
          <md:OrganizationURL xml:lang="sv">https://eksta.example/</md:OrganizationURL>
        </md:Organization>
      </md:EntityDescriptor>
      """;
}
