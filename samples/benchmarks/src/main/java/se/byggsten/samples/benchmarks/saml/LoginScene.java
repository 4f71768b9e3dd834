package se.byggsten.samples.benchmarks.saml;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.testidp.Outcome;
import se.byggsten.testidp.PostedAnswer;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.TestPersons;

/** A service, an identity provider and an answer, with RSA keys of 3072 bits. */
public final class LoginScene {
  static final String IDP = "https://idp.example.se";
  private static final String SP = "https://eksta.example/saml/metadata";
  private static final URI ACS = URI.create("https://eksta.example/saml/acs");
  private static final char[] PASSWORD = {'b', 'e', 'n', 'c', 'h'};
  private static final Pattern REQUEST = Pattern.compile("InResponseTo=\"([^\"]+)\"");

  private final ServiceProviderConfig config;
  private final KeyMaterial encryption;
  private final IdentityProviderMetadata identityProvider;
  private final TestIdentityProvider testIdp;
  private final Kind kind;
  private final String answer;

  /**
   * Makes a scene and an answer of now.
   *
   * @param keys the folder of the keys, which are made when they are not there: they take seconds
   */
  static LoginScene of(Kind kind, Path keys) {
    return new LoginScene(kind, keys);
  }

  private LoginScene(Kind kind, Path keys) {
    this.kind = kind;
    Clock clock = Clock.systemUTC();
    encryption = kept(keys.resolve("encryption.p12"), clock);
    config =
        ServiceProviderConfig.builder(SP, ACS)
            .profile(kind == Kind.ENCRYPTED ? SamlProfile.SWEDEN_CONNECT_1_9 : SamlProfile.GENERIC)
            .signingKey(kept(keys.resolve("signing.p12"), clock))
            .encryptionKey(encryption)
            .description(description())
            .build();
    testIdp =
        TestIdentityProvider.builder()
            .baseUrl(URI.create(IDP))
            .clock(clock)
            .keyFolder(keys.resolve("idp"))
            .services(() -> List.of(provider(clock).metadataXml()))
            .build();
    identityProvider =
        SamlMetadata.readOne(
            testIdp.metadataXml().getBytes(StandardCharsets.UTF_8), clock.instant());
    answer = newAnswer(clock);
  }

  private ServiceProvider provider(Clock clock) {
    return ServiceProvider.builder(config)
        .identityProviders(IdentityProviders.of(known()))
        .store(InMemoryStore.with(clock))
        .clock(clock)
        .build();
  }

  /** While the metadata of the service are asked for, nobody is known yet. */
  private List<IdentityProviderMetadata> known() {
    return List.of(
        SamlMetadata.readOne(
            testIdp.metadataXml().getBytes(StandardCharsets.UTF_8), Clock.systemUTC().instant()));
  }

  private String newAnswer(Clock clock) {
    OutgoingRequest request = provider(clock).startLogin(LoginRequest.person("/")).request();
    String query = ((OutgoingRequest.Redirect) request).address().getRawQuery();
    PostedAnswer posted =
        testIdp.answer(
            testIdp.receive(query),
            TestPersons.all().get(0),
            AssuranceLevel.LOA3,
            kind == Kind.ENCRYPTED ? Outcome.OK : Outcome.UNENCRYPTED);
    return posted.samlResponse();
  }

  ServiceProviderConfig config() {
    return config;
  }

  KeyMaterial encryption() {
    return encryption;
  }

  IdentityProviderMetadata identityProvider() {
    return identityProvider;
  }

  Kind kind() {
    return kind;
  }

  /** The id of the request and the answer, with a space between. */
  String question() {
    return requestId() + " " + answer;
  }

  /** The same with one letter changed in what is signed. */
  String tampered() {
    String xml = xml();
    String mark = kind == Kind.ENCRYPTED ? "<xenc:CipherValue>" : "urn:oid:1.2.752.29.4.13\"";
    int place = xml.lastIndexOf(mark) + mark.length();
    if (kind == Kind.CLEAR) {
      place = xml.indexOf("</saml2:AttributeValue>", place) - 1;
    } else {
      place += 40;
    }
    char other = xml.charAt(place) == '1' ? '2' : '1';
    String changed = xml.substring(0, place) + other + xml.substring(place + 1);
    return requestId()
        + " "
        + Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8));
  }

  String requestId() {
    Matcher found = REQUEST.matcher(xml());
    if (!found.find()) {
      throw new IllegalStateException("The answer answers nothing");
    }
    return found.group(1);
  }

  private String xml() {
    return new String(Base64.getDecoder().decode(answer), StandardCharsets.UTF_8);
  }

  /** What a service provider of somebody else must know, in types of the JDK. */
  Map<String, String> facts() {
    try {
      Base64.Encoder base64 = Base64.getEncoder();
      return Map.of(
          "idp", identityProvider.entityId(),
          "idpCertificate",
              base64.encodeToString(identityProvider.signingCertificates().get(0).getEncoded()),
          "sp", SP,
          "acs", ACS.toString(),
          "spKey", base64.encodeToString(encryption.privateKey().getEncoded()),
          "spCertificate", base64.encodeToString(encryption.certificate().getEncoded()),
          "encrypted", Boolean.toString(kind == Kind.ENCRYPTED));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The certificates were made here", e);
    }
  }

  private static KeyMaterial kept(Path file, Clock clock) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        KeyMaterial.generate("benchmark", clock, Duration.ofDays(3650)).store(file, PASSWORD);
      }
      return KeyMaterial.load(file, PASSWORD);
    } catch (IOException e) {
      throw new IllegalStateException("The keys cannot be kept", e);
    }
  }

  private static ServiceDescription description() {
    URI home = URI.create("https://eksta.example/");
    return ServiceDescription.builder()
        .organisation("Eksta kommun", "Eksta municipality", home)
        .organisationNumber("2120002999")
        .name("Ansökan", "Application")
        .description("Sök plats", "Apply for a place")
        .logo(URI.create("https://eksta.example/logo.svg"), 120, 60)
        .supportEmail("support@eksta.example")
        .build();
  }

  /** How the answer is protected. */
  public enum Kind {
    /** Signed, and the assertion encrypted: AES-256-GCM and RSA-OAEP; the Swedish profile. */
    ENCRYPTED,
    /** Signed, and the assertion for everybody to read; the general profile. */
    CLEAR
  }
}
