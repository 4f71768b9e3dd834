package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.data.DataException;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.RequestedAttribute;
import se.byggsten.saml.metadata.SamlAttribute;
import se.byggsten.saml.protocol.IdentityBinding;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.testsupport.Pem;

/** A service provider described in a file. */
class ServiceProviderFileTest {
  private static final String RIGHT =
      """
      entity-id: https://eksta.example/saml
      acs-url: https://eksta.example/saml/acs
      profile: sweden-connect-1.8
      levels: loa3-or-bankid-or-eidas
      categories: [loa3-pnr, public-sector-sp, sweden-connect, urn:example:own]
      requested-attributes:
        - {name: mail, required: true}
        - {name: urn:example:unit}
      trusted-bindings: [swedish-eid, "urn:example:desk"]
      signing-key: {key: signing.key, certificate: signing.crt}
      encryption-keys:
        - {pkcs12: encryption.p12, password-env: SAML_PASSWORD}
        - {key: signing.key, certificate: signing.crt}
      organisation:
        name: {sv: Eksta kommun, en: Eksta municipality}
        number: "2120002999"
        url: https://eksta.example/
      service:
        name: {sv: Ansökan, en: Application}
        description: {sv: Sök plats, en: Apply for a place}
        logo: {url: https://eksta.example/logo.svg, width: 120, height: 60}
        support-email: support@eksta.example
        information-url: https://eksta.example/om
        privacy-url: https://eksta.example/personuppgifter
      clock-skew-seconds: 120
      max-login-minutes: 10
      max-authentication-minutes: 30
      discovery-response: https://eksta.example/disco
      metadata: {signed: true, valid-hours: 168, cache-hours: 6}
      """;
  private static final Map<String, String> ENVIRONMENT = Map.of("SAML_PASSWORD", "hemligt");

  @TempDir Path folder;

  @BeforeEach
  void laysOutKeys() throws Exception {
    Files.writeString(
        folder.resolve("signing.key"),
        Pem.of("PRIVATE KEY", Scene.SP_SIGNING.privateKey().getEncoded()));
    Files.writeString(
        folder.resolve("signing.crt"),
        Pem.of("CERTIFICATE", Scene.SP_SIGNING.certificate().getEncoded()));
    Scene.SP_NEW.store(folder.resolve("encryption.p12"), "hemligt".toCharArray());
  }

  private ServiceProviderConfig read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("sp.yaml"), yaml);
    return ServiceProviderFile.read(file, name -> Optional.ofNullable(ENVIRONMENT.get(name)));
  }

  @Test
  void readsAllThatCanBeSaid() throws Exception {
    ServiceProviderConfig config = read(RIGHT);
    assertThat(config.entityId()).isEqualTo("https://eksta.example/saml");
    assertThat(config.acsUrl()).hasToString("https://eksta.example/saml/acs");
    assertThat(config.profile()).isEqualTo(SamlProfile.SWEDEN_CONNECT_1_8);
    assertThat(config.levels()).isEqualTo(LevelPolicy.LOA3_OR_BANKID_OR_EIDAS);
    assertThat(config.categories())
        .containsExactly(
            EntityCategory.LOA3_PNR,
            EntityCategory.PUBLIC_SECTOR,
            EntityCategory.CONTRACT_SWEDEN_CONNECT,
            new EntityCategory("urn:example:own"));
    assertThat(config.requestedAttributes())
        .containsExactly(
            new RequestedAttribute(SamlAttribute.MAIL, true),
            new RequestedAttribute(
                new SamlAttribute("urn:example:unit", "urn:example:unit"), false));
    assertThat(config.signingKey().certificate()).isEqualTo(Scene.SP_SIGNING.certificate());
    assertThat(config.encryptionKeys())
        .extracting(KeyMaterial::certificate)
        .containsExactly(Scene.SP_NEW.certificate(), Scene.SP_SIGNING.certificate());
    assertThat(config.description().organisationNumber()).contains("2120002999");
    assertThat(config.description().informationUrl()).isPresent();
    assertThat(config.clockSkew()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.maxLoginDuration()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.maxAuthenticationAge()).isEqualTo(Duration.ofMinutes(30));
    assertThat(config.trustedBindings())
        .containsExactlyInAnyOrder(
            IdentityBinding.SWEDISH_EID, new IdentityBinding("urn:example:desk"));
    assertThat(config.discoveryResponse()).contains(URI.create("https://eksta.example/disco"));
    assertThat(config.signMetadata()).isTrue();
    assertThat(config.metadataValidity()).contains(Duration.ofDays(7));
    assertThat(config.metadataCacheDuration()).contains(Duration.ofHours(6));
  }

  @Test
  void leavesOutWhatHasAGoodDefault() throws Exception {
    ServiceProviderConfig config =
        read(
            RIGHT.replaceAll(
                "(?m)^(profile|levels|categories|clock-|max-|trusted|discovery|metadata).*\n", ""));
    assertThat(config.profile()).isEqualTo(SamlProfile.SWEDEN_CONNECT_1_9);
    assertThat(config.levels()).isEqualTo(LevelPolicy.LOA3_OR_BANKID);
    assertThat(config.categories()).contains(EntityCategory.ACCEPTS_COORDINATION_NUMBER);
    assertThat(config.toBuilder().build()).usingRecursiveComparison().isEqualTo(config);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entity-id: https://eksta.example/saml|entity: x|DATA-UNKNOWN-KEY",
        "acs-url: https://eksta.example/saml/acs|acs-url: 'a b'|DATA-BAD-VALUE",
        "levels: loa3-or-bankid-or-eidas|levels: loa7|DATA-BAD-VALUE",
        "loa3-pnr,|loa3-nr,|DATA-BAD-VALUE",
        "swedish-eid,|swedish,|DATA-BAD-VALUE",
        "name: mail,|name: epost,|DATA-BAD-VALUE",
        "SAML_PASSWORD|SAML_PASS|DATA-BAD-VALUE",
        "width: 120|width: wide|DATA-WRONG-KIND",
        "en: Application}|}|DATA-MISSING-KEY",
        "sweden-connect-1.8|sweden-connect-7|SAML-PROFILE",
        "key: signing.key|key: none.key|SAML-KEYS",
        "key: signing.key|key: ../../../../etc/passwd|SAML-KEYS",
        "clock-skew-seconds: 120|clock-skew-seconds: 900|SAML-CONFIG",
        "entity-id: https://eksta.example/saml|entity-id: eksta|SAML-CONFIG",
      })
  void saysWhatIsWrongAndWhere(String right, String wrong, String code) {
    assertThat(RIGHT).contains(right);
    assertThatThrownBy(() -> read(RIGHT.replace(right, wrong)))
        .isInstanceOfAny(DataException.class, SamlException.class)
        .satisfies(e -> assertThat(((ByggstenException) e).code().value()).isEqualTo(code))
        .hasMessageNotContaining("hemligt");
  }
}
