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
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviderMatch;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataState;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.metadata.ServiceNeeds;
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
  void readsWhatTheRealIdentityProvidersDeclare() throws Exception {
    MetadataFeed feed =
        MetadataFeed.from(OutsideData.corpus("identity/sweden-connect-prod-idp-20220816.xml"))
            .signedBy(certificate("sweden-connect-prod.crt"))
            .clock(Clock.fixed(WHILE_VALID, ZoneOffset.UTC))
            .build();
    MetadataHealth health = feed.refresh();
    assertThat(health.state()).isEqualTo(MetadataState.FRESH);
    assertThat(health.ambiguous()).isZero();
    assertThat(feed.all())
        .hasSize(12)
        .allSatisfy(
            idp -> {
              assertThat(idp.singleSignOn()).hasSize(2);
              assertThat(idp.wantsSignedRequests()).isTrue();
              assertThat(idp.displayNames()).containsKeys("sv", "en");
              assertThat(idp.logos()).isNotEmpty();
              assertThat(idp.categories()).isNotEmpty();
              assertThat(idp.encryptionCertificates()).isNotEmpty();
            });
    assertThat(feed.all()).filteredOn(idp -> !idp.principalSelection().isEmpty()).hasSize(6);
  }

  @Test
  void matchesAMunicipalityWithTheRealIdentityProviders() throws Exception {
    List<IdentityProviderMetadata> all =
        SamlMetadata.readSigned(
            bytes("sweden-connect-prod-idp-20220816.xml"),
            certificate("sweden-connect-prod.crt"),
            WHILE_VALID);
    Set<AssuranceLevel> levels = Set.of(AssuranceLevel.LOA3, AssuranceLevel.UNCERTIFIED_LOA3);
    Set<EntityCategory> contract =
        Set.of(EntityCategory.LOA3_PNR, EntityCategory.CONTRACT_EID_CHOICE_2017);
    Set<EntityCategory> scb =
        Set.of(
            EntityCategory.LOA3_PNR,
            new EntityCategory(
                "http://id.swedenconnect.se/contract/Visma/SCB/"
                    + "Leveransavtal-E-Legitimationstjänster-A2021/0337"));
    // Most serve one authority each, under a contract with it; one declares no contract.
    assertThat(usable(all, new ServiceNeeds(contract, levels, Set.of()))).hasSize(2);
    assertThat(usable(all, new ServiceNeeds(scb, levels, Set.of()))).hasSize(4);
    assertThat(usable(all, new ServiceNeeds(Set.of(EntityCategory.LOA3_PNR), levels, Set.of())))
        .hasSize(1);
    assertThat(usable(all, new ServiceNeeds(contract, Set.of(AssuranceLevel.LOA4), Set.of())))
        .isEmpty();
  }

  private static List<IdentityProviderMetadata> usable(
      List<IdentityProviderMetadata> all, ServiceNeeds needs) {
    return all.stream().filter(idp -> IdentityProviderMatch.of(needs, idp).usable()).toList();
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
