package se.byggsten.testidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.UserMessage;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.testidp.internal.PageForm;
import se.byggsten.testidp.protocol.TestIdpException;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Release;
import se.byggsten.testidp.protocol.internal.ServiceMetadata;
import se.byggsten.testidp.protocol.internal.Xml;
import se.byggsten.testidp.protocol.internal.XmlSignatures;

/** What somebody gets who starts the identity provider in a test of their own. */
class TestIdpTest {
  @Test
  void aTestLogsInWithAFewLines() throws Exception {
    try (TestIdp idp = Keys.idp().start();
        RealService service = RealService.start(idp, TestIdpTest::person)) {
      idp.trust(service.metadata());
      TestBrowser browser = TestBrowser.fresh();

      TestPage page = browser.login(service.start(), TestPersons.ANNA, AssuranceLevel.LOA3);

      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).isEqualTo("Hej Anna Lindström");
      assertThat(page.address()).isEqualTo(service.protectedPage());
      assertThat(browser.cookies("127.0.0.1")).containsKey("byggsten");
      assertThat(browser.get(service.protectedPage()).body()).isEqualTo(page.body());
      assertThat(TestBrowser.fresh().get(service.protectedPage()).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"CANCELLED", "FRAUD", "POSSIBLE_FRAUD", "NO_AUTHN_CONTEXT", "AUTHN_FAILED"})
  void anErrorAnswerIsSignedAndHoldsNoAssertion(Outcome outcome) throws Exception {
    try (TestIdp idp = Keys.idp().start();
        RealService service = RealService.start(idp, TestIdpTest::person)) {
      idp.trust(service.metadataXml());
      TestBrowser browser = TestBrowser.fresh();
      URI sso = browser.once(service.start()).redirect().orElseThrow();
      ReceivedRequest request = idp.identityProvider().receive(sso.getRawQuery());
      PostedAnswer answer =
          idp.identityProvider().answer(request, TestPersons.ANNA, AssuranceLevel.LOA3, outcome);
      String xml =
          new String(Base64.getDecoder().decode(answer.samlResponse()), StandardCharsets.UTF_8);
      Element root = Xml.parse(xml).getDocumentElement();
      assertThat(XmlSignatures.covers(root, List.of(idp.certificate()))).isTrue();
      assertThat(xml).contains(outcome.status()).doesNotContain("Assertion ", "EncryptedData");
    }
  }

  @Test
  void aServiceThatNobodyToldOfIsNotAnswered() throws Exception {
    try (TestIdp idp = Keys.idp().start();
        RealService service = RealService.start(idp, TestIdpTest::person)) {
      TestBrowser browser = TestBrowser.fresh();
      TestPage page = browser.get(service.start());
      assertThat(page.status()).isEqualTo(400);
      assertThat(page.body()).contains("not known here");
      assertThatThrownBy(
              () -> browser.login(service.start(), TestPersons.ANNA, AssuranceLevel.LOA3))
          .isInstanceOf(TestIdpException.class)
          .hasMessageContaining("The test identity provider does not take what the service asks")
          .hasMessageContaining("/sso answers 400: TESTIDP-REQUEST: The service " + base(service));
      assertThat(page)
          .asString()
          .contains("/sso answers 400", "is not known here")
          .doesNotContain("?");
    }
  }

  @Test
  void thePageShowsWhatTheServiceSaysAndWhomItExpects() throws Exception {
    try (TestIdp idp = Keys.idp().start();
        RealService service =
            RealService.start(
                idp,
                entity ->
                    person(entity)
                        .about(TestPersons.FATIMA.identifier().orElseThrow())
                        .withMessage(UserMessage.of("Logga in för kollo", "Log in for camp")))) {
      idp.trust(service.metadataXml());
      TestBrowser browser = TestBrowser.fresh();
      PageForm carried = PageForm.on(browser.get(service.start()).answer()).orElseThrow();
      assertThat(browser.post(carried.action(), carried.hidden()).body())
          .contains("Logga in för kollo", "Kollo (" + base(service))
          .containsPattern("(?s)value=\"anna\".*<details.*value=\"ok\".*xsw-1.*</details>.*<button")
          .containsPattern("value=\"fatima\"[^>]* checked");
      Map<String, String> english = new HashMap<>(carried.hidden());
      english.put("lang", "en");
      assertThat(browser.post(carried.action(), english).body())
          .contains("Log in for camp", "Camp (", "Or an attack instead");
      assertThat(browser.login(service.start(), TestPersons.FATIMA, AssuranceLevel.LOA3).body())
          .as("by the POST binding too")
          .isEqualTo("Hej Fatima Åkerblom");
    }
  }

  @Test
  void anAttackCanBeChosenOnThePage() throws Exception {
    try (TestIdp idp = Keys.idp().start();
        RealService service = RealService.start(idp, TestIdpTest::person)) {
      idp.trust(service.metadataXml());
      TestBrowser browser = TestBrowser.fresh();
      TestPage page = browser.get(service.start());
      assertThat(page.body()).contains("value=\"xsw-1-response\"").doesNotContain("\"replay\"");
      URI sso = idp.identityProvider().singleSignOn();
      Map<String, String> fields =
          Map.of(
              "request", page.address().getRawQuery(),
              "person", "anna",
              "level", AssuranceLevel.LOA3.uri(),
              "outcome", "ok",
              "attack", "xsw-1-response");
      TestPage posted = browser.post(sso, fields);
      assertThat(posted.status()).isEqualTo(200);
      assertThat(posted.body()).contains("SAMLResponse");
      Map<String, String> unknown = new HashMap<>(fields);
      unknown.put("attack", "xsw-99");
      assertThat(browser.post(sso, unknown).status()).isEqualTo(400);
    }
  }

  @Test
  void itsMetadataTellWhatAServiceNeedsToKnow() {
    try (TestIdp idp = Keys.idp().start()) {
      IdentityProviderMetadata read =
          SamlMetadata.readOne(
              TestBrowser.fresh().get(idp.metadataUrl()).body().getBytes(StandardCharsets.UTF_8),
              Clock.systemUTC().instant());
      assertThat(read.entityId()).isEqualTo(idp.entityId());
      assertThat(read.levels())
          .contains(AssuranceLevel.UNCERTIFIED_LOA3, AssuranceLevel.EIDAS_NF_SUBSTANTIAL);
      assertThat(read.scopes()).contains(TestPersons.MUNICIPALITY);
      assertThat(idp.metadataXml())
          .contains("HTTP-Redirect", "HTTP-POST", "RequestedPrincipalSelection", "mdui:Logo");
      URI logo = URI.create(idp.entityId().replace("/metadata", "/logo.png"));
      TestPage picture = TestBrowser.fresh().get(logo);
      assertThat(picture.headers().get("content-type")).containsExactly("image/png");
      assertThat(picture.body()).as("a service fetches no SVG, but PNG").contains("PNG\r\n");
    }
  }

  @Test
  void aServiceSeesOnlyWhatItsCategoriesEntitleItTo() {
    Map<String, String> anna = TestIdentityProvider.attributesOf(TestPersons.CASE_HANDLER);
    assertThat(Release.byMetadata(anna, service("http://id.elegnamnden.se/ec/1.0/loa3-pnr")))
        .containsKey(Names.NUMBER)
        .doesNotContainKey(Names.AFFILIATION);
    assertThat(Release.byMetadata(anna, service("http://id.swedenconnect.se/ec/1.0/loa3-orgid")))
        .containsOnlyKeys(
            Names.AFFILIATION, "urn:oid:2.5.4.10", "urn:oid:2.16.840.1.113730.3.1.241");
    Map<String, String> lina = TestIdentityProvider.attributesOf(TestPersons.PREVIOUS_NUMBER);
    assertThat(Release.byMetadata(lina, service("http://id.elegnamnden.se/ec/1.0/loa3-pnr")))
        .as("an earlier number belongs to no category and must be requested")
        .containsKey(Names.NUMBER)
        .doesNotContainKey("urn:oid:1.2.752.201.3.15");
    Map<String, String> aino = TestIdentityProvider.attributesOf(TestPersons.EIDAS_MAPPED);
    assertThat(
            Release.byMetadata(
                aino, service("http://id.elegnamnden.se/ec/1.0/eidas-naturalperson")))
        .containsKeys("urn:oid:1.2.752.201.3.4", "urn:oid:1.2.752.201.3.16")
        .doesNotContainKey("urn:oid:2.16.840.1.113730.3.1.241");
    assertThat(Release.byMetadata(aino, service("http://id.swedenconnect.se/ec/1.0/loa3-name")))
        .doesNotContainKeys("urn:oid:1.2.752.201.3.4", "urn:oid:1.2.752.201.3.16");
  }

  @Test
  void aServiceThatTakesNoCoordinationNumbersIsToldOfNobodyWhoHasOne() {
    Map<String, String> mateusz =
        TestIdentityProvider.attributesOf(TestPersons.COORDINATION_NUMBER);
    Map<String, String> anna = TestIdentityProvider.attributesOf(TestPersons.ANNA);
    String pnr = "http://id.elegnamnden.se/ec/1.0/loa3-pnr";
    String accepts = "http://id.swedenconnect.se/general-ec/1.0/accepts-coordination-number";
    assertThat(Release.isForbidden(mateusz, service(pnr))).isTrue();
    assertThat(Release.isForbidden(mateusz, service(pnr, accepts))).isFalse();
    assertThat(Release.isForbidden(anna, service(pnr))).isFalse();
    assertThat(Release.isForbidden(mateusz, service())).as("outside the framework").isFalse();
    assertThat(Release.byMetadata(anna, service())).isEqualTo(anna);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SAMLRequest=%%%",
        "SAMLRequest=AAAA&SAMLRequest=AAAA",
        "SAMLRequest=PG5vdC1kZWZsYXRlZC8%2B&SigAlg=x&Signature=y",
      })
  void whatIsNoRequestGetsAPageAndNoMore(String query) {
    try (TestIdp idp = Keys.idp().start()) {
      URI sso = idp.identityProvider().singleSignOn();
      assertThatThrownBy(() -> idp.identityProvider().receive(query))
          .isInstanceOf(TestIdpException.class);
      assertThatThrownBy(() -> idp.identityProvider().receivePosted(query, ""))
          .isInstanceOf(TestIdpException.class);
      TestPage page =
          TestBrowser.fresh().post(sso, Map.of("SAMLRequest", query, "RelayState", "x"));
      assertThat(page.status()).isEqualTo(400);
      assertThat(page.body()).contains("Förfrågan kan inte besvaras");
    }
  }

  @Test
  void aPortThatIsTakenIsToldOf() {
    try (TestIdp idp = Keys.idp().start()) {
      int port = idp.metadataUrl().getPort();
      assertThatThrownBy(() -> Keys.idp().port(port).start())
          .isInstanceOf(TestIdpException.class)
          .hasMessageContaining("is taken: stop the test identity provider");
    }
  }

  private static String base(RealService service) {
    return service.metadata().toString();
  }

  private static LoginRequest person(String entity) {
    return LoginRequest.person("/mina-arenden").at(entity);
  }

  private static ServiceMetadata service(String... categories) {
    String attribute =
        """
        <md:Extensions><saml:Attribute xmlns:saml="%s" Name="http://macedir.org/entity-category">\
        %s</saml:Attribute></md:Extensions>"""
            .formatted(
                Names.SAML,
                Stream.of(categories)
                    .map("<saml:AttributeValue>%s</saml:AttributeValue>"::formatted)
                    .collect(Collectors.joining()));
    String xml =
        WeakService.metadata("https://sp.example")
            .replace("<md:SPSSODescriptor", attribute + "<md:SPSSODescriptor");
    return ServiceMetadata.read(xml).get(0);
  }
}
