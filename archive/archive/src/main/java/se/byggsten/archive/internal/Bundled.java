package se.byggsten.archive.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import se.byggsten.archive.PackageFile;

/** The files that come with this module and go into every package. */
final class Bundled {
  static final List<String> SCHEMAS =
      List.of("mets1_12.xsd", "xlink.xsd", "DILCISExtensionMETS.xsd", "DILCISExtensionSIPMETS.xsd");

  /** A few small files that are in every package: read from the jar once. */
  private static final ConcurrentMap<String, byte[]> CACHE = new ConcurrentHashMap<>();

  private Bundled() {}

  static List<PackageFile> schemas(Instant createdAt) {
    return SCHEMAS.stream()
        .map(name -> file("schemas/" + name, name, "application/xml", createdAt))
        .collect(Collectors.toUnmodifiableList());
  }

  static PackageFile documentation(Instant createdAt) {
    return file("documentation/README.txt", "README.txt", "text/plain", createdAt);
  }

  static PackageFile file(String resource, String name, String mediaType, Instant createdAt) {
    return new PackageFile(
        name,
        mediaType,
        createdAt,
        Optional.empty(),
        () -> new ByteArrayInputStream(CACHE.computeIfAbsent(resource, Bundled::read)));
  }

  private static byte[] read(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream open(String resource) {
    InputStream in = Bundled.class.getResourceAsStream(resource);
    if (in == null) {
      throw new UncheckedIOException(
          new IOException("The resource " + resource + " is missing from the jar"));
    }
    return in;
  }
}
