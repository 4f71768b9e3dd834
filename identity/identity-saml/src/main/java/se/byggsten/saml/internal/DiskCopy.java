package se.byggsten.saml.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last good metadata in a file, for a start while the federation is away.
 *
 * <p>Not believed for lying there: whoever reads it verifies it as if it had just been fetched.
 */
public final class DiskCopy {
  private static final Logger LOG = LoggerFactory.getLogger(DiskCopy.class);

  private final Path file;

  /** Keeps the copy here. */
  public DiskCopy(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** Keeps the copy of one identity provider in a folder, under a name of its own. */
  public static DiskCopy named(Path folder, String entityId) {
    return new DiskCopy(
        folder.resolve(Digests.sha256(entityId.getBytes(StandardCharsets.UTF_8)) + ".xml"));
  }

  /** Returns the copy, if there is one that can be read. */
  Optional<byte[]> read() {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(FileMetadataSource.read(file))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      LOG.warn("{}: the copy of metadata on disk cannot be read", MetadataErrors.FETCH, e);
      return Optional.empty();
    }
  }

  /** Replaces the copy, all at once; a full disk must not stop a login. */
  void write(byte[] content) {
    Path folder = file.getParent();
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, "metadata", ".tmp");
      try {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
          ByteBuffer buffer = ByteBuffer.wrap(content);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
          channel.force(true);
        }
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("{}: the copy of metadata cannot be written to disk", MetadataErrors.FETCH, e);
    }
  }
}
