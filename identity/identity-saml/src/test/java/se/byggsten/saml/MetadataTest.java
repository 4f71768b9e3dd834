package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.protocol.SamlException;

/** What the service tells about itself, what it believes of others, and its keys. */
class MetadataTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

  @Test
  void tellsWhatTheFederationRequires() {
    String xml = Scene.strict().sp.metadataXml();
    Element root = Dom.parse(xml).getDocumentElement();
    assertThat(root.getAttribute("entityID")).isEqualTo(Scene.SP);
    assertThat(xml)
        .contains(
            EntityCategory.LOA3_PNR.uri(),
            EntityCategory.PUBLIC_SECTOR.uri(),
            EntityCategory.ACCEPTS_COORDINATION_NUMBER.uri(),
            "AuthnRequestsSigned=\"true\"",
            "<md:OrganizationName xml:lang=\"sv\">Eksta kommun</md:OrganizationName>",
            "<mdui:DisplayName xml:lang=\"sv\">Ansökan &amp; mer</mdui:DisplayName>",
            "<mdui:DisplayName xml:lang=\"en\">Application &amp; more</mdui:DisplayName>",
            "OrganizationNumber xmlns:mdorgext=",
            "use=\"signing\"",
            "use=\"encryption\"",
            Scene.ACS);
    assertThat(root.getElementsByTagNameNS("urn:oasis:names:tc:SAML:2.0:assertion", "Attribute"))
        .satisfies(list -> assertThat(list.getLength()).isEqualTo(1));
  }

  @Test
  void publishesOnlyTheNewestEncryptionKey() throws Exception {
    String xml = Scene.strict().sp.metadataXml();
    assertThat(xml)
        .contains(certificate(Scene.SP_NEW), certificate(Scene.SP_SIGNING))
        .doesNotContain(certificate(Scene.SP_OLD));
  }

  @Test
  void readsAnIdentityProvider() throws Exception {
    IdentityProviderMetadata idp = SamlMetadata.readOne(bytes(entity("", "")), NOW);
    assertThat(idp.entityId()).isEqualTo(Scene.IDP);
    assertThat(idp.singleSignOn(SamlBinding.REDIRECT))
        .contains(URI.create("https://idp.example.se/sso"));
    assertThat(idp.levels()).containsExactly(AssuranceLevel.LOA3);
    assertThat(idp.scopes()).containsExactly(Scene.SCOPE);
    assertThat(idp.displayName("sv")).isEqualTo("Testlegitimation");
    assertThat(idp.displayName("fi")).isEqualTo("Testlegitimation");
    assertThat(idp.signingCertificates()).containsExactly(Scene.IDP_KEY.certificate());
    assertThat(idp.validUntil()).isEmpty();
  }

  @Test
  void honoursTheEarliestEndOfValidity() throws Exception {
    String feed =
        federation(
            " validUntil=\"" + NOW.plusSeconds(100) + "\"",
            entity(" validUntil=\"" + NOW.plusSeconds(50) + "\"", ""));
    assertThat(SamlMetadata.readOne(bytes(feed), NOW).validUntil()).contains(NOW.plusSeconds(50));
    assertThat(SamlMetadata.read(bytes(feed), NOW.plusSeconds(50))).isEmpty();
    assertCode(() -> SamlMetadata.read(bytes(feed), NOW.plusSeconds(100)), "SAML-METADATA-EXPIRED");
  }

  @Test
  void believesAFederationOnlyWithItsOperatorsSignature() throws Exception {
    String feed =
        federation(" validUntil=\"" + NOW.plusSeconds(100) + "\" ID=\"_feed\"", entity("", ""));
    String signed = Crypto.sign(feed, Scene.OTHER_KEY);
    assertThat(SamlMetadata.readSigned(bytes(signed), Scene.OTHER_KEY.certificate(), NOW))
        .hasSize(1);
    assertCode(
        () -> SamlMetadata.readSigned(bytes(signed), Scene.IDP_KEY.certificate(), NOW),
        "SAML-METADATA-SIGNATURE");
    assertCode(
        () -> SamlMetadata.readSigned(bytes(feed), Scene.OTHER_KEY.certificate(), NOW),
        "SAML-METADATA-SIGNATURE");
    assertCode(
        () ->
            SamlMetadata.readSigned(
                bytes(signed.replace("idp.example.se/sso", "evil.example/sso")),
                Scene.OTHER_KEY.certificate(),
                NOW),
        "SAML-METADATA-SIGNATURE");
  }

  @Test
  void believesTheOldKeyAndTheNewWhileTheOperatorChangesKeys() throws Exception {
    String feed =
        federation(" validUntil=\"" + NOW.plusSeconds(100) + "\" ID=\"_feed\"", entity("", ""));
    List<X509Certificate> both = List.of(Scene.OTHER_KEY.certificate(), Scene.SP_NEW.certificate());
    for (KeyMaterial key : List.of(Scene.OTHER_KEY, Scene.SP_NEW)) {
      byte[] signed = bytes(Crypto.sign(feed, key));
      assertThat(SamlMetadata.readSigned(signed, both, NOW)).hasSize(1);
      assertCode(
          () -> SamlMetadata.readSigned(signed, List.of(Scene.IDP_KEY.certificate()), NOW),
          "SAML-METADATA-SIGNATURE");
      assertThatThrownBy(() -> SamlMetadata.readSigned(signed, List.of(), NOW))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void believesNoSignedFederationThatIsValidForever() throws Exception {
    String signed = Crypto.sign(federation(" ID=\"_feed\"", entity("", "")), Scene.OTHER_KEY);
    assertCode(
        () -> SamlMetadata.readSigned(bytes(signed), Scene.OTHER_KEY.certificate(), NOW),
        "SAML-METADATA-CONTENT");
  }

  @Test
  void passesOverABrokenCertificateAndAnEntityWithoutAny() throws Exception {
    String broken =
        entity(
            "",
            "<md:KeyDescriptor><ds:KeyInfo><ds:X509Data><ds:X509Certificate>AAAA"
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>");
    assertThat(SamlMetadata.readOne(bytes(broken), NOW).signingCertificates()).hasSize(1);
    String none = entity("", "").replaceAll("(?s)<md:KeyDescriptor.*</md:KeyDescriptor>", "");
    assertThat(SamlMetadata.read(bytes(none), NOW)).isEmpty();
  }

  @Test
  void refusesHostileOrOtherXml() {
    assertCode(() -> SamlMetadata.read(bytes("<!DOCTYPE x><x/>"), NOW), "SAML-METADATA-XML");
    assertCode(() -> SamlMetadata.read(bytes("<x>"), NOW), "SAML-METADATA-XML");
    assertCode(() -> SamlMetadata.read(new byte[0], NOW), "SAML-METADATA-XML");
    assertCode(() -> SamlMetadata.read(bytes("<x/>"), NOW), "SAML-METADATA-CONTENT");
    assertCode(
        () -> SamlMetadata.read(bytes(federation(" validUntil=\"soon\"", "")), NOW),
        "SAML-METADATA-CONTENT");
    assertCode(() -> SamlMetadata.readOne(bytes(federation("", "")), NOW), "SAML-METADATA-CONTENT");
    assertCode(
        () -> SamlMetadata.read(bytes("<a>".repeat(100) + "</a>".repeat(100)), NOW),
        "SAML-METADATA-TOO-LARGE");
  }

  private static String entity(String attributes, String more) throws Exception {
    return """
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" \
        xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="%s"%s><md:Extensions>\
        <a:EntityAttributes xmlns:a="urn:oasis:names:tc:SAML:metadata:attribute" \
        xmlns:s="urn:oasis:names:tc:SAML:2.0:assertion"><s:Attribute \
        Name="urn:oasis:names:tc:SAML:attribute:assurance-certification"><s:AttributeValue>
          http://id.elegnamnden.se/loa/1.0/loa3
        </s:AttributeValue></s:Attribute></a:EntityAttributes></md:Extensions>\
        <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
        <md:Extensions><sh:Scope xmlns:sh="urn:mace:shibboleth:metadata:1.0">2120002999</sh:Scope>\
        <sh:Scope xmlns:sh="urn:mace:shibboleth:metadata:1.0" regexp="true">.*</sh:Scope>\
        <u:UIInfo xmlns:u="urn:oasis:names:tc:SAML:metadata:ui"><u:DisplayName xml:lang="sv">\
        Testlegitimation</u:DisplayName></u:UIInfo></md:Extensions>%s\
        <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s\
        </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>\
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" \
        Location="https://idp.example.se/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>"""
        .formatted(Scene.IDP, attributes, more, certificate(Scene.IDP_KEY));
  }

  private static String federation(String attributes, String entities) {
    return "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\""
        + attributes
        + ">"
        + entities
        + "</md:EntitiesDescriptor>";
  }

  private static String certificate(KeyMaterial key) throws Exception {
    return Base64.getEncoder().encodeToString(key.certificate().getEncoded());
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertCode(ThrowingCallable call, String code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SamlException.class, e -> assertThat(e.code().value()).isEqualTo(code));
  }
}
