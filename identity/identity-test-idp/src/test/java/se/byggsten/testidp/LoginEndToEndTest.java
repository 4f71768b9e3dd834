package se.byggsten.testidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.StartedLogin;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.testidp.protocol.TestIdpException;

/** The service provider and the test identity provider in one walk, without a web server. */
class LoginEndToEndTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:15:30.123Z"), ZoneOffset.UTC);
  private static final Map<Outcome, String> EXPECTED =
      Map.ofEntries(
          Map.entry(Outcome.CANCELLED, "SAML-CANCELLED"),
          Map.entry(Outcome.FRAUD, "SAML-FRAUD"),
          Map.entry(Outcome.POSSIBLE_FRAUD, "SAML-POSSIBLE-FRAUD"),
          Map.entry(Outcome.NO_AUTHN_CONTEXT, "SAML-NO-AUTHN-CONTEXT"),
          Map.entry(Outcome.AUTHN_FAILED, "SAML-AUTHN-FAILED"),
          Map.entry(Outcome.REQUESTER_ERROR, "SAML-STATUS"),
          Map.entry(Outcome.RESPONDER_ERROR, "SAML-STATUS"),
          Map.entry(Outcome.UNSIGNED, "SAML-SIGNATURE-MISSING"),
          Map.entry(Outcome.FOREIGN_SIGNED, "SAML-SIGNATURE-INVALID"),
          Map.entry(Outcome.EXPIRED, "SAML-EXPIRED"),
          Map.entry(Outcome.REPLAYED, "SAML-REPLAYED"),
          Map.entry(Outcome.WRONG_AUDIENCE, "SAML-AUDIENCE"),
          Map.entry(Outcome.WRONG_RECIPIENT, "SAML-RECIPIENT"),
          Map.entry(Outcome.WRONG_IN_RESPONSE_TO, "SAML-IN-RESPONSE-TO"),
          Map.entry(Outcome.UNENCRYPTED, "SAML-UNENCRYPTED"),
          Map.entry(Outcome.MISSING_ATTRIBUTE, "SAML-ATTRIBUTE-MISSING"),
          Map.entry(Outcome.WITH_DTD, "SAML-DTD"));

  private static TestIdentityProvider idp;
  private static ServiceProvider sp;

  @BeforeAll
  static void meet() {
    KeyMaterial signing = KeyMaterial.of(Keys.SERVICE.privateKey(), Keys.SERVICE.certificate());
    KeyMaterial encryption = signing;
    idp =
        TestIdentityProvider.builder()
            .baseUrl(URI.create("https://localhost:8443/test-idp"))
            .clock(CLOCK)
            .key(Keys.IDP.privateKey(), Keys.IDP.certificate())
            .services(() -> List.of(sp.metadataXml()))
            .build();
    sp =
        ServiceProvider.builder(
                ServiceProviderConfig.builder(
                        "https://localhost:8443/saml/metadata",
                        URI.create("https://localhost:8443/saml/acs"))
                    .signingKey(signing)
                    .encryptionKey(encryption)
                    .category(EntityCategory.LOA3_ORGID)
                    .description(
                        ServiceDescription.builder()
                            .organisation(
                                "Eksta kommun",
                                "Eksta municipality",
                                URI.create("https://eksta.example/"))
                            .organisationNumber(TestPersons.MUNICIPALITY)
                            .name("Ansökan om kolloplats", "Application for summer camp")
                            .description("Sök plats på kollo", "Apply for a place at a summer camp")
                            .logo(URI.create("https://localhost:8443/logo.svg"), 120, 60)
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
  }

  @Test
  void everyTestPersonLogsInAtEveryAcceptedLevel() {
    for (TestPerson person : TestPersons.all()) {
      for (AssuranceLevel level :
          List.of(AssuranceLevel.LOA3, AssuranceLevel.UNCERTIFIED_LOA3, AssuranceLevel.LOA4)) {
        LoginResult result = login(LoginRequest.person("/ansokan"), person, level, Outcome.OK);
        assertThat(result).isInstanceOf(LoginResult.Success.class);
        LoginResult.Success success = (LoginResult.Success) result;
        assertThat(success.returnTo()).isEqualTo("/ansokan");
        assertThat(success.person().identifier()).isEqualTo(person.identifier());
        assertThat(success.person().displayName()).isEqualTo(person.name());
        assertThat(success.person().level()).isEqualTo(level);
      }
    }
  }

  @Test
  void aCaseHandlerLogsInByAffiliation() {
    LoginResult result =
        login(
            LoginRequest.staff("/handlaggare"),
            TestPersons.CASE_HANDLER,
            AssuranceLevel.LOA3,
            Outcome.OK);
    assertThat(((LoginResult.Success) result).person().affiliation())
        .hasValueSatisfying(
            affiliation -> {
              assertThat(affiliation.userId()).isEqualTo("handlaggare1");
              assertThat(affiliation.organisation().canonical()).endsWith(TestPersons.MUNICIPALITY);
            });
  }

  @Test
  void aCitizenIsNoCaseHandler() {
    assertThat(
            codeOf(
                login(
                    LoginRequest.staff("/handlaggare"),
                    TestPersons.ANNA,
                    AssuranceLevel.LOA3,
                    Outcome.OK)))
        .isEqualTo("SAML-ATTRIBUTE-MISSING");
  }

  @Test
  void aLevelThatIsTooLowIsRefused() {
    assertThat(
            codeOf(
                login(LoginRequest.person("/"), TestPersons.ANNA, AssuranceLevel.LOA2, Outcome.OK)))
        .isEqualTo("SAML-LEVEL");
  }

  @ParameterizedTest
  @EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void everyOtherOutcomeIsRefusedWithItsOwnCode(Outcome outcome) {
    login(LoginRequest.person("/"), TestPersons.ERIK, AssuranceLevel.LOA3, Outcome.OK);
    assertThat(
            codeOf(login(LoginRequest.person("/"), TestPersons.ERIK, AssuranceLevel.LOA3, outcome)))
        .isEqualTo(EXPECTED.get(outcome));
  }

  @Test
  void aRequestWithAnotherReturnAddressIsNotAnswered() {
    String query = address(sp.startLogin(LoginRequest.person("/"))).getRawQuery();
    assertThatThrownBy(() -> idp.receive(query.replace("RelayState=", "RelayState=x")))
        .isInstanceOf(TestIdpException.class)
        .hasMessageContaining("not signed by the service");
    assertThatThrownBy(() -> idp.receive("SAMLRequest=AAAA")).isInstanceOf(TestIdpException.class);
    assertThatThrownBy(() -> idp.receive("")).isInstanceOf(TestIdpException.class);
  }

  @Test
  void aDeflateBombIsStoppedEarly() {
    String bomb = TestBombs.deflated(50_000_000);
    assertThatThrownBy(() -> idp.receive("SAMLRequest=" + bomb))
        .isInstanceOf(TestIdpException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void theKeyLivesOnInItsFolder(@TempDir Path folder) {
    String first = withKeyIn(folder).metadataXml();
    assertThat(withKeyIn(folder).metadataXml()).isEqualTo(first);
    assertThat(Files.exists(folder.resolve("test-idp.p12"))).isTrue();
  }

  @Test
  void theTestPersonsAreDifferentPeopleAndShowNoNumber() {
    assertThat(TestPersons.all()).extracting(TestPerson::identifier).doesNotHaveDuplicates();
    assertThat(TestPersons.all())
        .allSatisfy(
            person ->
                assertThat(person.toString())
                    .doesNotContain(person.identifier().orElseThrow().canonical()));
  }

  private static TestIdentityProvider withKeyIn(Path folder) {
    return TestIdentityProvider.builder()
        .baseUrl(URI.create("https://localhost/idp"))
        .clock(CLOCK)
        .services(List::of)
        .keyFolder(folder)
        .build();
  }

  private static LoginResult login(
      LoginRequest request, TestPerson person, AssuranceLevel level, Outcome outcome) {
    StartedLogin started = sp.startLogin(request);
    assertThat(address(started).toString()).startsWith(idp.singleSignOn() + "?SAMLRequest=");
    PostedAnswer answer =
        idp.answer(idp.receive(address(started).getRawQuery()), person, level, outcome);
    assertThat(answer.action()).isEqualTo(sp.config().acsUrl());
    return sp.completeLogin(answer.samlResponse(), answer.relayState(), started.browserBinding());
  }

  private static String codeOf(LoginResult result) {
    return result instanceof LoginResult.Refused refused ? refused.code().value() : "none";
  }

  private static URI address(StartedLogin started) {
    return ((OutgoingRequest.Redirect) started.request()).address();
  }
}
