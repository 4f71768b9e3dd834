package se.byggsten.samples.portal.ops.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a PostgreSQL program, to its end or to its time limit.
 *
 * @param exitCode the exit code; -1 when the program was ended at the time limit
 * @param output the end of what it wrote
 */
public record ProgramRun(int exitCode, String output) {
  private static final int KEPT_OUTPUT = 4_000;

  /**
   * Runs a program; its output goes by way of a file, since a server it starts would keep a pipe
   * open.
   */
  public static ProgramRun of(List<String> command, Path outputFile, long seconds)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(outputFile.toFile())
            .redirectInput(ProcessBuilder.Redirect.PIPE);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new ProgramRun(-1, tail(outputFile));
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + command.get(0), interrupted);
    }
    return new ProgramRun(process.exitValue(), tail(outputFile));
  }

  /** Tells whether the program did what it was asked to. */
  public boolean succeeded() {
    return exitCode == 0;
  }

  /** Returns the last few thousand characters of a text file; empty when there is none. */
  public static String tail(Path file) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return all.substring(Math.max(0, all.length() - KEPT_OUTPUT)).strip();
  }
}
