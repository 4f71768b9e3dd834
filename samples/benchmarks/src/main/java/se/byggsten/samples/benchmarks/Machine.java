package se.byggsten.samples.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where and of what it was measured.
 *
 * @param commit what was measured, as Git names it
 * @param description processors, memory, system and Java
 * @param load how many processes wanted a processor, on average over the last minute
 */
public record Machine(String commit, String description, double load) {
  /**
   * Returns what it is now.
   *
   * @return the machine
   * @throws IOException when it does not tell of itself
   */
  public static Machine now() throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String description =
        "%d processors (%s), %d GB of memory, %s, Java %s"
            .formatted(
                system.getAvailableProcessors(),
                processor(),
                Math.round(system.getTotalMemorySize() / 1e9),
                system.getName(),
                Runtime.version());
    return new Machine(measured(), description, system.getSystemLoadAverage());
  }

  private static String processor() throws IOException {
    Path known = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(known)) {
      return ManagementFactory.getOperatingSystemMXBean().getArch();
    }
    try (Stream<String> lines = Files.lines(known)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  /** Changes that are not committed are told of. */
  private static String measured() throws IOException {
    Process process =
        new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return said.isBlank() ? "unknown" : said.strip();
  }
}
