package se.byggsten.forms.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import se.byggsten.forms.internal.hash.Sha256;

/**
 * The bytes of a file, in memory, in a temporary file without a name, or put together of parts.
 *
 * <p>It can be read many times, from many threads and from any position. A content that lies in a
 * temporary file is gone when the post it came with is closed, and so is every content made of its
 * parts.
 */
public final class FileContent implements AutoCloseable {
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

  private final Source source;
  private final long size;

  private FileContent(Source source, long size) {
    this.source = source;
    this.size = size;
  }

  /** Something that gives bytes from a position; all of those asked for exist. */
  private interface Source {
    void read(long at, ByteBuffer into) throws IOException;

    default void close() throws IOException {}
  }

  /**
   * Returns bytes in memory as content.
   *
   * @param bytes the bytes, not copied
   * @return the content
   */
  public static FileContent of(byte[] bytes) {
    return new FileContent(
        (at, into) -> into.put(bytes, Math.toIntExact(at), into.remaining()), bytes.length);
  }

  static FileContent of(FileChannel channel, long size) {
    return new FileContent(
        new Source() {
          @Override
          public void read(long at, ByteBuffer into) throws IOException {
            long position = at;
            while (into.hasRemaining()) {
              int read = channel.read(into, position);
              if (read < 0) {
                throw new IOException("The temporary file is shorter than it was");
              }
              position += read;
            }
          }

          @Override
          public void close() throws IOException {
            channel.close();
          }
        },
        size);
  }

  /**
   * Puts contents together, one after the other, without copying them.
   *
   * @param parts the parts in order
   * @return the whole; closing it closes nothing
   */
  public static FileContent join(List<FileContent> parts) {
    List<FileContent> copy = List.copyOf(parts);
    long[] starts = new long[copy.size() + 1];
    for (int i = 0; i < copy.size(); i++) {
      starts[i + 1] = starts[i] + copy.get(i).size;
    }
    return new FileContent(
        (at, into) -> {
          int found = Arrays.binarySearch(starts, at);
          int part = found >= 0 ? found : -found - 2;
          long position = at;
          int end = into.limit();
          while (into.position() < end) {
            FileContent content = copy.get(part);
            long inside = position - starts[part];
            int length = (int) Math.min(end - into.position(), content.size - inside);
            if (length > 0) {
              into.limit(into.position() + length);
              content.source.read(inside, into);
              into.limit(end);
            }
            position += length;
            part++;
          }
        },
        starts[copy.size()]);
  }

  /**
   * Returns a part of the content without copying it.
   *
   * @param from the first byte
   * @param to the byte after the last
   * @return the part; closing it closes nothing
   * @throws IndexOutOfBoundsException when the content has no such part
   */
  public FileContent part(long from, long to) {
    Objects.checkFromToIndex(from, to, size);
    Source whole = source;
    return new FileContent((at, into) -> whole.read(from + at, into), to - from);
  }

  /**
   * Returns the size.
   *
   * @return the number of bytes
   */
  public long size() {
    return size;
  }

  /**
   * Reads bytes from a position.
   *
   * @param from the first byte
   * @param length how many at most
   * @return the bytes, fewer than asked for where the content ends
   * @throws FileException {@link FileException#LOST} when they are gone
   * @throws IndexOutOfBoundsException when the position is negative or behind the end
   */
  public byte[] read(long from, int length) {
    Objects.checkFromToIndex(from, size, size);
    byte[] bytes = new byte[(int) Math.min(length, size - from)];
    try {
      source.read(from, ByteBuffer.wrap(bytes));
    } catch (IOException e) {
      throw lost(e);
    }
    return bytes;
  }

  /**
   * Returns all bytes.
   *
   * @return a copy
   * @throws FileException {@link FileException#LOST} when they are gone or too many for an array
   */
  public byte[] bytes() {
    if (size > LARGEST_ARRAY) {
      throw lost(new IOException("Too large for memory"));
    }
    return read(0, (int) size);
  }

  /**
   * Returns the SHA-256 of the content.
   *
   * @return 64 lower-case hexadecimal digits
   * @throws FileException {@link FileException#LOST} when the bytes are gone
   */
  public String sha256() {
    try {
      return Sha256.hex(open());
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /**
   * Opens the content from its start.
   *
   * @return a stream, which need not be closed and fails when the content is gone
   */
  public InputStream open() {
    return new Stream(source, size);
  }

  /**
   * Lets go of the temporary file, if there is one.
   *
   * @throws FileException {@link FileException#LOST} when that fails
   */
  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /**
   * Closes several contents, all of them even if one fails.
   *
   * @param contents what to close
   */
  public static void closeAll(List<FileContent> contents) {
    List<FileException> failures = new ArrayList<>();
    for (FileContent content : contents) {
      try {
        content.close();
      } catch (FileException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  @Override
  public String toString() {
    return "FileContent[" + size + " bytes]";
  }

  private static FileException lost(IOException cause) {
    return new FileException(
        FileException.LOST, "Read the file before its post is closed, or ask for it again", cause);
  }

  /** Reads on from a position of its own. */
  private static final class Stream extends InputStream {
    private final Source source;
    private final long size;
    private long at;

    Stream(Source source, long size) {
      this.source = source;
      this.size = size;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      Objects.checkFromIndexSize(from, length, into.length);
      if (length == 0) {
        return 0;
      }
      if (at >= size) {
        return -1;
      }
      int count = (int) Math.min(length, size - at);
      source.read(at, ByteBuffer.wrap(into, from, count));
      at += count;
      return count;
    }

    @Override
    public long skip(long count) {
      long skipped = Math.max(0, Math.min(count, size - at));
      at += skipped;
      return skipped;
    }

    @Override
    public int available() {
      return (int) Math.min(Integer.MAX_VALUE, size - at);
    }
  }
}
