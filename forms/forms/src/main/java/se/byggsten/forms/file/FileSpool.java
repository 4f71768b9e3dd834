package se.byggsten.forms.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes bytes as they arrive, and moves them to a temporary file when they are many.
 *
 * <p>Only the process's own user may read the temporary file, and it is deleted at the moment it is
 * opened (on Windows: closed), so that it is gone whatever happens. Its name says nothing of what
 * is in it.
 */
public final class FileSpool implements AutoCloseable {
  private static final Set<StandardOpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final Optional<Path> folder;
  private final int inMemory;
  private byte[] memory = new byte[512];
  private long size;
  private @Nullable FileChannel channel;
  private boolean finished;

  private FileSpool(Optional<Path> folder, int inMemory) {
    this.folder = folder;
    this.inMemory = inMemory;
  }

  /**
   * Returns an empty spool.
   *
   * @param folder where temporary files are made; empty for the platform's own place
   * @param inMemory how many bytes stay in memory
   * @return the spool
   */
  public static FileSpool into(Optional<Path> folder, int inMemory) {
    return new FileSpool(folder, inMemory);
  }

  /**
   * Takes more bytes.
   *
   * @param bytes where they are
   * @param from the first
   * @param length how many
   * @throws FileException {@link FileException#SPOOL} when the temporary folder takes no more
   */
  public void write(byte[] bytes, int from, int length) {
    if (channel == null && size + length <= inMemory) {
      int needed = (int) size + length;
      if (needed > memory.length) {
        memory = Arrays.copyOf(memory, Math.max(needed, Math.min(inMemory, memory.length * 4)));
      }
      System.arraycopy(bytes, from, memory, (int) size, length);
    } else {
      try {
        FileChannel to = channel == null ? openChannel() : channel;
        put(to, ByteBuffer.wrap(bytes, from, length));
      } catch (IOException e) {
        close();
        throw new FileException(
            FileException.SPOOL, "See to it that the temporary folder has room", e);
      }
    }
    size += length;
  }

  private FileChannel openChannel() throws IOException {
    FileAttribute<?>[] mine =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path file =
        folder.isPresent()
            ? Files.createTempFile(folder.get(), "byggsten-", ".part", mine)
            : Files.createTempFile("byggsten-", ".part", mine);
    try {
      channel = FileChannel.open(file, OPTIONS);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    put(channel, ByteBuffer.wrap(memory, 0, (int) size));
    memory = new byte[0];
    return channel;
  }

  private static void put(FileChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }

  /**
   * Returns how much it took.
   *
   * @return the number of bytes
   */
  public long size() {
    return size;
  }

  /**
   * Returns what it took; from then on the content owns the temporary file.
   *
   * @return the content
   */
  public FileContent finish() {
    finished = true;
    return channel == null
        ? FileContent.of(Arrays.copyOf(memory, (int) size))
        : FileContent.of(channel, size);
  }

  /** Throws away what it took, unless it was finished. */
  @Override
  public void close() {
    if (!finished && channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new FileException(FileException.SPOOL, "Look at the disk of temporary files", e);
      }
    }
  }
}
