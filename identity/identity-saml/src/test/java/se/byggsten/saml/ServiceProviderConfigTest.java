package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.SamlAttribute;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.testsupport.MovableClock;

/** What a configuration is told to be wrong in when it is built. */
class ServiceProviderConfigTest {
  private static ServiceProviderConfigBuilder right() {
    return Scene.configuration(SamlProfile.SWEDEN_CONNECT_1_9);
  }

  private static ServiceProviderConfigBuilder at(String entityId, String acsUrl) {
    return ServiceProviderConfig.builder(entityId, URI.create(acsUrl))
        .signingKey(Scene.SP_SIGNING)
        .encryptionKey(Scene.SP_NEW)
        .description(Scene.description());
  }

  private static void breaks(String requirement, ThrowingCallable build) {
    assertThatThrownBy(build)
        .isInstanceOf(SamlException.class)
        .hasMessageContainingAll("SAML-CONFIG", requirement);
  }

  @Test
  void aMunicipalityNeedsLittleMoreThanNamesAndKeys() {
    ServiceProviderConfig config = at(Scene.SP, Scene.ACS).build();
    assertThat(config.profile()).isEqualTo(SamlProfile.SWEDEN_CONNECT_1_9);
    assertThat(config.clockSkew()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.levels()).isEqualTo(LevelPolicy.LOA3_OR_BANKID);
    assertThat(config.maxAuthenticationAge()).isEqualTo(Duration.ofMinutes(60));
    assertThat(config.categories()).contains(EntityCategory.ACCEPTS_COORDINATION_NUMBER);
    assertThat(config).hasToString("ServiceProviderConfig[" + Scene.SP + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eksta", "", "not a uri", "/saml"})
  void anEntityIdIsAUri(String entityId) {
    breaks("SC-00", () -> at(entityId, Scene.ACS).build());
    breaks("SC-00", () -> at("https://eksta.example/" + "x".repeat(1024), Scene.ACS).build());
  }

  @Test
  void anEncryptionKeyIsNeeded() {
    breaks(
        "SC-37",
        () ->
            ServiceProviderConfig.builder(Scene.SP, URI.create(Scene.ACS))
                .signingKey(Scene.SP_SIGNING)
                .description(Scene.description())
                .build());
  }

  @Test
  void answersComeOverTlsExceptOnThisMachine() {
    breaks("SC-18a", () -> at(Scene.SP, "http://eksta.example/acs").build());
    breaks("SC-18a", () -> at(Scene.SP, "ftp://localhost/acs").build());
    breaks("SC-18a", () -> at(Scene.SP, "http://localhost.evil.example/acs").build());
    assertThat(at(Scene.SP, "http://localhost:8080/acs").build().acsUrl()).hasPort(8080);
  }

  @Test
  void theClocksMayDifferByAsMuchAsTheProfileSays() {
    breaks("SC-49", () -> right().clockSkew(Duration.ofSeconds(61)).build());
    breaks("SC-49", () -> right().clockSkew(Duration.ofSeconds(-1)).build());
    assertThat(
            right()
                .profile(SamlProfile.SWEDEN_CONNECT_1_8)
                .clockSkew(Duration.ofMinutes(5))
                .build()
                .clockSkew())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void whatTheFederationWouldRefuseIsToldAtTheStart() {
    breaks("SC-10", () -> started(right().category(EntityCategory.PRIVATE_SECTOR)));
    breaks("SC-10", () -> started(right().categories(List.of(EntityCategory.LOA3_PNR))));
    breaks("SC-11a", () -> started(right().category(EntityCategory.CONTRACT_EID_CHOICE_2017)));
    breaks("SC-02b", () -> started(right().description(described("2120002998"))));
    assertThat(started(right()).config().entityId()).isEqualTo(Scene.SP);
  }

  @Test
  void aServiceOnThisMachineStartsWithoutTls() {
    assertThat(started(at(Scene.SP, "http://localhost:8080/acs")).metadataXml())
        .contains("http://localhost:8080/acs");
  }

  private static ServiceProvider started(ServiceProviderConfigBuilder config) {
    MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T10:15:30.123Z"));
    return ServiceProvider.builder(config.build())
        .identityProviders(IdentityProviders.of(List.of(Scene.idp())))
        .store(InMemoryStore.with(clock))
        .clock(clock)
        .build();
  }

  private static ServiceDescription described(String organisationNumber) {
    return ServiceDescription.builder()
        .organisation("Eksta kommun", "Eksta municipality", URI.create("https://eksta.example/"))
        .organisationNumber(organisationNumber)
        .name("Ansökan", "Application")
        .description("Sök plats", "Apply for a place")
        .logo(URI.create("https://eksta.example/logo.svg"), 120, 60)
        .build();
  }

  @Test
  void theLevelsSuitTheCategories() {
    breaks("SC-30c", () -> right().levels(LevelPolicy.parse("eidas")).build());
    breaks("SC-30c", () -> right().levels(LevelPolicy.parse("loa4")).build());
    assertThat(
            right()
                .category(EntityCategory.EIDAS_NATURAL_PERSON)
                .levels(LevelPolicy.parse("eidas"))
                .build())
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://id.swedenconnect.se/ec/sc/uncertified-loa3-pnr, bankid",
    "http://id.elegnamnden.se/ec/1.0/loa3-pnr, bankid",
    "http://id.swedenconnect.se/ec/1.0/loa3-name, nonresident",
    "http://id.elegnamnden.se/ec/1.0/eidas-pnr-delivery, eidas",
    "http://id.elegnamnden.se/ec/2.0/some-day, loa2",
    "http://id.swedenconnect.se/ec/1.0/loa2-orgid, https://levels.example/1-or-loa2"
  })
  void aLevelSuitsWhenTheRegistryHasItForTheCategory(String category, String levels) {
    assertThat(with(category, levels).build().levels()).hasToString(levels);
  }

  @ParameterizedTest
  @CsvSource({
    "http://id.elegnamnden.se/ec/1.0/loa3-pnr, nonresident",
    "http://id.elegnamnden.se/ec/1.0/loa3-pnr, https://levels.example/my-loa3",
    "http://id.elegnamnden.se/ec/1.0/eidas-naturalperson, https://levels.example/not-eidas",
    "http://id.swedenconnect.se/ec/sc/uncertified-loa3-pnr, eidas",
    "http://id.elegnamnden.se/ec/1.0/loa4-pnr, bankid"
  })
  void aLevelDoesNotSuitBecauseOfItsLetters(String category, String levels) {
    breaks("SC-30c", () -> with(category, levels).build());
  }

  private static ServiceProviderConfigBuilder with(String category, String levels) {
    return right()
        .categories(List.of(new EntityCategory(category), EntityCategory.PUBLIC_SECTOR))
        .levels(LevelPolicy.parse(levels));
  }

  @Test
  void underAnotherProfileTheTimesThatNobodySetAreThoseOfThatProfile() {
    ServiceProviderConfig generic = right().profile(SamlProfile.GENERIC).build();
    assertThat(generic.maxAuthenticationAge()).isEqualTo(Duration.ofHours(12));
    assertThat(generic.toBuilder().profile(SamlProfile.SWEDEN_CONNECT_1_9).build())
        .extracting(ServiceProviderConfig::maxAuthenticationAge)
        .isEqualTo(Duration.ofMinutes(60));
    assertThat(
            right().maxAuthenticationAge(Duration.ofMinutes(5)).build().toBuilder()
                .profile(SamlProfile.GENERIC)
                .build()
                .maxAuthenticationAge())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void outsideTheSwedishProfileNoCategoriesAreNeeded() {
    ServiceProviderConfig config =
        right().profile(SamlProfile.GENERIC).categories(List.of()).build();
    assertThat(config.maxAuthenticationAge()).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void severalFaultsAreToldAtOnce() {
    assertThatThrownBy(
            () -> at("x", "http://eksta.example/acs").clockSkew(Duration.ofHours(1)).build())
        .hasMessageContainingAll("SC-00", "SC-18a", "SC-49");
  }

  @Test
  void anUnknownProfileIsAnError() {
    assertThat(SamlProfile.of("sweden-connect")).isEqualTo(SamlProfile.SWEDEN_CONNECT_1_9);
    assertThat(SamlProfile.of("sweden-connect-1.8")).hasToString("sweden-connect-1.8");
    assertThatThrownBy(() -> SamlProfile.of("sweden-connect-2.0"))
        .isInstanceOf(SamlException.class)
        .hasMessageContainingAll("SAML-PROFILE", "sweden-connect-1.9", "generic");
  }

  @Test
  void aRequiredAttributeThatIsNotToldRefusesTheLogin() {
    Scene scene =
        Scene.with(
            right().request(SamlAttribute.MAIL, true).request(SamlAttribute.MOBILE, false).build(),
            Scene.idp());
    scene.refuses(scene.right(scene.answer()), "SAML-ATTRIBUTE-MISSING");
    scene.start(LoginRequest.person("/"));
    Answer answer = scene.answer();
    answer.attributes.put(SamlAttribute.MAIL.name(), "asa@example.se");
    scene.accepts(scene.right(answer));
    assertThat(scene.sp.metadataXml())
        .contains("AttributeConsumingService", SamlAttribute.MAIL.name(), "isRequired=\"false\"");
  }

  @Test
  void metadataAreSignedAndLimitedInTimeOnWish() throws Exception {
    Scene scene =
        Scene.with(
            right()
                .signMetadata(true)
                .metadataValidity(Duration.ofDays(7))
                .metadataCacheDuration(Duration.ofHours(6))
                .category(EntityCategory.CONTRACT_SWEDEN_CONNECT)
                .discoveryResponse(URI.create("https://eksta.example/saml/disco"))
                .build(),
            Scene.idp());
    String xml = scene.sp.metadataXml();
    assertThat(xml)
        .contains(
            "validUntil=\"2026-11-29T10:15:30.123Z\"",
            "cacheDuration=\"PT6H\"",
            EntityCategory.CONTRACT_SWEDEN_CONNECT.uri(),
            "idpdisc:DiscoveryResponse");
    Crypto.requireValid(Dom.parse(xml).getDocumentElement(), Scene.SP_SIGNING);
  }
}
