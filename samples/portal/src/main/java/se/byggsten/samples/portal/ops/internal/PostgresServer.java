package se.byggsten.samples.portal.ops.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One PostgreSQL server on one folder: made, started, stopped.
 *
 * <p>The library's own starter is not used: it turns {@code fsync} off, trusts every local user,
 * and cannot tell a server that failed to start from one that is slow.
 */
public final class PostgresServer {
  private static final long INIT_SECONDS = 60;
  private static final long START_SECONDS = 60;
  private static final long LOG_LIMIT = 10_000_000L;

  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "password_encryption=scram-sha-256",
          "max_connections=40",
          "shared_buffers=48MB",
          "timezone=UTC",
          "log_timezone=UTC",
          // What a statement holds may be somebody's personal data: the log gets the error alone.
          "log_min_error_statement=panic",
          "log_error_verbosity=terse");

  private final PostgresBinaries binaries;
  private final Path folder;
  private final Path data;
  private final Path log;

  /** Names the server of a folder; nothing is touched yet. */
  public PostgresServer(PostgresBinaries binaries, Path folder) {
    this.binaries = binaries;
    this.folder = folder;
    this.data = folder.resolve("data");
    this.log = folder.resolve("postgresql.log");
  }

  /** Makes the data folder when there is none; a half-made one of an earlier start is made anew. */
  public void initialise(String adminPassword) throws IOException {
    Path fresh = folder.resolve("data.new");
    PrivateFiles.deleteTree(fresh);
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    Path passwordFile = folder.resolve("initdb-password");
    PrivateFiles.write(passwordFile, adminPassword);
    try {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "--username=postgres",
                  "--pgdata=" + fresh,
                  "--encoding=UTF8",
                  "--locale=C",
                  "--locale-provider=icu",
                  "--icu-locale=sv-SE",
                  "--auth=scram-sha-256",
                  "--pwfile=" + passwordFile,
                  "--no-instructions"));
      for (String setting : SETTINGS) {
        arguments.add("--set");
        arguments.add(setting);
      }
      ProgramRun run = run("initdb", INIT_SECONDS, arguments.toArray(new String[0]));
      if (!run.succeeded()) {
        throw new IOException("initdb failed: " + run.output());
      }
    } finally {
      Files.delete(passwordFile);
    }
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Stops a server that an earlier, killed portal left running on our folder, and clears what a
   * killed server left.
   *
   * @return whether there was a running server
   */
  public boolean stopOrphan() throws IOException {
    Optional<Postmaster> left = Postmaster.in(data);
    if (left.isEmpty()) {
      return false;
    }
    return switch (left.get().state()) {
      case OURS -> {
        stop(20);
        yield true;
      }
      case GONE -> false;
      case SOMEBODY_ELSE -> {
        left.get().disown();
        yield false;
      }
      case UNKNOWN ->
          throw new UnknownServerException(
              "Process " + left.get().pid() + " may be a PostgreSQL server on " + data);
    };
  }

  /** Starts the server and waits until it answers, crash recovery included. */
  public void start(int port) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(log, folder.resolve("postgresql.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    ProgramRun run =
        run(
            "pg_ctl",
            START_SECONDS + 5,
            "start",
            "--wait",
            "--timeout=" + START_SECONDS,
            "--silent",
            "--pgdata=" + data,
            "--log=" + log,
            "--options=-p " + port);
    if (!run.succeeded()) {
      throw new IOException("pg_ctl start failed: " + run.output() + " " + ProgramRun.tail(log));
    }
  }

  /** Stops the server: in an orderly way, then at once, and last by its process number. */
  public void stop(int seconds) throws IOException {
    if (stopIn("fast", seconds) || stopIn("immediate", 5)) {
      return;
    }
    Optional<ProcessHandle> stubborn = Postmaster.in(data).flatMap(Postmaster::process);
    if (stubborn.isPresent()) {
      stubborn.get().destroyForcibly();
      waitFor(stubborn.get());
    }
  }

  private boolean stopIn(String mode, int seconds) throws IOException {
    if (Postmaster.in(data).flatMap(Postmaster::process).isEmpty()) {
      return true;
    }
    return run(
            "pg_ctl",
            seconds + 5L,
            "stop",
            "--wait",
            "--timeout=" + seconds,
            "--silent",
            "--mode=" + mode,
            "--pgdata=" + data)
        .succeeded();
  }

  private static void waitFor(ProcessHandle process) throws IOException {
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for PostgreSQL to end", interrupted);
    } catch (ExecutionException | TimeoutException stillThere) {
      throw new IOException("PostgreSQL process " + process.pid() + " will not end", stillThere);
    }
  }

  /** Returns the server process, when it runs and is verified to be ours. */
  public Optional<ProcessHandle> process() throws IOException {
    return Postmaster.in(data).flatMap(Postmaster::process);
  }

  private ProgramRun run(String program, long seconds, String... arguments) throws IOException {
    return ProgramRun.of(
        binaries.command(program, arguments), folder.resolve(program + ".out"), seconds);
  }

  /** A process may or may not be a server on the folder, so the folder is not touched. */
  public static final class UnknownServerException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownServerException(String message) {
      super(message);
    }
  }
}
