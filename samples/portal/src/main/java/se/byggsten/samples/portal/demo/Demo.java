package se.byggsten.samples.portal.demo;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.samples.portal.Portal;
import se.byggsten.samples.portal.ops.EmbeddedDatabase;
import se.byggsten.samples.portal.ops.PortalConfig;
import se.byggsten.samples.portal.ops.Ports;
import se.byggsten.samples.portal.ops.TlsMaterial;

/**
 * The running demo: database, certificates and portal, started in that order and stopped in the
 * other.
 */
final class Demo implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  private final DemoFolders folders;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private Optional<Path> caFile = Optional.empty();
  private Optional<Portal> portal = Optional.empty();
  private boolean scansFiles;
  private boolean closed;

  /** Names what is to be started; nothing runs yet. */
  Demo(DemoFolders folders) {
    this.folders = folders;
  }

  /**
   * Starts all parts; what has started is stopped by {@link #close()} even when a later part fails.
   *
   * @param httpPort the port for HTTP; 0 for any free one
   * @param httpsPort the port for HTTPS; empty serves HTTP alone
   * @param clamd where the virus scanner listens; empty when files are not scanned
   */
  synchronized void start(
      int httpPort, Optional<Integer> httpsPort, Optional<InetSocketAddress> clamd, Clock clock) {
    if (closed) {
      return;
    }
    Ports.requireFree(httpPort, "--port");
    httpsPort.ifPresent(port -> Ports.requireFree(port, "--https-port"));
    EmbeddedDatabase database = EmbeddedDatabase.start(folders.database(), folders.binaries());
    started.push(database);
    PortalConfig.Builder config =
        PortalConfig.builder(folders.portal(), database.dataSource(), clock)
            .httpPort(httpPort)
            .archiveFolder(folders.archive())
            .identityProviderFolder(folders.identityProvider());
    clamd.ifPresent(config::clamd);
    scansFiles = clamd.isPresent();
    httpsPort.ifPresent(
        port -> {
          TlsMaterial tls = TlsMaterial.in(folders.tls(), clock);
          caFile = Optional.of(tls.caFile());
          config.https(port, tls.keyStore());
        });
    Portal running = Portal.start(config.build());
    started.push(running);
    portal = Optional.of(running);
  }

  /** Returns the address of the start page. */
  URI url() {
    return portal.orElseThrow().url();
  }

  /** Returns the port of plain HTTP. */
  int httpPort() {
    return portal.orElseThrow().httpPort();
  }

  /** Returns the CA's certificate, when HTTPS is served. */
  Optional<Path> caFile() {
    return caFile;
  }

  /** Returns whether a virus scanner reads what is uploaded. */
  boolean scansFiles() {
    return scansFiles;
  }

  DemoFolders folders() {
    return folders;
  }

  /** Stops what was started, the last first; a part that will not stop keeps no other from it. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!started.isEmpty()) {
      AutoCloseable part = started.pop();
      try {
        part.close();
      } catch (Exception failed) {
        LOG.warn(
            "{} did not stop: {}", part.getClass().getSimpleName(), failed.getClass().getName());
      }
    }
  }
}
