package se.byggsten.samples.portal.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.byggsten.samples.portal.ops.internal.Postmaster;

@BesideOthers
@Timeout(120)
class EmbeddedDatabaseTest {
  private static final Path BINARIES = Path.of("target", "postgresql");

  /** One that was made and stopped in order; most tests go on with a copy of it. */
  @TempDir static Path made;

  @TempDir Path temp;
  private final List<Process> children = new ArrayList<>();

  @BeforeAll
  static void makeOne() {
    EmbeddedDatabase.start(made.resolve("database"), BINARIES).close();
  }

  private void copyOne() throws Exception {
    try (Stream<Path> all = Files.walk(made.resolve("database"))) {
      for (Path path : all.toList()) {
        Path copy = folder().resolve(made.resolve("database").relativize(path));
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @AfterEach
  void endsWhatItStarted() throws Exception {
    for (Process child : children) {
      child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    Postmaster.in(folder().resolve("data"))
        .flatMap(Postmaster::process)
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void keepsDataAndPortOverAnOrderlyRestartInAFolderWithSpacesAndSwedishLetters() {
    int port;
    try (EmbeddedDatabase database = start()) {
      port = database.port();
      run(database, "create table sak (namn text)");
      run(database, "insert into sak values ('Åsa'), ('Ärla'), ('Örjan'), ('Adam'), ('Zara')");
    }
    try (EmbeddedDatabase database = start()) {
      assertThat(database.port()).isEqualTo(port);
      assertThat(ask(database, "select string_agg(namn, ' ' order by namn) from sak"))
          .as("sorted as Swedish sorts: Å, Ä and Ö last")
          .isEqualTo("Adam Zara Åsa Ärla Örjan");
    }
  }

  @Test
  void isDurableAndClosedToStrangersAndToASecondPortal() throws Exception {
    // As after a portal that was killed while it made the database.
    Path half = Files.createDirectories(folder().resolve("data.new"));
    Files.writeString(half.resolve("PG_VERSION"), "18");
    try (EmbeddedDatabase database = start()) {
      assertThat(half).doesNotExist();
      assertThat(ask(database, "show fsync")).isEqualTo("on");
      assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(database, "select rolsuper from pg_roles where rolname = current_user"))
          .isEqualTo("f");
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                      "jdbc:postgresql://127.0.0.1:" + database.port() + "/portal",
                      "postgres",
                      "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertPrivate(folder().resolve("passwords"), "rw-------");
      assertPrivate(folder(), "rwx------");
      assertThat(folder().resolve("initdb-password")).doesNotExist();
      assertThatThrownBy(this::start)
          .isInstanceOf(PortalStartException.class)
          .hasMessageContaining("PORTAL-DATA-IN-USE")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
    }
  }

  @Test
  void afterAKilledPortalItsServerIsStoppedAndEveryCommittedRowIsThere() throws Exception {
    copyOne();
    Process portal = startHolder();
    assertThatThrownBy(this::start)
        .as("another process holds the folder")
        .hasMessageContaining("PORTAL-DATA-IN-USE")
        .hasMessageContaining("process " + portal.pid());

    kill(portal.toHandle());
    ProcessHandle orphan = postmaster().process().orElseThrow();
    assertThat(orphan.isAlive()).isTrue();

    try (EmbeddedDatabase database = start()) {
      assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
      assertAllCommittedRowsIn(database);
    }
  }

  @Test
  void afterAKilledPortalAndAKilledServerEveryCommittedRowIsThere() throws Exception {
    copyOne();
    Process portal = startHolder();
    ProcessHandle server = postmaster().process().orElseThrow();
    kill(portal.toHandle());
    kill(server);
    try (EmbeddedDatabase database = start()) {
      assertAllCommittedRowsIn(database);
    }
  }

  @Test
  void erasesADatabaseWhoseServerAKilledPortalLeftRunning() throws Exception {
    copyOne();
    Process portal = startHolder();
    assertThatThrownBy(() -> EmbeddedDatabase.erase(folder(), BINARIES))
        .hasMessageContaining("PORTAL-DATA-IN-USE");
    ProcessHandle server = postmaster().process().orElseThrow();
    kill(portal.toHandle());
    EmbeddedDatabase.erase(folder(), BINARIES);
    assertThat(!server.isAlive() || isZombie(server)).isTrue();
    assertThat(folder().resolve("data")).doesNotExist();
    FolderLock.take(folder()).close();
  }

  @Test
  void aProcessNumberThatNowBelongsToAnotherProgramIsLeftAlone() throws Exception {
    copyOne();
    try (EmbeddedDatabase database = start()) {
      run(database, "create table sak (namn text)");
    }
    // As after a power cut: the file names a process, and the number has gone to somebody else,
    // here us.
    Files.writeString(
        folder().resolve("data").resolve("postmaster.pid"),
        ProcessHandle.current().pid()
            + "\n"
            + folder().resolve("data")
            + "\n1700000000\n5432\n\n127.0.0.1\n");
    assertThat(postmaster().state()).isEqualTo(Postmaster.State.SOMEBODY_ELSE);
    try (EmbeddedDatabase database = start()) {
      assertThat(ask(database, "select count(*) from sak")).isEqualTo("0");
    }
  }

  @Test
  void saysWhereTheLogIsWhenTheServerWillNotStart() throws Exception {
    copyOne();
    Files.writeString(folder().resolve("data").resolve("PG_VERSION"), "9.6\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(PortalStartException.class)
        .hasMessageContaining("PORTAL-DATABASE-START")
        .hasMessageContaining("postgresql.log");
    FolderLock.take(folder()).close();
  }

  private static void assertPrivate(Path path, String mode) throws Exception {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(path))
          .isEqualTo(PosixFilePermissions.fromString(mode));
    }
  }

  private Path folder() {
    return temp.resolve("min mapp å").resolve("database");
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(folder(), BINARIES);
  }

  private Postmaster postmaster() throws Exception {
    return Postmaster.in(folder().toRealPath().resolve("data")).orElseThrow();
  }

  private Path committed() {
    return temp.resolve("committed");
  }

  private Process startHolder() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseHolder.class.getName(),
                folder().toString(),
                BINARIES.toString(),
                committed().toString())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("holder.out").toFile())
            .start();
    children.add(process);
    await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || lastCommitted() > 100);
    assertThat(process.isAlive())
        .as(() -> "the holder runs")
        .withFailMessage(() -> read(temp.resolve("holder.out")))
        .isTrue();
    return process;
  }

  private int lastCommitted() {
    String text = Files.exists(committed()) ? read(committed()) : "";
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static void kill(ProcessHandle process) throws Exception {
    process.destroyForcibly();
    await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive() || isZombie(process));
  }

  private static boolean isZombie(ProcessHandle process) {
    return process.info().commandLine().isEmpty();
  }

  private void assertAllCommittedRowsIn(EmbeddedDatabase database) {
    int committed = lastCommitted();
    assertThat(Integer.parseInt(ask(database, "select max(id) from mark")))
        .isBetween(committed, committed + 1);
    assertThat(ask(database, "select count(*) - max(id) from mark")).isEqualTo("0");
  }

  private static void run(EmbeddedDatabase database, String sql) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static String ask(EmbeddedDatabase database, String sql) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }
}
