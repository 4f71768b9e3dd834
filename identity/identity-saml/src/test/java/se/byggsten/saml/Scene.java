package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviderMetadataBuilder;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.SamlBinding;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.testsupport.MovableClock;

/** A service, an identity provider and the keys of both, made for each test. */
final class Scene {
  static final String IDP = "https://idp.example.se/metadata";
  static final String SP = "https://eksta.example/saml/metadata";
  static final String ACS = "https://eksta.example/saml/acs";
  static final String SCOPE = "2120002999";

  /** Keys take a second to make, so the tests of a JVM share them. */
  static final KeyMaterial IDP_KEY = key("idp");

  static final KeyMaterial OTHER_KEY = key("somebody else");
  static final KeyMaterial SP_SIGNING = key("sp signing");
  static final KeyMaterial SP_NEW = key("sp encryption new");
  static final KeyMaterial SP_OLD = key("sp encryption old");

  final MovableClock clock = MovableClock.at(Instant.parse("2026-11-22T10:15:30.123Z"));
  final InMemoryStore store = InMemoryStore.with(clock);
  final ServiceProviderConfig config;
  final ServiceProvider sp;
  private StartedLogin started;

  private Scene(SamlProfile profile, IdentityProviderMetadata idp) {
    this(configuration(profile).build(), idp);
  }

  private Scene(ServiceProviderConfig config, IdentityProviderMetadata idp) {
    this.config = config;
    sp =
        ServiceProvider.builder(config)
            .identityProviders(IdentityProviders.of(List.of(idp)))
            .store(store)
            .clock(clock)
            .build();
    start(LoginRequest.person("/ansokan/1"));
  }

  /** As in production. */
  static Scene strict() {
    return new Scene(SamlProfile.SWEDEN_CONNECT_1_9, idp());
  }

  /** Accepts plain assertions, so that an attack meets only the check that it is aimed at. */
  static Scene lenient() {
    return new Scene(SamlProfile.GENERIC, idp());
  }

  static Scene with(ServiceProviderConfig config, IdentityProviderMetadata idp) {
    return new Scene(config, idp);
  }

  static Scene with(IdentityProviderMetadata idp) {
    return new Scene(SamlProfile.SWEDEN_CONNECT_1_9, idp);
  }

  static IdentityProviderMetadata idp() {
    return idpBuilder().signingCertificate(IDP_KEY.certificate()).build();
  }

  /** All but the keys. */
  static IdentityProviderMetadataBuilder idpBuilder() {
    return IdentityProviderMetadata.builder(IDP)
        .displayName("sv", "Testlegitimation")
        .singleSignOn(SamlBinding.REDIRECT, URI.create("https://idp.example.se/sso"))
        .level(AssuranceLevel.LOA2)
        .level(AssuranceLevel.LOA3)
        .level(AssuranceLevel.UNCERTIFIED_LOA3)
        .scope(SCOPE);
  }

  static ServiceProviderConfigBuilder configuration(SamlProfile profile) {
    return ServiceProviderConfig.builder(SP, URI.create(ACS))
        .profile(profile)
        .signingKey(SP_SIGNING)
        .encryptionKey(SP_NEW)
        .encryptionKey(SP_OLD)
        .clockSkew(Duration.ofSeconds(30))
        .description(description());
  }

  static ServiceDescription description() {
    return ServiceDescription.builder()
        .organisation("Eksta kommun", "Eksta municipality", URI.create("https://eksta.example/"))
        .organisationNumber(SCOPE)
        .name("Ansökan & mer", "Application & more")
        .description("Sök <plats>", "Apply for a <place>")
        .logo(URI.create("https://eksta.example/logo.svg"), 120, 60)
        .supportEmail("support@eksta.example")
        .build();
  }

  /** Shorter than those that the product makes, and as long as the profile requires. */
  static KeyMaterial key(String name) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return certified(name, generator.generateKeyPair(), "SHA256withRSA");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static KeyMaterial ecKey(String name) {
    return ecKey(name, 256);
  }

  static KeyMaterial ecKey(String name, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(bits);
      return certified(name, generator.generateKeyPair(), "SHA256withECDSA");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyMaterial certified(String name, KeyPair pair, String algorithm) {
    try {
      X500Name subject = new X500Name("CN=" + name);
      Instant now = Instant.parse("2026-11-22T10:15:30.123Z");
      return KeyMaterial.of(
          pair.getPrivate(),
          new JcaX509CertificateConverter()
              .getCertificate(
                  new JcaX509v3CertificateBuilder(
                          subject,
                          BigInteger.ONE,
                          Date.from(now),
                          Date.from(now.plus(Duration.ofDays(30))),
                          subject,
                          pair.getPublic())
                      .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  StartedLogin start(LoginRequest request) {
    started = sp.startLogin(request);
    return started;
  }

  URI redirect() {
    return address(started);
  }

  static URI address(StartedLogin login) {
    return ((OutgoingRequest.Redirect) login.request()).address();
  }

  StartedLogin started() {
    return started;
  }

  Answer answer() {
    return new Answer(IDP, SP, ACS, requestId(), clock.instant());
  }

  /** Signed and encrypted as it should be. */
  String right(Answer answer) {
    return signed(
        answer.response(Crypto.encrypt(answer.assertion(), SP_NEW, Crypto.GCM256, Crypto.OAEP)));
  }

  /** Signed, with an assertion that everybody can read. */
  String plain(Answer answer) {
    return signed(answer.response(answer.assertion()));
  }

  String signed(String xml) {
    return Crypto.sign(xml, IDP_KEY);
  }

  LoginResult post(String xml) {
    return postRaw(base64(xml));
  }

  LoginResult postRaw(String samlResponse) {
    return sp.completeLogin(samlResponse, relayState(), started.browserBinding());
  }

  void refuses(String xml, String code) {
    assertRefused(post(xml), code);
  }

  void accepts(String xml) {
    assertThat(post(xml)).isInstanceOf(LoginResult.Success.class);
  }

  static void assertRefused(LoginResult result, String code) {
    assertThat(result).isInstanceOf(LoginResult.Refused.class);
    assertThat(((LoginResult.Refused) result).code().value()).isEqualTo(code);
  }

  static String base64(String xml) {
    return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
  }

  String relayState() {
    return query().get("RelayState");
  }

  String requestId() {
    return Dom.parse(requestXml()).getDocumentElement().getAttribute("ID");
  }

  String requestXml() {
    return inflated(query().get("SAMLRequest"));
  }

  static String inflated(String base64) {
    byte[] deflated = Base64.getDecoder().decode(base64);
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Map<String, String> query() {
    return parameters(redirect());
  }

  static Map<String, String> parameters(URI address) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
