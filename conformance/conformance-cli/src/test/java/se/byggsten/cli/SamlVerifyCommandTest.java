package se.byggsten.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.byggsten.core.data.DataView;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.data.DataReader;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.ServiceProviderFile;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.testidp.Outcome;
import se.byggsten.testidp.PostedAnswer;
import se.byggsten.testidp.ReceivedRequest;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.TestPersons;
import se.byggsten.testidp.protocol.internal.IdpKey;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Xml;
import se.byggsten.testidp.protocol.internal.XmlSignatures;
import se.byggsten.testsupport.Pem;

/** Responses of the test identity provider, judged on the command line. */
class SamlVerifyCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path folder;

  private static TestIdentityProvider idp;
  private static ReceivedRequest request;
  private static String requestId;

  @BeforeAll
  static void laysOutAServiceAndItsIdentityProvider() throws Exception {
    KeyMaterial key = KeyMaterial.generate("sp", CLOCK, Duration.ofDays(30));
    write("sp.key", Pem.of("PRIVATE KEY", key.privateKey().getEncoded()));
    write("sp.crt", Pem.of("CERTIFICATE", key.certificate().getEncoded()));
    Path yaml =
        write(
            "sp.yaml",
            """
            entity-id: https://eksta.example/saml
            acs-url: https://eksta.example/saml/acs
            signing-key: {key: sp.key, certificate: sp.crt}
            encryption-keys: [{key: sp.key, certificate: sp.crt}]
            organisation:
              name: {sv: Eksta kommun, en: Eksta municipality}
              url: https://eksta.example/
            service:
              name: {sv: Ansökan, en: Application}
              description: {sv: Sök plats, en: Apply for a place}
              logo: {url: https://eksta.example/logo.svg, width: 120, height: 60}
            """);
    ServiceProviderConfig config = ServiceProviderFile.read(yaml, name -> Optional.empty());
    List<String> services = new ArrayList<>();
    idp =
        TestIdentityProvider.builder()
            .baseUrl(URI.create("https://idp.example/idp"))
            .clock(CLOCK)
            .services(() -> services)
            .build();
    write("idp.xml", idp.metadataXml());
    ServiceProvider sp =
        ServiceProvider.builder(config)
            .identityProviders(
                IdentityProviders.of(
                    SamlMetadata.read(
                        idp.metadataXml().getBytes(StandardCharsets.UTF_8), CLOCK.instant())))
            .store(InMemoryStore.with(CLOCK))
            .clock(CLOCK)
            .build();
    services.add(sp.metadataXml());
    OutgoingRequest asked = sp.startLogin(LoginRequest.person("/")).request();
    request = idp.receive(((OutgoingRequest.Redirect) asked).address().getRawQuery());
    String right =
        new String(
            Base64.getDecoder().decode(answer(Outcome.OK).samlResponse()), StandardCharsets.UTF_8);
    requestId = right.replaceAll("(?s).*?InResponseTo=\"([^\"]*)\".*", "$1");
  }

  private static PostedAnswer answer(Outcome outcome) {
    return idp.answer(request, TestPersons.ANNA, AssuranceLevel.LOA3, outcome);
  }

  private static Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Ran verify(String response, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("--idp-metadata", folder.resolve("idp.xml").toString()));
    arguments.addAll(List.of(more));
    return verified(response, arguments.toArray(new String[0]));
  }

  private static Ran verified(String response, String... more) throws Exception {
    return verifiedAt("2026-11-22T12:00:00Z", response, more);
  }

  private static Ran verifiedAt(String now, String response, String... more) throws Exception {
    Path file = write("response.txt", response);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "saml",
                "verify-response",
                "--sp",
                folder.resolve("sp.yaml").toString(),
                "--response",
                file.toString(),
                "--request-id",
                requestId,
                "--now",
                now));
    arguments.addAll(List.of(more));
    return Ran.with(arguments.toArray(new String[0]));
  }

  @Test
  void tellsWhatAnAcceptedResponseSays() throws Exception {
    Ran ran = verify(answer(Outcome.OK).samlResponse());
    assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out())
        .startsWith("Svaret godtas.\n")
        .contains("Tillitsnivå: http://id.elegnamnden.se/loa/1.0/loa3")
        .contains("  personalIdentityNumber (urn:oid:1.2.752.29.4.13): 198401042380\n")
        .contains("  sn (urn:oid:2.5.4.4): Lindström\n");
  }

  @Test
  void believesSignedMetadataByTheOldKeyOrTheNewOfTheFederation() throws Exception {
    IdpKey old = IdpKey.rsa(2048, CLOCK.instant());
    IdpKey fresh = IdpKey.rsa(2048, CLOCK.instant());
    String head =
        "<md:EntitiesDescriptor ID=\"_f\" validUntil=\"2026-11-23T12:00:00Z\" xmlns:md=\"%s\">";
    String entity = idp.metadataXml();
    Document feed =
        Xml.parse(
            head.formatted(Names.MD)
                + entity.substring(entity.indexOf("<md:"))
                + "</md:EntitiesDescriptor>");
    Element root = feed.getDocumentElement();
    XmlSignatures.sign(root, root.getFirstChild(), XmlSignatures.Maker.of(fresh));
    Path signed = write("feed.xml", Xml.write(feed));
    String first = pem("old.crt", old);
    String second = pem("new.crt", fresh);
    String response = answer(Outcome.OK).samlResponse();
    String[] both = {
      "--idp-metadata", signed.toString(), "--signed-by", first, "--signed-by", second
    };
    assertThat(verified(response, both).exit()).isZero();
    Ran alone = verified(response, "--idp-metadata", both[1], "--signed-by", first);
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err()).contains("SAML-METADATA-SIGNATURE");
    Ran none = verified(response, "--idp-metadata", both[1], "--signed-by", both[1]);
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("--signed-by", "no certificate in PEM");
  }

  private static String pem(String name, IdpKey key) throws Exception {
    return write(name, Pem.of("CERTIFICATE", key.certificate().getEncoded())).toString();
  }

  @Test
  void readsXmlAsWellAsBase64AndTellsProgramsToo() throws Exception {
    String xml =
        new String(
            Base64.getDecoder().decode(answer(Outcome.OK).samlResponse()), StandardCharsets.UTF_8);
    Ran ran = verify(xml, "--format", "json");
    DataView json = DataReader.json().view("out", ran.out());
    assertThat(json.required("accepted").bool()).isTrue();
    assertThat(json.required("attributes").required("urn:oid:2.5.4.42").list().get(0).text())
        .isEqualTo("Anna");
  }

  @Test
  void readsTheBodyOfTheFormThatTheBrowserPosts() throws Exception {
    String response = answer(Outcome.OK).samlResponse();
    String encoded = URLEncoder.encode(response, StandardCharsets.UTF_8);
    assertThat(verify("RelayState=a%20b&SAMLResponse=" + encoded).exit()).isZero();
    assertThat(verify("SAMLResponse=" + response + "&RelayState=x").exit())
        .as("as some developer tools show it")
        .isZero();
    assertThat(verify("SAMLResponse=%zz&RelayState=x").exit()).isEqualTo(1);
  }

  @Test
  void tellsWhichTimeHasPassed() throws Exception {
    String idpFile = folder.resolve("idp.xml").toString();
    String late = "2026-11-22T12:08:00Z";
    String response = answer(Outcome.OK).samlResponse();
    Ran ran = verifiedAt(late, response, "--idp-metadata", idpFile, "--lang", "en");
    assertThat(ran.out())
        .startsWith("The response is refused: SAML-EXPIRED\n  ")
        .containsPattern("@[A-Za-z]+ 2026-11-22T12:0.*\\(judged at 2026-11-22T12:08:00Z\\)")
        .containsOnlyOnce("  SC-");
  }

  @Test
  void whatIsNoResponseBreaksNoRequirementOnResponses() throws Exception {
    assertThat(verify("åäö").out()).isEqualTo("Svaret avvisas: SAML-ENCODING\n");
  }

  @ParameterizedTest
  @CsvSource({
    "UNSIGNED,SAML-SIGNATURE-MISSING,SC-36",
    "WRONG_AUDIENCE,SAML-AUDIENCE,SC-44",
    "UNENCRYPTED,SAML-UNENCRYPTED,SC-37",
    "CANCELLED,SAML-CANCELLED,SC-53",
    "WITH_DTD,SAML-DTD,SC-38"
  })
  void namesTheCodeAndTheRequirementOfARefusal(Outcome outcome, String code, String requirement)
      throws Exception {
    Ran ran = verify(answer(outcome).samlResponse(), "--lang", "en");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith("The response is refused: " + code + "\n")
        .contains("  " + requirement + " ")
        .doesNotContain("198401042380");
    Ran json = verify(answer(outcome).samlResponse(), "--format", "json");
    DataView view = DataReader.json().view("out", json.out());
    assertThat(view.required("code").text()).isEqualTo(code);
    assertThat(view.list("requirements").get(0).required("id").text()).isEqualTo(requirement);
  }

  @Test
  void judgesByTheProfileTheLevelsAndTheTimeThatAreGiven() throws Exception {
    String plain = answer(Outcome.UNENCRYPTED).samlResponse();
    assertThat(verify(plain, "--profile", "generic").exit()).isZero();
    String right = answer(Outcome.OK).samlResponse();
    assertThat(verify(right, "--levels", "loa4").out()).contains("SAML-LEVEL");
    assertThat(verify(right, "--now", "2026-11-22T12:10:00Z").exit()).isEqualTo(2);
    assertThat(verify(right, "--forced-at", "2026-11-22T12:05:00Z").out())
        .contains("SAML-AUTHN-TOO-OLD");
  }

  @Test
  void refusesWhatIsNoResponse() throws Exception {
    assertThat(verify("<x/>").out()).contains("SAML-XML");
    assertThat(verify("åäö").out()).contains("SAML-ENCODING");
    assertThat(verify("").exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--levels|loa9|--levels",
        "--profile|saml3|--profile",
        "--forced-at|soon|--forced-at",
        "--idp|https://other.example|name one of them by --idp"
      })
  void saysWhatIsWrongUse(String option, String value, String said) throws Exception {
    Ran ran = verify(answer(Outcome.OK).samlResponse(), option, value);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(said);
  }

  private static Ran verifiedBy(String service) {
    String line = "--idp-metadata x --response x --request-id x --now 2026-11-22T12:00:00Z";
    return Ran.with(("saml verify-response --sp " + service + " " + line).split(" ", -1));
  }

  @Test
  void saysWhichFileCannotBeUsed() throws Exception {
    String badly = write("bad.yaml", "entity-id: 7\nacs-url: x\n").toString();
    assertThat(verifiedBy(badly).err()).contains("--sp: bad.yaml:").doesNotContain("--sp: DATA-");
    String broken = write("broken.yaml", "entity-id: [").toString();
    assertThat(verifiedBy(broken).err()).contains("--sp: broken.yaml:");
    Ran missing = verifiedBy("none.yaml");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("none.yaml");
  }
}
