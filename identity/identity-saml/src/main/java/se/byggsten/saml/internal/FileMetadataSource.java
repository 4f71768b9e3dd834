package se.byggsten.saml.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import se.byggsten.saml.protocol.SamlException;

/** A file, read again when its size, its time or the file itself is another. */
public final class FileMetadataSource implements MetadataSource {
  private final Path file;

  /** Reads this file. */
  public FileMetadataSource(Path file) {
    this.file = file;
  }

  @Override
  public Fetched fetch(Version held) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Version now =
          new Version(
              Optional.of(
                  attributes.size()
                      + " "
                      + attributes.lastModifiedTime()
                      + " "
                      + attributes.fileKey()),
              Optional.empty());
      return now.equals(held) ? Fetched.unchanged(now) : Fetched.of(read(file), now);
    } catch (IOException e) {
      throw new SamlException(
          MetadataErrors.FETCH,
          "The file of metadata cannot be read: check its path and its rights",
          e);
    }
  }

  /** Reads a file that is no larger than metadata may be. */
  static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Bounded.read(in);
    }
  }

  @Override
  public String name() {
    return String.valueOf(file.getFileName());
  }
}
