package se.byggsten.samples.benchmarks.saml;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import se.byggsten.saml.MetadataFeed;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.metadata.IdentityProviderMetadata;

/**
 * Reads the signed feed of a large federation, and looks identity providers up while a newer one is
 * read.
 *
 * <p>In a process of its own, so that the heap holds nothing else.
 */
public final class ReadFeed {
  private static final int ENTITIES = 5_000;
  private static final int WARM_UPS = 3;
  private static final int READS = 5;
  private static final int LOOKUPS = 1_000_000;

  private ReadFeed() {}

  static FeedFigures inAnotherProcess() throws IOException, InterruptedException {
    Path out = Files.createTempFile("feed", ".txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                ReadFeed.class.getName(),
                out.toString())
            .inheritIO()
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("The feed could not be measured");
    }
    String line = Files.readString(out);
    Files.delete(out);
    return FeedFigures.parse(line);
  }

  /**
   * Measures.
   *
   * @param arguments the file to write
   * @throws IOException when the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Clock clock = Clock.systemUTC();
    LargeFederation federation = LargeFederation.of(ENTITIES, clock);
    byte[] xml = federation.signed().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < WARM_UPS; i++) {
      read(federation, xml, clock);
    }
    double seconds = Double.MAX_VALUE;
    for (int i = 0; i < READS; i++) {
      long start = System.nanoTime();
      read(federation, xml, clock);
      seconds = Math.min(seconds, (System.nanoTime() - start) / 1e9);
    }
    double before = heap();
    resetMost();
    List<IdentityProviderMetadata> kept = read(federation, xml, clock);
    double most = most();
    double after = heap();
    Path file = Files.createTempFile("feed", ".xml");
    try {
      Files.write(file, xml);
      FeedFigures figures =
          lookups(
              file,
              federation,
              clock,
              new FeedFigures(kept.size(), xml.length, seconds, after - before, most, 0, 0, 0));
      Files.writeString(Path.of(arguments[0]), figures.line());
    } finally {
      Files.delete(file);
    }
  }

  private static List<IdentityProviderMetadata> read(
      LargeFederation federation, byte[] xml, Clock clock) {
    List<IdentityProviderMetadata> read =
        SamlMetadata.readSigned(xml, federation.operator(), clock.instant());
    if (read.size() != ENTITIES) {
      throw new IllegalStateException("The feed holds " + read.size());
    }
    return read;
  }

  private static FeedFigures lookups(
      Path file, LargeFederation federation, Clock clock, FeedFigures read) {
    try (MetadataFeed feed =
        MetadataFeed.from(file).signedBy(federation.operator()).clock(clock).start()) {
      CompletableFuture<Void> first = CompletableFuture.runAsync(feed::refresh);
      first.join();
      Lookups quiet = Lookups.of(feed, ENTITIES);
      quiet.run(LOOKUPS);
      Lookups alone = Lookups.of(feed, ENTITIES);
      alone.run(LOOKUPS);
      Lookups beside = Lookups.of(feed, ENTITIES);
      CompletableFuture<Void> refresh =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < READS; i++) {
                  feed.refresh();
                }
              });
      do {
        beside.run(LOOKUPS / 100);
      } while (!refresh.isDone());
      return new FeedFigures(
          read.entities(),
          read.bytes(),
          read.readSeconds(),
          read.keptBytes(),
          read.mostBytes(),
          alone.perSecond(),
          beside.perSecond(),
          beside.slowest());
    }
  }

  /** What the heap holds after the collector has been asked for all. */
  private static double heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void resetMost() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** Adds up the pools' peaks, which need not have been at the same time: never too little. */
  private static double most() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToDouble(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
