package se.byggsten.samples.portal.ops;

import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import se.byggsten.forms.FormDefinition;

/**
 * Everything the portal must be told before it starts; it reads no settings from anywhere else.
 *
 * <p>The portal opens neither database nor key store: whoever starts it (the demo, a test) owns
 * both, and closes them after the portal.
 *
 * @param bindAddress the address to listen on, normally {@code 127.0.0.1}
 * @param httpPort the port for HTTP; 0 lets the system choose
 * @param tls the server's key; empty serves the pages over HTTP, otherwise HTTP only redirects to
 *     HTTPS
 * @param httpsPort the port for HTTPS; 0 lets the system choose; used only when {@code tls} is
 *     given
 * @param externalUrl the address citizens and identity providers use, without a trailing slash, for
 *     example {@code https://localhost:8443}; empty means derived from the port that is listened on
 * @param dataFolder the folder of the portal's own files (uploads, signing keys); made when missing
 * @param archiveFolder the folder that archive packages are delivered to; made when missing
 * @param identityProviderFolder the folder of the test identity provider's signing key and
 *     metadata, kept over restarts so that trust survives them; made when missing
 * @param clamd where the virus scanner listens; empty for a demo, in which only the EICAR test
 *     string is found
 * @param form the form of the application that a citizen logs in to; empty for the packaged one
 * @param dataSource the one database, PostgreSQL
 * @param clock the source of time
 */
public record PortalConfig(
    String bindAddress,
    int httpPort,
    Optional<TlsKeyStore> tls,
    int httpsPort,
    Optional<URI> externalUrl,
    Path dataFolder,
    Path archiveFolder,
    Path identityProviderFolder,
    Optional<SocketAddress> clamd,
    Optional<FormDefinition> form,
    DataSource dataSource,
    Clock clock) {

  /** Checks ports and presence. */
  public PortalConfig {
    Objects.requireNonNull(bindAddress, "bindAddress");
    Objects.requireNonNull(tls, "tls");
    Objects.requireNonNull(externalUrl, "externalUrl");
    Objects.requireNonNull(dataFolder, "dataFolder");
    Objects.requireNonNull(archiveFolder, "archiveFolder");
    Objects.requireNonNull(identityProviderFolder, "identityProviderFolder");
    Objects.requireNonNull(clamd, "clamd");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(dataSource, "dataSource");
    Objects.requireNonNull(clock, "clock");
    requirePort(httpPort);
    requirePort(httpsPort);
  }

  /**
   * Starts a configuration with the folders laid out under one data folder, HTTP on a free port of
   * the loopback address, and no TLS.
   */
  public static Builder builder(Path dataFolder, DataSource dataSource, Clock clock) {
    return new Builder(dataFolder, dataSource, clock);
  }

  private static void requirePort(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("A port lies between 0 and 65535, not " + port);
    }
  }

  /** Collects what differs from the defaults. */
  public static final class Builder {
    private final Path dataFolder;
    private final DataSource dataSource;
    private final Clock clock;
    private String bindAddress = "127.0.0.1";
    private int httpPort;
    private int httpsPort;
    private Optional<TlsKeyStore> tls = Optional.empty();
    private Optional<URI> externalUrl = Optional.empty();
    private Optional<SocketAddress> clamd = Optional.empty();
    private Optional<FormDefinition> form = Optional.empty();
    private Path archiveFolder;
    private Path identityProviderFolder;

    private Builder(Path dataFolder, DataSource dataSource, Clock clock) {
      this.dataFolder = Objects.requireNonNull(dataFolder, "dataFolder");
      this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
      this.clock = Objects.requireNonNull(clock, "clock");
      this.archiveFolder = dataFolder.resolve("archive");
      this.identityProviderFolder = dataFolder.resolve("test-idp");
    }

    /** Listens on this address instead of {@code 127.0.0.1}. */
    public Builder bindAddress(String address) {
      this.bindAddress = Objects.requireNonNull(address, "address");
      return this;
    }

    /** Serves HTTP on this port. */
    public Builder httpPort(int port) {
      this.httpPort = port;
      return this;
    }

    /** Serves HTTPS on this port with this key; HTTP then only redirects. */
    public Builder https(int port, TlsKeyStore keyStore) {
      this.httpsPort = port;
      this.tls = Optional.of(keyStore);
      return this;
    }

    /** The address that citizens use, when it is not the one that is listened on. */
    public Builder externalUrl(URI url) {
      this.externalUrl = Optional.of(url);
      return this;
    }

    /** Delivers archive packages to this folder. */
    public Builder archiveFolder(Path folder) {
      this.archiveFolder = Objects.requireNonNull(folder, "folder");
      return this;
    }

    /** Keeps the test identity provider's key and metadata in this folder. */
    public Builder identityProviderFolder(Path folder) {
      this.identityProviderFolder = Objects.requireNonNull(folder, "folder");
      return this;
    }

    /** Scans uploads with the clamd that listens here. */
    public Builder clamd(SocketAddress address) {
      this.clamd = Optional.of(address);
      return this;
    }

    /** Asks for this application instead of the packaged one. */
    public Builder form(FormDefinition application) {
      this.form = Optional.of(application);
      return this;
    }

    /** Returns the finished configuration. */
    public PortalConfig build() {
      return new PortalConfig(
          bindAddress,
          httpPort,
          tls,
          httpsPort,
          externalUrl,
          dataFolder,
          archiveFolder,
          identityProviderFolder,
          clamd,
          form,
          dataSource,
          clock);
    }
  }
}
