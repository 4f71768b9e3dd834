package se.byggsten.testidp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.testidp.attack.Attack;
import se.byggsten.testidp.attack.internal.AttackList;
import se.byggsten.testidp.attack.internal.Scene;
import se.byggsten.testidp.protocol.TestIdpException;
import se.byggsten.testidp.protocol.internal.IdpKey;
import se.byggsten.testidp.protocol.internal.IdpMetadata;
import se.byggsten.testidp.protocol.internal.KnownServices;
import se.byggsten.testidp.protocol.internal.MetadataSource;
import se.byggsten.testidp.protocol.internal.Names;
import se.byggsten.testidp.protocol.internal.Release;
import se.byggsten.testidp.protocol.internal.RequestReader;
import se.byggsten.testidp.protocol.internal.ServiceMetadata;

/**
 * An identity provider that lets anybody be one of the {@link TestPersons}: for tests and
 * demonstrations, never for production.
 *
 * <p>It reads, writes, signs and encrypts without the engine of the service provider, so that the
 * two are judges of each other. It follows the Deployment Profile for the Swedish eID Framework.
 * {@link TestIdp} runs it in a test; this class is for those who have a web server of their own.
 * May be used by many threads.
 */
public final class TestIdentityProvider {
  /** The levels that it declares and lets the visitor choose from. */
  public static final List<AssuranceLevel> LEVELS =
      List.of(
          AssuranceLevel.LOA3,
          AssuranceLevel.UNCERTIFIED_LOA3,
          AssuranceLevel.LOA4,
          AssuranceLevel.LOA2,
          AssuranceLevel.EIDAS_NF_SUBSTANTIAL,
          AssuranceLevel.EIDAS_NF_HIGH,
          AssuranceLevel.EIDAS_SUBSTANTIAL);

  private static final String SECOND = "/second";

  private static final URI NOBODY = URI.create("http://127.0.0.1:9/");

  private final String baseUrl;
  private final Clock clock;
  private final Supplier<List<String>> services;
  private final List<MetadataSource> trusted;
  private final List<TestPerson> persons;
  private final boolean tellsAll;
  private final IdpKey key;
  private @Nullable IdpKey foreignKey;
  private final String number;
  private final Supplier<IdpKey> secondKey;
  private @Nullable TestIdentityProvider second;
  private final Map<String, PostedAnswer> earlier = new ConcurrentHashMap<>();

  private TestIdentityProvider(Builder builder) {
    baseUrl = Objects.requireNonNull(builder.baseUrl, "baseUrl").toString();
    clock = Objects.requireNonNull(builder.clock, "clock");
    services = builder.services;
    persons = List.copyOf(builder.persons);
    tellsAll = builder.tellsAll;
    trusted = new CopyOnWriteArrayList<>();
    key = builder.ownKey();
    secondKey = builder.secondKey();
    number = "";
  }

  /** The second one: it has all of the first but address and key. */
  private TestIdentityProvider(TestIdentityProvider first) {
    baseUrl = first.baseUrl + SECOND;
    clock = first.clock;
    services = first.services;
    persons = first.persons;
    tellsAll = first.tellsAll;
    trusted = first.trusted;
    key = first.secondKey.get();
    secondKey = () -> first.key;
    number = " 2";
    second = first;
  }

  /**
   * Returns a builder; the address and the clock are needed.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Trusts one more service.
   *
   * @param metadataXml gives its metadata each time that a request is received
   */
  public void trust(Supplier<String> metadataXml) {
    trust(MetadataSource.given(metadataXml));
  }

  void trust(MetadataSource source) {
    trusted.add(source);
  }

  /**
   * Verifies a request that came by the HTTP-Redirect binding.
   *
   * @param query the query of the address to which the service sent the browser, still
   *     percent-encoded
   * @return the request
   * @throws TestIdpException when it is not signed by a known service, too old or not understood
   */
  public ReceivedRequest receive(String query) {
    return new ReceivedRequest(reader().redirected(query));
  }

  /**
   * Verifies a request that came by the HTTP-POST binding.
   *
   * @param samlRequest the form field {@code SAMLRequest}
   * @param relayState the form field {@code RelayState}, or an empty text
   * @return the request
   * @throws TestIdpException when it is not signed by a known service, too old or not understood
   */
  public ReceivedRequest receivePosted(String samlRequest, String relayState) {
    return new ReceivedRequest(reader().posted(samlRequest, relayState));
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
    ServiceMetadata service = received.request().service();
    if (outcome == Outcome.REPLAYED) {
      return again(service.entityId(), received.request().relayState());
    }
    boolean forbidden = !tellsAll && Release.isForbidden(attributesOf(person), service);
    Outcome given = outcome.where(forbidden);
    PostedAnswer posted =
        posted(received, OutcomeAnswers.xml(scene(received, person, level, NOBODY), given, key));
    if (given == Outcome.OK) {
      earlier.put(service.entityId(), posted);
    }
    return posted;
  }

  /**
   * Answers a request with an attack.
   *
   * @param received the request
   * @param person who logs in
   * @param level the level to claim
   * @param attack an attack that is one message
   * @return what the browser is to post
   */
  public PostedAnswer attack(
      ReceivedRequest received, TestPerson person, AssuranceLevel level, Attack attack) {
    if (!attack.isOneMessage()) {
      throw new TestIdpException("This attack takes more than one message: use an AttackRun");
    }
    return posted(received, AttackList.message(attack, scene(received, person, level, NOBODY)));
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
   * Returns its name in the made-up federation, which is also where its metadata are.
   *
   * @return its entityID
   */
  public String entityId() {
    return baseUrl + "/metadata";
  }

  /**
   * Returns its metadata, for the service provider.
   *
   * @return the XML, not signed
   */
  public String metadataXml() {
    TreeSet<String> offered = new TreeSet<>();
    persons.forEach(person -> offered.addAll(attributesOf(person).keySet()));
    return IdpMetadata.write(
        entityId(), baseUrl, number, key, LEVELS, offered, TestPersons.MUNICIPALITY);
  }

  /**
   * Returns a second identity provider below the address of this one, with a key of its own.
   *
   * <p>A service that trusts both shows by the attacks {@code other-entity-key} and {@code
   * other-entity-answer} that it tells them apart.
   *
   * @return the other one; of that one, this one
   * @throws TestIdpException when its key in the folder cannot be read or kept
   */
  public synchronized TestIdentityProvider second() {
    TestIdentityProvider made = second;
    if (made == null) {
      made = new TestIdentityProvider(this);
      second = made;
    }
    return made;
  }

  /**
   * Returns the metadata of this identity provider and of the {@link #second()} one.
   *
   * @return the XML, an {@code md:EntitiesDescriptor}, not signed
   */
  public String federationXml() {
    return IdpMetadata.both(metadataXml(), second().metadataXml());
  }

  /**
   * Returns the certificate of the key that signs its answers.
   *
   * @return the certificate
   */
  public X509Certificate certificate() {
    return key.certificate();
  }

  /**
   * Returns who can log in.
   *
   * @return the persons, in the order of the page
   */
  public List<TestPerson> persons() {
    return persons;
  }

  /** What an attacker has in hand; the listener is an address that nobody has a reason to ask. */
  Scene scene(ReceivedRequest received, TestPerson person, AssuranceLevel level, URI listener) {
    Map<String, String> all = attributesOf(person);
    Map<String, String> attributes =
        tellsAll ? all : Release.byMetadata(all, received.request().service());
    return new Scene(
        received.request(),
        entityId(),
        key,
        this::foreign,
        () -> new Scene.Sibling(second().entityId(), second().key),
        clock.instant(),
        level.uri(),
        attributes,
        listener);
  }

  static PostedAnswer posted(ReceivedRequest received, String xml) {
    return new PostedAnswer(
        received.acsUrl(),
        Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)),
        received.request().relayState());
  }

  private RequestReader reader() {
    List<MetadataSource> sources = new ArrayList<>();
    services.get().forEach(xml -> sources.add(MetadataSource.given(() -> xml)));
    sources.addAll(trusted);
    return new RequestReader(
        singleSignOn().toString(), new KnownServices(sources), clock.instant());
  }

  /** Made when it is first asked for: RSA keys take long to make, and few logins need this one. */
  private synchronized IdpKey foreign() {
    IdpKey made = foreignKey;
    if (made == null) {
      made = IdpKey.rsa(2048, clock.instant());
      foreignKey = made;
    }
    return made;
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

  static Map<String, String> attributesOf(TestPerson person) {
    Map<String, String> attributes = new HashMap<>(person.more());
    person.identifier().ifPresent(number -> attributes.put(Names.NUMBER, number.canonical()));
    attributes.put("urn:oid:2.5.4.42", person.givenName());
    attributes.put("urn:oid:2.5.4.4", person.surname());
    attributes.put("urn:oid:2.16.840.1.113730.3.1.241", person.name());
    person
        .userId()
        .ifPresent(
            id -> {
              attributes.put(Names.AFFILIATION, id + "@" + TestPersons.MUNICIPALITY);
              attributes.put("urn:oid:2.5.4.10", "Eksta kommun");
            });
    return attributes;
  }

  /** Gathers the parts of a {@link TestIdentityProvider}. */
  public static final class Builder {
    private @Nullable URI baseUrl;
    private @Nullable Clock clock;
    private Supplier<List<String>> services = List::of;
    private List<TestPerson> persons = TestPersons.everybody();
    private boolean tellsAll;
    private @Nullable Path keyFolder;
    private @Nullable IdpKey given;

    private Builder() {}

    /**
     * Sets its address.
     *
     * @param value the address, absolute and without a slash at the end
     * @return this builder
     */
    public Builder baseUrl(URI value) {
      baseUrl = value;
      return this;
    }

    /**
     * Sets what says what time it is.
     *
     * @param value the clock
     * @return this builder
     */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /**
     * Sets the services that it answers; it is asked at each request.
     *
     * @param value gives the metadata of each service, as XML
     * @return this builder
     */
    public Builder services(Supplier<List<String>> value) {
      services = value;
      return this;
    }

    /**
     * Sets who can log in; {@link TestPersons#everybody()} when nothing is said.
     *
     * @param value the persons, in the order of the page
     * @return this builder
     */
    public Builder persons(List<TestPerson> value) {
      persons = value;
      return this;
    }

    /**
     * Lets it tell every service all that it knows; a real one, and this one otherwise, tells what
     * entity categories and requested attributes allow, and of coordination numbers where accepted.
     *
     * @return this builder
     */
    public Builder tellingAll() {
      tellsAll = true;
      return this;
    }

    /**
     * Sets the folder where its key lives on; without it and {@link #key} it has a new key each
     * time.
     *
     * @param value the folder; it is made when it does not exist
     * @return this builder
     */
    public Builder keyFolder(Path value) {
      keyFolder = value;
      return this;
    }

    /**
     * Sets its key.
     *
     * @param privateKey an RSA key or an EC key on P-256
     * @param certificate the certificate of its public half
     * @return this builder
     */
    public Builder key(PrivateKey privateKey, X509Certificate certificate) {
      given = new IdpKey(privateKey, certificate);
      return this;
    }

    /**
     * Builds the identity provider.
     *
     * @return the identity provider
     * @throws TestIdpException when the key in the folder cannot be read or kept
     */
    public TestIdentityProvider build() {
      return new TestIdentityProvider(this);
    }

    private IdpKey ownKey() {
      if (given != null) {
        return given;
      }
      return kept(keyFolder, Objects.requireNonNull(clock, "clock"));
    }

    private Supplier<IdpKey> secondKey() {
      Path folder = keyFolder == null ? null : keyFolder.resolve("second");
      Clock now = Objects.requireNonNull(clock, "clock");
      return () -> kept(folder, now);
    }

    private static IdpKey kept(@Nullable Path folder, Clock clock) {
      Instant now = clock.instant();
      return folder == null ? IdpKey.rsa(2048, now) : IdpKey.keptIn(folder, now);
    }
  }
}
