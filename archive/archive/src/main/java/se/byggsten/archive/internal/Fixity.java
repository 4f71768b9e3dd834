package se.byggsten.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;

/** Reads files of a package once for each algorithm: their true sizes and checksums. */
final class Fixity {
  /** The algorithms of METS that Java has, by METS' names for them. */
  private static final Map<String, String> DIGESTS =
      Map.of(
          "MD5", "MD5", "SHA-1", "SHA-1", "SHA-256", "SHA-256", "SHA-384", "SHA-384", "SHA-512",
          "SHA-512");

  /** The checksum of a file, and how many bytes it was taken over. */
  record Measured(long size, String checksum) {}

  private final PackageSource source;
  private final Map<String, Optional<Measured>> known = new HashMap<>();
  private final byte[] buffer = new byte[1 << 16];

  Fixity(PackageSource source) {
    this.source = source;
  }

  static boolean knows(String algorithm) {
    return DIGESTS.containsKey(algorithm)
        || algorithm.equals("CRC32")
        || algorithm.equals("Adler-32");
  }

  /**
   * Measures a file.
   *
   * @param limit the size that is claimed: one byte more is enough to show that it is wrong
   * @return empty when the file cannot be read
   */
  Optional<Measured> measure(String path, String algorithm, long limit) {
    return known.computeIfAbsent(
        algorithm + ' ' + path, key -> read(path, algorithm, Math.max(0, limit)));
  }

  private Optional<Measured> read(String path, String algorithm, long limit) {
    try (InputStream in = source.open(path)) {
      if (DIGESTS.containsKey(algorithm)) {
        var digest = Digests.digest(String.valueOf(DIGESTS.get(algorithm)));
        long size = pump(in, limit, n -> digest.update(buffer, 0, n));
        return Optional.of(new Measured(size, Digests.hex(digest)));
      }
      Checksum sum = algorithm.equals("CRC32") ? new CRC32() : new Adler32();
      long size = pump(in, limit, n -> sum.update(buffer, 0, n));
      return Optional.of(new Measured(size, Long.toHexString(sum.getValue())));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private long pump(InputStream in, long limit, Consumer<Integer> use) throws IOException {
    long size = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      use.accept(n);
      size += n;
      if (size > limit) {
        break;
      }
    }
    return size;
  }
}
