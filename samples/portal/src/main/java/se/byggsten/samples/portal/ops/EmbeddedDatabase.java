package se.byggsten.samples.portal.ops;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.samples.portal.ops.internal.DatabaseCredentials;
import se.byggsten.samples.portal.ops.internal.PostgresBinaries;
import se.byggsten.samples.portal.ops.internal.PostgresServer;
import se.byggsten.samples.portal.ops.internal.PrivateFiles;

/**
 * The portal's own PostgreSQL: a real server on a folder that is kept over restarts.
 *
 * <p>It listens on the loopback address alone and asks for passwords that lie in a file only the
 * owner may read. The portal connects as a role that owns its database and nothing else. Text is
 * UTF-8 and sorted by the Swedish rules of ICU. Writes reach the disk before a commit is answered.
 *
 * <p>However the portal or the server ended, the next start finds the data: a server that a killed
 * portal left behind is stopped in an orderly way (only after its process has been verified to be a
 * PostgreSQL on this very folder), and a killed server recovers from its log.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String DATABASE = "portal";
  private static final int ATTEMPTS = 4;

  private final FolderLock lock;
  private final PostgresServer server;
  private final HikariDataSource pool;
  private final int port;
  private boolean closed;

  private EmbeddedDatabase(
      FolderLock lock, PostgresServer server, HikariDataSource pool, int port) {
    this.lock = lock;
    this.server = server;
    this.pool = pool;
    this.port = port;
  }

  /**
   * Starts the database of a folder, which is made when missing.
   *
   * @param folder the folder of the database's data, passwords and log; held for this process until
   *     closed
   * @param binariesFolder where PostgreSQL's programs are unpacked; may be shared by many databases
   * @return the running database
   * @throws PortalStartException {@code PORTAL-DATA-IN-USE}, {@code PORTAL-DATA-UNUSABLE}, {@code
   *     PORTAL-DATABASE-START} or {@code PORTAL-DATABASE-UNKNOWN-OWNER}
   */
  public static EmbeddedDatabase start(Path folder, Path binariesFolder) {
    FolderLock lock = FolderLock.take(folder.toAbsolutePath().normalize());
    try {
      return start(lock, folder.toRealPath(), binariesFolder.toAbsolutePath().normalize());
    } catch (PostgresServer.UnknownServerException cannotTell) {
      lock.close();
      throw new PortalStartException(
          "PORTAL-DATABASE-UNKNOWN-OWNER",
          cannotTell.getMessage() + ". Stop that process, or choose another folder with --data.",
          cannotTell);
    } catch (IOException | SQLException failed) {
      lock.close();
      throw new PortalStartException(
          "PORTAL-DATABASE-START",
          "Databasen gick inte att starta. / The database could not be started. Its log: "
              + folder.resolve("postgresql.log")
              + " ("
              + failed.getMessage()
              + ")",
          failed);
    } catch (RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /**
   * Deletes a database with all its data, after stopping a server that a killed portal left
   * running.
   *
   * @param folder the folder of the database
   * @param binariesFolder where PostgreSQL's programs are unpacked
   * @throws PortalStartException {@code PORTAL-DATA-IN-USE} when a portal uses the database, {@code
   *     PORTAL-DATA-UNUSABLE} when it cannot be deleted
   */
  public static void erase(Path folder, Path binariesFolder) {
    try (FolderLock lock = FolderLock.take(folder.toAbsolutePath().normalize())) {
      Path real = folder.toRealPath();
      if (Files.exists(real.resolve("data"))) {
        new PostgresServer(binaries(binariesFolder.toAbsolutePath().normalize()), real)
            .stopOrphan();
      }
      try (Stream<Path> content = Files.list(real)) {
        for (Path part : content.filter(path -> !lock.isOwn(path)).toList()) {
          PrivateFiles.deleteTree(part);
        }
      }
    } catch (IOException cannotDelete) {
      throw FolderLock.unusable(folder, cannotDelete);
    }
  }

  private static PostgresBinaries binaries(Path binariesFolder) throws IOException {
    PrivateFiles.folder(binariesFolder);
    FolderLock unpacking = FolderLock.await(binariesFolder.resolve("unpack.lock"), 120);
    try {
      return PostgresBinaries.in(binariesFolder);
    } finally {
      unpacking.close();
    }
  }

  private static EmbeddedDatabase start(FolderLock lock, Path folder, Path binariesFolder)
      throws IOException, SQLException {
    DatabaseCredentials credentials = DatabaseCredentials.in(folder);
    PostgresServer server = new PostgresServer(binaries(binariesFolder), folder);
    server.initialise(credentials.admin());
    int port = startServer(server, folder.resolve("port"));
    try {
      prepareDatabase(dataSource(port, "postgres", "postgres", credentials.admin()), credentials);
      HikariConfig config = new HikariConfig();
      config.setDataSource(dataSource(port, DATABASE, DATABASE, credentials.portal()));
      config.setMaximumPoolSize(12);
      config.setMinimumIdle(2);
      config.setConnectionTimeout(10_000);
      config.setPoolName("portal");
      return new EmbeddedDatabase(lock, server, new HikariDataSource(config), port);
    } catch (SQLException | RuntimeException failed) {
      server.stop(10);
      throw failed;
    }
  }

  private static int startServer(PostgresServer server, Path portFile) throws IOException {
    for (int attempt = 1; ; attempt++) {
      if (server.stopOrphan()) {
        LOG.info("Stopped the database server that an earlier portal left running");
      }
      int port = keptPort(portFile);
      try {
        server.start(port);
        PrivateFiles.write(portFile, Integer.toString(port));
        return port;
      } catch (IOException failed) {
        // A killed server's helpers may hold its memory a moment longer, or somebody took the port.
        if (attempt == ATTEMPTS) {
          throw failed;
        }
        LOG.info("The database server did not start, attempt {} of {}", attempt, ATTEMPTS);
        Files.deleteIfExists(portFile);
        LockSupport.parkNanos(400_000_000L * attempt);
      }
    }
  }

  private static int keptPort(Path portFile) throws IOException {
    if (Files.exists(portFile)) {
      String kept = Files.readString(portFile, StandardCharsets.UTF_8).strip();
      if (kept.matches("[1-9]\\d{0,4}") && Ports.isFree(Integer.parseInt(kept))) {
        return Integer.parseInt(kept);
      }
    }
    return Ports.free();
  }

  private static PGSimpleDataSource dataSource(
      int port, String database, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(5);
    source.setTcpKeepAlive(true);
    // What stands in a row stays out of error messages, and so out of logs.
    source.setLogServerErrorDetail(false);
    return source;
  }

  /** Every step may already be done: a portal can be killed between any two of them. */
  private static void prepareDatabase(DataSource admin, DatabaseCredentials credentials)
      throws SQLException {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
        // Base64url letters alone: nothing in it needs quoting.
        statement.execute(
            "create role " + DATABASE + " login password '" + credentials.portal() + "'");
      }
      if (!exists(connection, "select 1 from pg_database where datname = ?")) {
        statement.execute("create database " + DATABASE + " owner " + DATABASE);
      }
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, DATABASE);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /**
   * Returns the pooled connections of the portal's role to the portal's database.
   *
   * @return the pool, closed by {@link #close()}
   */
  public DataSource dataSource() {
    return pool;
  }

  /**
   * Returns the loopback port of the server.
   *
   * @return the port, the same from start to start unless somebody else took it
   */
  public int port() {
    return port;
  }

  /**
   * Closes the connections, stops the server (within about half a minute) and lets the folder go.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    pool.close();
    try {
      server.stop(15);
    } catch (IOException stillRunning) {
      throw new PortalStartException(
          "PORTAL-DATABASE-STOP",
          "The database server could not be stopped; the next start on its folder will do it",
          stillRunning);
    } finally {
      lock.close();
    }
  }
}
