package se.byggsten.samples.portal.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;
import se.byggsten.samples.portal.demo.DemoMain;
import se.byggsten.samples.portal.ops.internal.Postmaster;

/** The demo in a process of its own, which can be killed and started again. */
final class PortalProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final Path folder;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private Optional<Process> process = Optional.empty();

  PortalProcess(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  URI url() {
    return URI.create("http://localhost:" + port + "/");
  }

  Path archive() {
    return data().resolve("archive");
  }

  Path database() {
    return data().resolve("database");
  }

  /** Returns the database of the running portal, as the portal itself reaches it. */
  DataSource liveDatabase() throws IOException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(
        new int[] {Integer.parseInt(Files.readString(database().resolve("port")).strip())});
    source.setDatabaseName("portal");
    source.setUser("portal");
    source.setPassword(Files.readAllLines(database().resolve("passwords")).get(1));
    return source;
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path output() {
    return folder.resolve("portal.out");
  }

  /** Starts the portal and waits for its first page; returns how long that took. */
  Duration start() {
    long began = System.nanoTime();
    Process started;
    try {
      Files.createDirectories(folder);
      started =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx384m",
                  "-XX:+UseSerialGC",
                  "-Dbyggsten.home=" + folder,
                  "-cp",
                  System.getProperty("java.class.path"),
                  DemoMain.class.getName(),
                  "--data",
                  data().toString(),
                  "--port",
                  Integer.toString(port))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
              .start();
    } catch (IOException cannotStart) {
      throw new UncheckedIOException(cannotStart);
    }
    process = Optional.of(started);
    Awaitility.await("the portal's first page; see " + output())
        .atMost(START_LIMIT)
        .pollDelay(Duration.ofMillis(100))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              if (!started.isAlive()) {
                throw new AssertionError("The portal ended by itself; see " + output());
              }
              return answers();
            });
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private boolean answers() {
    try {
      return client
              .send(
                  HttpRequest.newBuilder(url()).timeout(Duration.ofSeconds(10)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Kills the portal at once, as a power cut would.
   *
   * @param withDatabase whether its PostgreSQL is killed too, verified to be its own
   */
  void kill(boolean withDatabase) {
    Optional<ProcessHandle> database = withDatabase ? server() : Optional.empty();
    if (withDatabase && database.isEmpty()) {
      throw new AssertionError("The portal has no PostgreSQL of its own running");
    }
    Process portal = process.orElseThrow();
    portal.destroyForcibly();
    database.ifPresent(ProcessHandle::destroyForcibly);
    await(portal);
  }

  private Optional<ProcessHandle> server() {
    try {
      return Postmaster.in(database().toRealPath().resolve("data")).flatMap(Postmaster::process);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static void await(Process portal) {
    try {
      if (!portal.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("The portal does not end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  boolean isRunning() {
    return process.filter(Process::isAlive).isPresent();
  }

  /** Asks the portal to stop, as Ctrl-C does, and returns whether it left no server behind. */
  boolean stop() {
    Process portal = process.orElseThrow();
    portal.destroy();
    await(portal);
    return server().isEmpty();
  }

  /** Leaves nothing running, whatever went wrong before. */
  @Override
  public void close() {
    process.filter(Process::isAlive).ifPresent(Process::destroyForcibly);
    server().ifPresent(ProcessHandle::destroyForcibly);
  }
}
