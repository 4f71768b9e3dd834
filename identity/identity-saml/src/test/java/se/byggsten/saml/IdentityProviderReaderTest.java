package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.metadata.DeclaredAlgorithms;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviderLogo;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.SamlBinding;

/** What is read of an identity provider, and what is passed over. */
class IdentityProviderReaderTest {
  private static final String UI = "xmlns:mdui=\"urn:oasis:names:tc:SAML:metadata:ui\"";
  private static final String ALG = " xmlns:alg=\"urn:oasis:names:tc:SAML:metadata:algsupport\"";
  private static final String PNR = "urn:oid:1.2.752.29.4.13";

  private final Federation.Entity entity = Federation.entity(Scene.IDP);

  @Test
  void tellsPeopleByNameAndPicture() {
    IdentityProviderMetadata idp =
        Federation.read(
            entity.roleExtensions(
                "<mdui:UIInfo "
                    + UI
                    + "><mdui:DisplayName xml:lang=\"EN\">Eksta ID</mdui:DisplayName>"
                    + "<mdui:DisplayName xml:lang=\"sv\"> Ekstalegitimation </mdui:DisplayName>"
                    + "<mdui:DisplayName xml:lang=\"sv\">En till</mdui:DisplayName>"
                    + "<mdui:DisplayName xml:lang=\"fi\"></mdui:DisplayName>"
                    + "<mdui:Logo height=\"60\" width=\"120\" xml:lang=\"sv\">"
                    + "https://idp.example.se/logo.svg</mdui:Logo>"
                    + "<mdui:Logo height=\"-1\" width=\"wide\">https://idp.example.se/2.png"
                    + "</mdui:Logo><mdui:Logo height=\"3\" width=\"3\">"
                    + "data:image/png;base64,iVBORw0KGgo=</mdui:Logo>"
                    + "<mdui:Logo height=\"1\" width=\"1\">data:text/html;base64,PHg+</mdui:Logo>"
                    + "<mdui:Logo height=\"1\" width=\"1\">data:image/png;base64,"
                    + "A".repeat(100_000)
                    + "</mdui:Logo><mdui:Logo height=\"1\" width=\"1\">javascript:alert(1)"
                    + "</mdui:Logo></mdui:UIInfo>"));
    assertThat(idp.displayName("sv")).isEqualTo("Ekstalegitimation");
    assertThat(idp.displayName("en")).isEqualTo("Eksta ID");
    assertThat(idp.displayName("fi")).isEqualTo("Ekstalegitimation");
    assertThat(idp.logos())
        .containsExactly(
            new IdentityProviderLogo(
                URI.create("https://idp.example.se/logo.svg"), 120, 60, Optional.of("sv")),
            new IdentityProviderLogo(
                URI.create("https://idp.example.se/2.png"), 0, 0, Optional.empty()),
            new IdentityProviderLogo(
                URI.create("data:image/png;base64,iVBORw0KGgo="), 3, 3, Optional.empty()));
  }

  @Test
  void isNamedByItsIdWhereItHasNoOtherName() {
    assertThat(Federation.read(entity).displayName("sv")).isEqualTo(Scene.IDP);
  }

  @Test
  void takesRequestsByBothBindingsOrByPostAlone() {
    assertThat(Federation.read(entity).singleSignOn())
        .containsEntry(SamlBinding.REDIRECT, URI.create("https://idp.example.se/sso"))
        .containsEntry(SamlBinding.POST, URI.create("https://idp.example.se/post"));
    IdentityProviderMetadata postOnly =
        Federation.read(
            Federation.entity(Scene.IDP)
                .endpoints(Federation.Entity.endpoint("HTTP-POST", "https://idp.example.se/p")));
    assertThat(postOnly.singleSignOn(SamlBinding.POST))
        .contains(URI.create("https://idp.example.se/p"));
    assertThat(postOnly.singleSignOn(SamlBinding.REDIRECT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "file:///etc/passwd", "https:///x", "", "a b", "/sso"})
  void isPassedOverWhenItsAddressIsNone(String address) {
    Federation federation =
        new Federation()
            .add(entity.endpoints(Federation.Entity.endpoint("HTTP-Redirect", address)));
    assertThat(SamlMetadata.read(federation.bytes(), Federation.NOW)).isEmpty();
  }

  @Test
  void takesNoRequestsByOtherBindings() {
    Federation federation =
        new Federation()
            .add(entity.endpoints(Federation.Entity.endpoint("SOAP", "https://idp.example.se/s")));
    assertThat(SamlMetadata.read(federation.bytes(), Federation.NOW)).isEmpty();
  }

  @Test
  void keepsEachKeyForItsUseAndThoseWithoutUseForBoth() {
    IdentityProviderMetadata idp =
        Federation.read(
            entity
                .key("signing", Scene.IDP_KEY)
                .key("encryption", Scene.SP_NEW)
                .key("", Scene.SP_OLD)
                .key("signing", Scene.IDP_KEY));
    assertThat(idp.signingCertificates())
        .containsExactly(Scene.IDP_KEY.certificate(), Scene.SP_OLD.certificate());
    assertThat(idp.encryptionCertificates())
        .containsExactly(Scene.SP_NEW.certificate(), Scene.SP_OLD.certificate());
    assertThat(idp.signingKeys()).hasSize(2).allMatch(key -> key.matches("[0-9a-f]{64}"));
  }

  @Test
  void keepsACertificateThatExpiredLongAgo() {
    byte[] bytes = new Federation().validUntil("").add(entity).bytes();
    assertThat(
            SamlMetadata.readOne(bytes, Federation.NOW.plusSeconds(10L * 365 * 86_400))
                .signingCertificates())
        .containsExactly(Scene.IDP_KEY.certificate());
  }

  @Test
  void readsWhatItDeclares() {
    IdentityProviderMetadata idp =
        Federation.read(
            entity
                .level(AssuranceLevel.LOA3.uri())
                .category(EntityCategory.LOA3_PNR.uri())
                .category(EntityCategory.SUPPORTS_USER_MESSAGE.uri())
                .category(EntityCategory.HIDE_FROM_DISCOVERY.uri())
                .category("https://leverantor.example/avtal/Å 1")
                .roleWith(" WantAuthnRequestsSigned=\"1\"")
                .roleExtensions(
                    "<psc:RequestedPrincipalSelection"
                        + " xmlns:psc=\"http://id.swedenconnect.se/authn/1.0/principal-selection/ns\">"
                        + "<psc:MatchValue Name=\""
                        + PNR
                        + "\"></psc:MatchValue></psc:RequestedPrincipalSelection>")
                .roleContent(
                    "<saml:Attribute xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\""
                        + " Name=\"urn:oid:2.5.4.42\"></saml:Attribute>"));
    assertThat(idp.levels()).containsExactly(AssuranceLevel.LOA3);
    assertThat(idp.categories())
        .containsExactlyInAnyOrder(
            EntityCategory.LOA3_PNR,
            EntityCategory.SUPPORTS_USER_MESSAGE,
            EntityCategory.HIDE_FROM_DISCOVERY,
            new EntityCategory("https://leverantor.example/avtal/Å 1"));
    assertThat(idp.supportsUserMessage()).isTrue();
    assertThat(idp.hideFromDiscovery()).isTrue();
    assertThat(idp.wantsSignedRequests()).isTrue();
    assertThat(idp.principalSelection()).containsExactly(PNR);
    assertThat(idp.offeredAttributes()).containsExactly("urn:oid:2.5.4.42");
  }

  @Test
  void saysNoToWhatItDoesNotDeclare() {
    IdentityProviderMetadata idp = Federation.read(entity);
    assertThat(idp.supportsUserMessage()).isFalse();
    assertThat(idp.hideFromDiscovery()).isFalse();
    assertThat(idp.wantsSignedRequests()).isFalse();
    assertThat(idp.algorithms()).isEqualTo(DeclaredAlgorithms.NONE);
    assertThat(idp.principalSelection()).isEmpty();
  }

  @Test
  void prefersTheAlgorithmsOfTheRoleToThoseOfTheEntity() {
    String entitys =
        "<alg:DigestMethod"
            + ALG
            + " Algorithm=\"urn:digest\"></alg:DigestMethod>"
            + "<alg:SigningMethod"
            + ALG
            + " Algorithm=\"urn:entity\"></alg:SigningMethod>";
    String roles =
        "<alg:SigningMethod"
            + ALG
            + " Algorithm=\"urn:first\"></alg:SigningMethod>"
            + "<alg:SigningMethod"
            + ALG
            + " Algorithm=\"urn:second\"></alg:SigningMethod>";
    IdentityProviderMetadata idp =
        Federation.read(
            entity
                .extensions(entitys)
                .roleExtensions(roles)
                .key("signing", Scene.IDP_KEY)
                .key(
                    "encryption",
                    "",
                    "<md:EncryptionMethod Algorithm=\"urn:gcm\"></md:EncryptionMethod>"));
    assertThat(idp.algorithms().signing()).containsExactly("urn:first", "urn:second");
    assertThat(idp.algorithms().digest()).containsExactly("urn:digest");
    assertThat(idp.algorithms().encryption()).containsExactly("urn:gcm");
  }

  @Test
  void passesOverTextsThatNobodyWouldWrite() {
    String endless = "x".repeat(2000);
    IdentityProviderMetadata idp =
        Federation.read(entity.category("urn:" + endless).category(" ").level("urn:" + endless));
    assertThat(idp.categories()).isEmpty();
    assertThat(idp.levels()).isEmpty();
    Federation federation = new Federation().add(Federation.entity("https://a/" + endless));
    assertThat(SamlMetadata.read(federation.bytes(), Federation.NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-11-22", "", "2026-13-01T00:00:00Z"})
  void anEntityWhoseEndCannotBeReadIsPassedOverAlone(String end) {
    Federation federation =
        new Federation()
            .add(Federation.entity("https://broken.example.se").with(" validUntil=\"" + end + "\""))
            .add(entity);
    assertThat(SamlMetadata.readOne(federation.bytes(), Federation.NOW).entityId())
        .isEqualTo(Scene.IDP);
  }
}
