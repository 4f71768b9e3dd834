package se.byggsten.samples.portal.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import se.byggsten.samples.portal.Portal;
import se.byggsten.samples.portal.ops.EmbeddedDatabase;
import se.byggsten.samples.portal.ops.PortalConfig;

/** A running portal on a real database, over HTTP: one for all tests of a JVM, or a test's own. */
public final class TestPortal implements AutoCloseable {
  private static final TestPortal RUNNING = shared();

  private final EmbeddedDatabase database;
  private final Portal portal;
  private final Path folder;

  private TestPortal(EmbeddedDatabase database, Portal portal, Path folder) {
    this.database = database;
    this.portal = portal;
    this.folder = folder;
  }

  /** The one of this JVM, started when first asked for. */
  public static TestPortal running() {
    return RUNNING;
  }

  /** Its address, without a slash at the end. */
  public URI url() {
    return portal.url();
  }

  /** The address of a path. */
  public URI at(String path) {
    return URI.create(portal.url() + path);
  }

  /** Where packages are delivered. */
  public Path archive() {
    return folder.resolve("portal/archive");
  }

  /** Where the mail lies that would have been sent. */
  Path mail() {
    return folder.resolve("portal/mail");
  }

  EmbeddedDatabase database() {
    return database;
  }

  @Override
  public void close() {
    portal.close();
    database.close();
  }

  /** The same database and folder under a portal that is started anew, as after a new release. */
  TestPortal startedAnew(Clock clock, UnaryOperator<PortalConfig.Builder> settings) {
    portal.close();
    return new TestPortal(database, started(database, folder, clock, settings), folder);
  }

  private static TestPortal shared() {
    TestPortal running = start(Clock.systemUTC(), config -> config);
    Runtime.getRuntime().addShutdownHook(new Thread(running::close));
    return running;
  }

  /** One of a test's own, which the test closes. */
  public static TestPortal start(Clock clock, UnaryOperator<PortalConfig.Builder> settings) {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Path folder = Files.createTempDirectory(Files.createDirectories(target), "portal-");
      EmbeddedDatabase database =
          EmbeddedDatabase.start(folder.resolve("database"), target.resolve("postgres"));
      return new TestPortal(database, started(database, folder, clock, settings), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Portal started(
      EmbeddedDatabase database,
      Path folder,
      Clock clock,
      UnaryOperator<PortalConfig.Builder> settings) {
    return Portal.start(
        settings
            .apply(PortalConfig.builder(folder.resolve("portal"), database.dataSource(), clock))
            .build());
  }
}
