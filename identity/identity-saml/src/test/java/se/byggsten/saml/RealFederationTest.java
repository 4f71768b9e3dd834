package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.protocol.SamlException;
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

  @Test
  void verifiesTheSignatureOfARealAnswerAndThenThatItIsNotForThisRequest() throws Exception {
    assertThat(codeOf("signed-response.xml")).isEqualTo("SAML-IN-RESPONSE-TO");
  }

  @Test
  void refusesTheSameAnswerWithAWrongDigest() throws Exception {
    assertThat(codeOf("signed-baddigest-response.xml")).isEqualTo("SAML-SIGNATURE-INVALID");
  }

  private static String codeOf(String file) throws Exception {
    Clock clock = Clock.fixed(Instant.parse("2018-03-19T16:28:45Z"), ZoneOffset.UTC);
    ServiceProvider sp =
        ServiceProvider.builder()
            .entityId("https://localhost:8443/svelegtest-sp")
            .acsUrl(URI.create("https://localhost:8443/svelegtest-sp/saml2/post/3"))
            .signingKey(Scene.SP_SIGNING)
            .encryptionKey(Scene.SP_NEW)
            .identityProvider(
                IdentityProviderMetadata.builder("https://idp.svelegtest.se/idp")
                    .singleSignOn(SamlBinding.REDIRECT, URI.create("https://idp.svelegtest.se/sso"))
                    .signingCertificate(certificate("signer.crt"))
                    .build())
            .store(InMemoryStore.with(clock))
            .clock(clock)
            .description(Scene.description())
            .build();
    StartedLogin started = sp.startLogin(LoginRequest.person("/"));
    String relayState =
        started.redirect().getRawQuery().replaceAll("(?s).*RelayState=([^&]*).*", "$1");
    LoginResult result =
        sp.completeLogin(
            Base64.getEncoder().encodeToString(bytes(file)), relayState, started.browserBinding());
    return result instanceof LoginResult.Refused refused ? refused.code().value() : "accepted";
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
