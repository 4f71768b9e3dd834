package se.byggsten.archive.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The digest of a file on disk. */
public final class FileDigest {
  private FileDigest() {}

  /**
   * Returns the SHA-256 of a file.
   *
   * @param file the file
   * @return 64 lower-case hexadecimal digits
   * @throws IOException when it cannot be read
   */
  public static String sha256(Path file) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return Digests.hex(digest);
  }
}
