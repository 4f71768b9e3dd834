package se.byggsten.samples.portal.ops.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The server process that a PostgreSQL data folder names in its {@code postmaster.pid}.
 *
 * @param pid the process number
 * @param dataFolder the data folder the file lies in
 * @param started when the server says it started
 * @see <a href="https://www.postgresql.org/docs/current/storage-file-layout.html">PostgreSQL:
 *     database file layout</a>
 */
public record Postmaster(long pid, Path dataFolder, Instant started) {
  /** Clocks are set and boot times rounded; a process number is not used again this fast. */
  private static final Duration START_TOLERANCE = Duration.ofMinutes(2);

  /** More than any system numbers its processes. */
  private static final String NO_SUCH_PROCESS = "2147483646";

  /** What is known about the process with the number in the file. */
  public enum State {
    /** A PostgreSQL server on exactly this folder. */
    OURS,
    /** No process has the number. */
    GONE,
    /** The number belongs to something that is certainly no server on this folder. */
    SOMEBODY_ELSE,
    /** A process that cannot be told from a server on this folder. */
    UNKNOWN
  }

  /** Reads the file; empty when there is none, or none that is whole. */
  public static Optional<Postmaster> in(Path dataFolder) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(pidFile(dataFolder), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    if (lines.size() < 3 || !isNumber(lines.get(0)) || !isNumber(lines.get(2))) {
      return Optional.empty();
    }
    return Optional.of(
        new Postmaster(
            Math.abs(Long.parseLong(lines.get(0).strip())),
            dataFolder,
            Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
  }

  /** Looks at the process; call it right before anything is done to the process. */
  public State state() {
    Optional<ProcessHandle> found = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (found.isEmpty()) {
      return State.GONE;
    }
    if (isZombie()) {
      return State.SOMEBODY_ELSE;
    }
    ProcessHandle.Info info = found.get().info();
    Optional<String> program =
        info.command().map(command -> String.valueOf(Path.of(command).getFileName()));
    if (program.isEmpty() && info.commandLine().isEmpty()) {
      return State.UNKNOWN;
    }
    if (program.isPresent() && !program.get().matches("postgres(\\.exe)?")) {
      return State.SOMEBODY_ELSE;
    }
    Optional<String> line =
        info.arguments().map(arguments -> String.join(" ", arguments)).or(info::commandLine);
    if (line.isPresent()) {
      return namesFolder(line.get()) ? State.OURS : State.SOMEBODY_ELSE;
    }
    return info.startInstant()
            .filter(start -> Duration.between(start, started).abs().compareTo(START_TOLERANCE) < 0)
            .isPresent()
        ? State.OURS
        : State.UNKNOWN;
  }

  /** Returns the process, when it is verified to be the server on this folder. */
  public Optional<ProcessHandle> process() {
    return state() == State.OURS ? ProcessHandle.of(pid) : Optional.empty();
  }

  /**
   * Writes a process number that nobody has into the file.
   *
   * <p>The file is not deleted: PostgreSQL finds in it the shared memory of the dead server, and
   * will not start while a remaining process still uses that.
   */
  public void disown() throws IOException {
    Path file = pidFile(dataFolder);
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      String rest = lines.skip(1).collect(Collectors.joining("\n", "\n", "\n"));
      PrivateFiles.write(file, NO_SUCH_PROCESS + rest);
    }
  }

  private boolean namesFolder(String commandLine) {
    return commandLine.contains(dataFolder.toString())
        || commandLine.contains(dataFolder.toString().replace('\\', '/'));
  }

  /** On Linux a killed server that nobody has waited for still has its number. */
  private boolean isZombie() {
    try {
      String stat =
          Files.readString(
              Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
      return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException notLinux) {
      return false;
    }
  }

  private static Path pidFile(Path dataFolder) {
    return dataFolder.resolve("postmaster.pid");
  }

  private static boolean isNumber(String line) {
    return line.strip().matches("-?\\d{1,15}");
  }
}
