package se.byggsten.testidp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.internal.AnswerDraft;
import se.byggsten.testidp.internal.AnswerWriter;
import se.byggsten.testidp.internal.IdpKey;
import se.byggsten.testidp.internal.RequestReader;
import se.byggsten.testidp.internal.ServiceMetadata;
import se.byggsten.testidp.internal.TestIdpException;

/**
 * An identity provider that lets anybody be one of the {@link TestPersons}: for tests and
 * demonstrations, never for production.
 *
 * <p>It writes, signs and encrypts without the engine of the service provider, so that the two are
 * judges of each other.
 */
public final class TestIdentityProvider {
  /** The levels that it declares and lets the visitor choose from. */
  public static final List<AssuranceLevel> LEVELS =
      List.of(
          AssuranceLevel.LOA3,
          AssuranceLevel.UNCERTIFIED_LOA3,
          AssuranceLevel.LOA4,
          AssuranceLevel.LOA2);

  private static final String RESPONDER = "urn:oasis:names:tc:SAML:2.0:status:Responder";
  private static final String STATUS = "http://id.elegnamnden.se/status/1.0/";
  private static final String NUMBER = "urn:oid:1.2.752.29.4.13";
  private static final String AFFILIATION = "urn:oid:1.2.752.201.3.1";

  private final URI baseUrl;
  private final Clock clock;
  private final Supplier<List<String>> services;
  private final IdpKey key;
  private @Nullable IdpKey foreignKey;
  private final Map<String, PostedAnswer> earlier = new ConcurrentHashMap<>();

  private TestIdentityProvider(Builder builder) {
    baseUrl = Objects.requireNonNull(builder.baseUrl, "baseUrl");
    clock = Objects.requireNonNull(builder.clock, "clock");
    services = Objects.requireNonNull(builder.services, "services");
    key = key(builder.keyFolder, clock);
  }

  /**
   * Returns a builder; the address, the clock and the services are needed.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Verifies a request: the query of the address to which the service sent the browser.
   *
   * @param query as it stands in the address, still percent-encoded
   * @return the request
   */
  public ReceivedRequest receive(String query) {
    List<ServiceMetadata> known = services.get().stream().map(ServiceMetadata::read).toList();
    return new ReceivedRequest(
        RequestReader.read(query, singleSignOn().toString(), known, clock.instant()));
  }

  /**
   * Answers a request.
   *
   * @param received the request
   * @param person who logs in
   * @param level the level to claim
   * @param outcome right, or wrong in one way
   * @return what the browser is to post
   */
  public PostedAnswer answer(
      ReceivedRequest received, TestPerson person, AssuranceLevel level, Outcome outcome) {
    RequestReader.Request request = received.request();
    Instant now = clock.instant();
    AnswerDraft draft =
        new AnswerDraft(entityId(), request, now, level.uri(), attributesOf(person));
    String xml =
        switch (outcome) {
          case OK -> signed(success(draft, request));
          case CANCELLED -> signed(AnswerWriter.error(draft, RESPONDER, STATUS + "cancel"));
          case FRAUD -> signed(AnswerWriter.error(draft, RESPONDER, STATUS + "fraud"));
          case UNSIGNED -> success(draft, request);
          case FOREIGN_SIGNED -> {
            IdpKey foreign = foreignKey();
            yield AnswerWriter.sign(
                success(draft, request), foreign.privateKey(), foreign.certificate());
          }
          case EXPIRED -> {
            draft.issuedAt(now.minus(Duration.ofMinutes(10)));
            yield signed(success(draft, request));
          }
          case REPLAYED -> "";
          case WRONG_AUDIENCE -> {
            draft.audience("https://annan-tjanst.example/sp");
            yield signed(success(draft, request));
          }
          case WRONG_RECIPIENT -> {
            draft.recipient("https://annan-tjanst.example/acs");
            yield signed(success(draft, request));
          }
          case WRONG_IN_RESPONSE_TO -> {
            draft.inResponseTo(AnswerWriter.id());
            yield signed(success(draft, request));
          }
          case UNENCRYPTED -> signed(AnswerWriter.unencrypted(draft));
          case MISSING_ATTRIBUTE -> {
            draft.without(NUMBER);
            draft.without(AFFILIATION);
            yield signed(success(draft, request));
          }
          case WITH_DTD -> "<!DOCTYPE Response>" + signed(success(draft, request));
        };
    String service = request.service().entityId();
    PostedAnswer posted =
        outcome == Outcome.REPLAYED
            ? again(service, request.relayState())
            : new PostedAnswer(
                URI.create(request.acsUrl()),
                Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)),
                request.relayState());
    if (outcome == Outcome.OK) {
      earlier.put(service, posted);
    }
    return posted;
  }

  /**
   * Returns where requests go.
   *
   * @return the address, absolute
   */
  public URI singleSignOn() {
    return URI.create(baseUrl + "/sso");
  }

  /**
   * Returns its name in the made-up federation.
   *
   * @return its entityID
   */
  public String entityId() {
    return baseUrl + "/metadata";
  }

  /**
   * Returns its metadata, for the service provider.
   *
   * @return the XML
   */
  public String metadataXml() {
    StringBuilder levels = new StringBuilder();
    LEVELS.forEach(
        level ->
            levels
                .append("<saml:AttributeValue>")
                .append(level.uri())
                .append("</saml:AttributeValue>"));
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" \
        xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" entityID="%s">\
        <md:Extensions><mdattr:EntityAttributes \
        xmlns:mdattr="urn:oasis:names:tc:SAML:metadata:attribute"><saml:Attribute \
        Name="urn:oasis:names:tc:SAML:attribute:assurance-certification" \
        NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">%s</saml:Attribute>\
        </mdattr:EntityAttributes></md:Extensions>\
        <md:IDPSSODescriptor WantAuthnRequestsSigned="true" \
        protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
        <md:Extensions><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" \
        regexp="false">%s</shibmd:Scope>\
        <mdui:UIInfo xmlns:mdui="urn:oasis:names:tc:SAML:metadata:ui">\
        <mdui:DisplayName xml:lang="sv">Testlegitimation</mdui:DisplayName>\
        <mdui:DisplayName xml:lang="en">Test eID</mdui:DisplayName></mdui:UIInfo></md:Extensions>\
        <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
        <ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
        </md:KeyDescriptor>\
        <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" \
        Location="%s"/></md:IDPSSODescriptor></md:EntityDescriptor>
        """
        .formatted(entityId(), levels, TestPersons.MUNICIPALITY, key.base64(), singleSignOn());
  }

  private static String success(AnswerDraft draft, RequestReader.Request request) {
    return AnswerWriter.success(draft, request.service().encryption());
  }

  /** Made when it is first asked for: RSA keys take long to make, and few logins need this one. */
  private synchronized IdpKey foreignKey() {
    IdpKey made = foreignKey;
    if (made == null) {
      made = IdpKey.rsa(2048, clock.instant());
      foreignKey = made;
    }
    return made;
  }

  private String signed(String xml) {
    return AnswerWriter.sign(xml, key.privateKey(), key.certificate());
  }

  private PostedAnswer again(String service, String relayState) {
    PostedAnswer posted =
        Optional.ofNullable(earlier.get(service))
            .orElseThrow(
                () ->
                    new TestIdpException(
                        "There is no earlier answer to send again: log in once as it should be"));
    return new PostedAnswer(posted.action(), posted.samlResponse(), relayState);
  }

  private static Map<String, String> attributesOf(TestPerson person) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put(NUMBER, person.identifier().canonical());
    attributes.put("urn:oid:2.5.4.42", person.givenName());
    attributes.put("urn:oid:2.5.4.4", person.surname());
    attributes.put("urn:oid:2.16.840.1.113730.3.1.241", person.name());
    person
        .userId()
        .ifPresent(id -> attributes.put(AFFILIATION, id + "@" + TestPersons.MUNICIPALITY));
    return attributes;
  }

  private static IdpKey key(@Nullable Path folder, Clock clock) {
    if (folder == null) {
      return IdpKey.rsa(3072, clock.instant());
    }
    return IdpKey.keptIn(folder, clock.instant());
  }

  /** A request whose signature, address and age are right. */
  public static final class ReceivedRequest {
    private final RequestReader.Request request;

    private ReceivedRequest(RequestReader.Request request) {
      this.request = request;
    }

    private RequestReader.Request request() {
      return request;
    }

    /**
     * Returns where the answer will go.
     *
     * @return the address, absolute
     */
    public URI acsUrl() {
      return URI.create(request.acsUrl());
    }

    /**
     * Returns the levels that the service asks for.
     *
     * @return the levels, as they stand in the request
     */
    public List<AssuranceLevel> levels() {
      return request.levels().stream().map(AssuranceLevel::of).toList();
    }
  }

  /** Gathers the parts of a {@link TestIdentityProvider}. */
  public static final class Builder {
    private @Nullable URI baseUrl;
    private @Nullable Clock clock;
    private @Nullable Supplier<List<String>> services;
    private @Nullable Path keyFolder;

    private Builder() {}

    /** Sets its address, without a slash at the end. */
    public Builder baseUrl(URI value) {
      baseUrl = value;
      return this;
    }

    /** Sets what says what time it is. */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /** Sets what gives the metadata of the services that may ask, as XML. */
    public Builder services(Supplier<List<String>> value) {
      services = value;
      return this;
    }

    /** Sets where the key is kept over restarts; without it, each start makes a new key. */
    public Builder keyFolder(Path value) {
      keyFolder = value;
      return this;
    }

    /** Builds the identity provider. */
    public TestIdentityProvider build() {
      return new TestIdentityProvider(this);
    }
  }
}
