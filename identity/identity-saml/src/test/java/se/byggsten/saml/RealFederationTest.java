package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.saml.protocol.SamlRefusal;
import se.byggsten.testsupport.OutsideData;

/** Metadata and answers that real parties of the Swedish federation have signed. */
@Tag("judges")
class RealFederationTest {
  private static final Instant WHILE_VALID = Instant.parse("2022-08-20T12:00:00Z");

  @Test
  void believesTheSignedFeedOfSwedenConnectWhileItIsValid() throws Exception {
    byte[] feed = bytes("sweden-connect-prod-idp-20220816.xml");
    X509Certificate operator = certificate("sweden-connect-prod.crt");
    List<IdentityProviderMetadata> all = SamlMetadata.readSigned(feed, operator, WHILE_VALID);
    assertThat(all).hasSizeBetween(10, 12);
    assertThat(all).allSatisfy(idp -> assertThat(idp.levels()).isNotEmpty());
    assertThat(all)
        .allSatisfy(
            idp -> assertThat(idp.validUntil()).contains(Instant.parse("2022-08-26T14:46:42Z")));
    assertThatThrownBy(
            () -> SamlMetadata.readSigned(feed, operator, Instant.parse("2022-08-26T14:46:42Z")))
        .isInstanceOf(SamlException.class)
        .hasMessageContaining("SAML-METADATA-EXPIRED");
  }

  @Test
  void doesNotBelieveTheSameFeedWithALongerLife() throws Exception {
    byte[] forged = bytes("sweden-connect-prod-idp-20220816-forged-validUntil2042.xml");
    X509Certificate operator = certificate("sweden-connect-prod.crt");
    assertThatThrownBy(() -> SamlMetadata.readSigned(forged, operator, WHILE_VALID))
        .isInstanceOf(SamlException.class)
        .hasMessageContaining("SAML-METADATA-SIGNATURE")
        .hasMessageContaining("SAML-SIGNATURE-INVALID");
  }

  @Test
  void doesNotBelieveTheFeedBySomebodyElsesCertificate() throws Exception {
    byte[] feed = bytes("sweden-connect-prod-idp-20220816.xml");
    X509Certificate other = certificate("signer.crt");
    assertThatThrownBy(() -> SamlMetadata.readSigned(feed, other, WHILE_VALID))
        .isInstanceOf(SamlException.class)
        .hasMessageContaining("SAML-METADATA-SIGNATURE");
  }

  @Test
  void readsAnUnsignedFederationOnlyAsSuch() throws Exception {
    byte[] feed = bytes("sveleg-fedtest.xml");
    assertThat(SamlMetadata.read(feed, Instant.EPOCH)).isNotEmpty();
    X509Certificate operator = certificate("sweden-connect-prod.crt");
    assertThatThrownBy(() -> SamlMetadata.readSigned(feed, operator, Instant.EPOCH))
        .isInstanceOf(SamlException.class)
        .hasMessageContaining("SAML-SIGNATURE-MISSING");
  }

  /** What is inside was encrypted for a service whose key we do not have; all before it holds. */
  @Test
  void verifiesARealAnswerUntilItIsToBeDecrypted() throws Exception {
    for (SamlProfile profile : SamlProfile.values()) {
      assertThat(verify("signed-response.xml", profile))
          .isEqualTo(new Verification.Refused(SamlRefusal.DECRYPTION));
    }
  }

  @Test
  void refusesTheSameAnswerWithAWrongDigest() throws Exception {
    for (SamlProfile profile : SamlProfile.values()) {
      assertThat(verify("signed-baddigest-response.xml", profile))
          .isEqualTo(new Verification.Refused(SamlRefusal.SIGNATURE_INVALID));
    }
  }

  private static Verification verify(String file, SamlProfile profile) throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2018-03-19T16:28:45Z"), ZoneOffset.UTC);
    ServiceProviderConfig config =
        ServiceProviderConfig.builder(
                "https://localhost:8443/svelegtest-sp",
                URI.create("https://localhost:8443/svelegtest-sp/saml2/post/3"))
            .profile(profile)
            .signingKey(Scene.SP_SIGNING)
            .encryptionKey(Scene.SP_NEW)
            .description(Scene.description())
            .build();
    IdentityProviderMetadata idp =
        IdentityProviderMetadata.builder("https://idp.svelegtest.se/idp")
            .singleSignOn(SamlBinding.REDIRECT, URI.create("https://idp.svelegtest.se/sso"))
            .signingCertificate(certificate("signer.crt"))
            .build();
    String request =
        Dom.parse(new String(bytes(file), StandardCharsets.UTF_8))
            .getDocumentElement()
            .getAttribute("InResponseTo");
    return AssertionVerifier.of(config, InMemoryStore.with(clock), clock)
        .verify(Base64.getEncoder().encodeToString(bytes(file)), ExpectedResponse.to(request, idp));
  }

  private static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(OutsideData.corpus("identity/" + file));
  }

  private static X509Certificate certificate(String file) throws IOException, CertificateException {
    try (InputStream in = Files.newInputStream(OutsideData.corpus("identity/" + file))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }
}
