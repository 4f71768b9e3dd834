package se.byggsten.forms.draft.internal;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Numbers, texts and bytes after one another, each with its length before it.
 *
 * <p>A length is checked against what is left before anything is set aside for it, so that a
 * damaged text costs no more than its own size.
 */
public final class Pack {
  /** Writes a pack. */
  public static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * Adds a number.
     *
     * @param value the number
     * @return this writer
     */
    public Writer number(long value) {
      out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
      return this;
    }

    /**
     * Adds bytes.
     *
     * @param value the bytes
     * @return this writer
     */
    public Writer bytes(byte[] value) {
      out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
      out.writeBytes(value);
      return this;
    }

    /**
     * Adds a text.
     *
     * @param value the text
     * @return this writer
     */
    public Writer text(String value) {
      return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds texts.
     *
     * @param values the texts
     * @return this writer
     */
    public Writer texts(List<String> values) {
      number(values.size());
      values.forEach(this::text);
      return this;
    }

    /**
     * Returns what was written.
     *
     * @return the bytes
     */
    public byte[] done() {
      return out.toByteArray();
    }
  }

  /** Thrown and caught in here alone: what is read is not a pack. */
  private static final class NoPackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoPackException() {
      super("no pack", null, false, false);
    }
  }

  private final ByteBuffer in;

  private Pack(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  /**
   * Reads a pack from beginning to end.
   *
   * @param <T> what it stands for
   * @param bytes the bytes
   * @param reader reads the parts in the order they were written
   * @return what the reader returns; empty when the bytes are too few, too many or not text
   */
  public static <T> Optional<T> read(byte[] bytes, Function<Pack, T> reader) {
    Pack pack = new Pack(bytes);
    try {
      T value = reader.apply(pack);
      return pack.in.hasRemaining() ? Optional.empty() : Optional.of(value);
    } catch (BufferUnderflowException | NoPackException damaged) {
      return Optional.empty();
    }
  }

  /**
   * Reads a number.
   *
   * @return the number
   */
  public long number() {
    return in.getLong();
  }

  /**
   * Reads bytes.
   *
   * @return the bytes
   */
  public byte[] bytes() {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new NoPackException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /**
   * Reads a text.
   *
   * @return the text
   */
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
    } catch (CharacterCodingException e) {
      throw new NoPackException();
    }
  }

  /**
   * Reads how many of something follow.
   *
   * @param least how many bytes each takes at least
   * @return the number
   */
  public int count(int least) {
    long count = number();
    if (count < 0 || count * least > in.remaining() || count > Integer.MAX_VALUE) {
      throw new NoPackException();
    }
    return (int) count;
  }

  /**
   * Reads texts.
   *
   * @return the texts
   */
  public List<String> texts() {
    int count = count(Integer.BYTES);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text());
    }
    return texts;
  }
}
