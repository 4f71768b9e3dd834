package se.byggsten.conformance.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Waits for the archive package that tells of one case. */
final class PackageFinder {
  private static final int MAX_FILES = 2_000;
  private static final long MAX_BYTES = 200L << 20;
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(200);

  private final Path folder;
  private final Set<Path> before = new HashSet<>();

  PackageFinder(Path folder) {
    this.folder = folder;
    before.addAll(candidates());
  }

  /** Returns the first new package in which one of the words stands. */
  Optional<ObservedPackage> await(List<String> words, Duration patience) {
    long left = patience.toNanos();
    while (true) {
      for (Path candidate : candidates()) {
        if (!before.contains(candidate)) {
          Map<String, byte[]> files = read(candidate);
          if (files.containsKey("METS.xml") && tells(files, words)) {
            return Optional.of(new ObservedPackage(candidate, files));
          }
        }
      }
      if (left <= 0) {
        return Optional.empty();
      }
      LockSupport.parkNanos(STEP);
      left -= STEP;
    }
  }

  private static boolean tells(Map<String, byte[]> files, List<String> words) {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().endsWith(".xml") || file.getKey().endsWith(".json")) {
        String text = new String(file.getValue(), StandardCharsets.UTF_8);
        if (words.stream().anyMatch(text::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Folders that hold METS.xml, and zip files, at most three levels down. */
  private Set<Path> candidates() {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(folder, 4)) {
      Set<Path> found = new HashSet<>();
      all.limit(20_000)
          .forEach(
              p -> {
                String name = String.valueOf(p.getFileName());
                boolean inside = found.stream().anyMatch(f -> p.startsWith(f) && !p.equals(f));
                Path parent = p.getParent();
                if (name.equals("METS.xml") && parent != null && !inside && !within(parent)) {
                  found.add(parent);
                } else if (name.endsWith(".zip") && !inside) {
                  found.add(p);
                }
              });
      return found;
    } catch (IOException | UncheckedIOException busy) {
      // The archive is writing there just now; the next round sees it.
      return Set.of();
    }
  }

  /** Whether the folder is a representation of a package that is found by itself. */
  private boolean within(Path mets) {
    for (Path at = mets.getParent(); at != null && at.startsWith(folder); at = at.getParent()) {
      if (Files.exists(at.resolve("METS.xml"))) {
        return true;
      }
    }
    return false;
  }

  private static Map<String, byte[]> read(Path candidate) {
    try {
      return Files.isDirectory(candidate) ? readFolder(candidate) : readZip(candidate);
    } catch (IOException | UncheckedIOException unfinished) {
      return Map.of();
    }
  }

  private static Map<String, byte[]> readFolder(Path root) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    long bytes = 0;
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root, 20)) {
      all = walk.filter(Files::isRegularFile).limit(MAX_FILES).toList();
    }
    for (Path file : all) {
      bytes += Files.size(file);
      if (bytes > MAX_BYTES) {
        return Map.of();
      }
      files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
    }
    return files;
  }

  private static Map<String, byte[]> readZip(Path zip) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    long left = MAX_BYTES;
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      ZipEntry entry = entries.getNextEntry();
      while (entry != null && files.size() < MAX_FILES) {
        if (!entry.isDirectory()) {
          byte[] content = entries.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
          left -= content.length;
          if (left < 0) {
            return Map.of();
          }
          files.put(entry.getName(), content);
        }
        entry = entries.getNextEntry();
      }
    }
    return withoutRoot(files);
  }

  /** A container holds one folder, and that is the package. */
  private static Map<String, byte[]> withoutRoot(Map<String, byte[]> files) {
    if (files.containsKey("METS.xml")) {
      return files;
    }
    Map<String, byte[]> inner = new HashMap<>();
    files.forEach((name, content) -> inner.put(name.substring(name.indexOf('/') + 1), content));
    return inner;
  }
}
