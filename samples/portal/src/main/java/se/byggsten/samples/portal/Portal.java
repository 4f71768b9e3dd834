package se.byggsten.samples.portal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import se.byggsten.identity.SecurityHeaders;
import se.byggsten.samples.portal.ops.PortalConfig;
import se.byggsten.samples.portal.ops.PortalStartException;
import se.byggsten.samples.portal.ops.TlsKeyStore;
import se.byggsten.samples.portal.web.PortalApplication;

/** The running portal: the pages, the test identity provider and the outbox worker. */
public final class Portal implements AutoCloseable {
  private static final long STOP_WITHIN_MILLIS = 5000;

  /** Somebody who goes silent in the middle of a post does not hold a thread for longer. */
  private static final long SILENCE_MILLIS = 30_000;

  private final Server server;
  private final PortalApplication application;
  private final URI url;

  private Portal(Server server, PortalApplication application, URI url) {
    this.server = server;
    this.application = application;
    this.url = url;
  }

  /**
   * Starts the portal; returns when it answers.
   *
   * @param config everything it must be told
   * @return the running portal
   */
  public static Portal start(PortalConfig config) {
    Server server = new Server(new QueuedThreadPool(40, 4));
    server.setStopTimeout(STOP_WITHIN_MILLIS);
    try {
      for (var folder :
          new java.nio.file.Path[] {
            config.dataFolder(), config.archiveFolder(), config.identityProviderFolder()
          }) {
        Files.createDirectories(folder);
      }
      ServerConnector main = connectors(server, config);
      // Opened before anything is built on the address, so that port 0 is settled.
      main.open();
      URI url = config.externalUrl().orElseGet(() -> addressOf(config, main.getLocalPort()));
      PortalApplication application = PortalApplication.create(config, url);
      server.setHandler(application.handler());
      server.setErrorHandler(new PlainErrors(SecurityHeaders.of(config.tls().isPresent())));
      server.start();
      application.start();
      return new Portal(server, application, url);
    } catch (Exception e) {
      try {
        server.stop();
      } catch (Exception suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e instanceof RuntimeException known
          ? known
          : new PortalStartException(
              "PORTAL-START", "The portal could not start or stop; see the log", e);
    }
  }

  private static URI addressOf(PortalConfig config, int port) {
    String host = config.bindAddress().equals("127.0.0.1") ? "localhost" : config.bindAddress();
    return URI.create((config.tls().isPresent() ? "https://" : "http://") + host + ":" + port);
  }

  private static ServerConnector connectors(Server server, PortalConfig config) throws IOException {
    HttpConfiguration plain = new HttpConfiguration();
    plain.setSendServerVersion(false);
    plain.setSendDateHeader(true);
    ServerConnector http = new ServerConnector(server, new HttpConnectionFactory(plain));
    http.setHost(config.bindAddress());
    http.setPort(config.httpPort());
    http.setIdleTimeout(SILENCE_MILLIS);
    server.addConnector(http);
    if (config.tls().isEmpty()) {
      return http;
    }
    TlsKeyStore keys = config.tls().get();
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStorePath(keys.file().toUri().toString());
    tls.setKeyStoreType("PKCS12");
    tls.setKeyStorePassword(keys.password());
    tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
    HttpConfiguration secure = new HttpConfiguration(plain);
    // The certificate is for localhost; the header's host may be an address of the loopback.
    secure.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector https =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(secure));
    https.setHost(config.bindAddress());
    https.setPort(config.httpsPort());
    https.setIdleTimeout(SILENCE_MILLIS);
    server.addConnector(https);
    return https;
  }

  /**
   * Returns the address to open.
   *
   * @return without a slash at the end
   */
  public URI url() {
    return url;
  }

  /**
   * Returns the port on which plain HTTP is answered.
   *
   * @return the port
   */
  public int httpPort() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** Stops the pages, then the worker, within ten seconds. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new PortalStartException(
          "PORTAL-START", "The portal could not start or stop; see the log", e);
    } finally {
      application.close();
    }
  }
}
