package se.byggsten.testidp;

import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import se.byggsten.testidp.internal.IdpServer;
import se.byggsten.testidp.internal.LazyMetadata;

/**
 * A running test identity provider, for a test of somebody's own service.
 *
 * <p>It runs on the JDK's own HTTP server at 127.0.0.1, at a port that is free, until it is closed:
 *
 * <pre>{@code
 * try (TestIdp idp = TestIdp.start()) {
 *   // give idp.metadataXml() to the service, start it, then:
 *   idp.trust(URI.create("http://localhost:8080/saml/metadata"));
 *   TestPage page = TestBrowser.fresh().login(start, TestPersons.ANNA, AssuranceLevel.LOA3);
 * }
 * }</pre>
 */
public final class TestIdp implements AutoCloseable {
  private final IdpServer server;
  private final TestIdentityProvider idp;
  private final Clock clock;

  private TestIdp(IdpServer server, TestIdentityProvider idp, Clock clock) {
    this.server = server;
    this.idp = idp;
    this.clock = clock;
  }

  /**
   * Starts one with a new key, at a free port, with everybody of {@link TestPersons}.
   *
   * @return the running identity provider
   */
  public static TestIdp start() {
    return builder().start();
  }

  /**
   * Returns a builder, for another port, key, clock or other persons.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Trusts a service.
   *
   * @param spMetadataXml the metadata of the service
   * @return this
   */
  public TestIdp trust(String spMetadataXml) {
    idp.trust(() -> spMetadataXml);
    return this;
  }

  /**
   * Trusts the service whose metadata lie at an address; they are fetched when the first request
   * comes, so that the service may start after this, and again when they do not hold the key that
   * signed a request (at most every other second), so that the service may change its keys.
   *
   * @param spMetadata the address, http or https
   * @return this
   */
  public TestIdp trust(URI spMetadata) {
    idp.trust(LazyMetadata.at(spMetadata, clock));
    return this;
  }

  /**
   * Returns its metadata.
   *
   * @return the XML, not signed
   */
  public String metadataXml() {
    return idp.metadataXml();
  }

  /**
   * Returns its metadata and those of a second identity provider, for a service that is to show
   * that it tells them apart.
   *
   * @return the XML, an {@code md:EntitiesDescriptor}, not signed
   */
  public String federationXml() {
    return idp.federationXml();
  }

  /**
   * Returns where its metadata are.
   *
   * @return the address
   */
  public URI metadataUrl() {
    return URI.create(idp.entityId());
  }

  /**
   * Returns its name.
   *
   * @return the entityID
   */
  public String entityId() {
    return idp.entityId();
  }

  /**
   * Returns the certificate of the key that signs its answers.
   *
   * @return the certificate
   */
  public X509Certificate certificate() {
    return idp.certificate();
  }

  /**
   * Returns the identity provider itself, to make answers without HTTP.
   *
   * @return the identity provider
   */
  public TestIdentityProvider identityProvider() {
    return idp;
  }

  /** Stops it at once. */
  @Override
  public void close() {
    server.close();
  }

  /** Gathers the parts of a {@link TestIdp}. */
  public static final class Builder {
    private final TestIdentityProvider.Builder idp = TestIdentityProvider.builder();
    private Clock clock = Clock.systemUTC();
    private int port;
    private Consumer<String> onRefusal = reason -> {};

    private Builder() {}

    /**
     * Sets the port.
     *
     * @param value the port; 0, which is what holds when nothing is said, for one that is free
     * @return this builder
     */
    public Builder port(int value) {
      port = value;
      return this;
    }

    /**
     * Sets who can log in.
     *
     * @param value the persons, in the order of the page
     * @return this builder
     */
    public Builder persons(List<TestPerson> value) {
      idp.persons(value);
      return this;
    }

    /**
     * Sets what says what time it is; the computer's own clock when nothing is said.
     *
     * @param value the clock of the service, when that one has another
     * @return this builder
     */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /**
     * Sets its key, so that its metadata stay the same from run to run (at the same port).
     *
     * @param privateKey an RSA key or an EC key on P-256
     * @param certificate the certificate of its public half
     * @return this builder
     */
    public Builder key(PrivateKey privateKey, X509Certificate certificate) {
      idp.key(privateKey, certificate);
      return this;
    }

    /**
     * Sets the folder where its key lives on from run to run.
     *
     * @param value the folder; it is made when it does not exist
     * @return this builder
     */
    public Builder keyFolder(Path value) {
      idp.keyFolder(value);
      return this;
    }

    /**
     * Lets it tell every service all that it knows, and not only what its metadata entitle it to.
     *
     * @return this builder
     */
    public Builder tellingAll() {
      idp.tellingAll();
      return this;
    }

    /**
     * Sets who is told why a request is not answered, beside the browser; nobody when nothing is
     * said.
     *
     * @param value takes one line with the code and the reason, without personal data; from many
     *     threads
     * @return this builder
     */
    public Builder onRefusal(Consumer<String> value) {
      onRefusal = value;
      return this;
    }

    /**
     * Starts it.
     *
     * @return the running identity provider
     * @throws se.byggsten.testidp.protocol.TestIdpException when the port is taken, or the key in
     *     the folder cannot be read or kept
     */
    public TestIdp start() {
      IdpServer server = IdpServer.open(port);
      try {
        TestIdentityProvider built = idp.clock(clock).baseUrl(server.address()).build();
        server.serve(built, onRefusal);
        return new TestIdp(server, built, clock);
      } catch (RuntimeException e) {
        server.close();
        throw e;
      }
    }
  }
}
