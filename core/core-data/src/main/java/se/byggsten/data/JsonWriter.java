package se.byggsten.data;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.data.DataNode;
import se.byggsten.data.internal.JsonOutput;

/**
 * Writes JSON (RFC 8259) the same way every time.
 *
 * <p>Accepted are {@link DataNode}, maps with text keys, iterables, texts, whole and decimal
 * numbers, booleans and null. A map with an order of its own (linked or sorted) keeps it; any other
 * map is written in the order of its keys, so that equal content gives equal bytes. Lines end with
 * a line feed. A half of a surrogate pair becomes U+FFFD.
 */
public final class JsonWriter {
  private final boolean pretty;

  private JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  /**
   * Returns a writer without space between values.
   *
   * @return the writer
   */
  public static JsonWriter compact() {
    return new JsonWriter(false);
  }

  /**
   * Returns a writer that indents by two and ends with a line feed.
   *
   * @return the writer
   */
  public static JsonWriter pretty() {
    return new JsonWriter(true);
  }

  /**
   * Writes a value.
   *
   * @param value the value, may be null
   * @return the JSON
   * @throws IllegalArgumentException for a value of another type, a number that is not finite, or a
   *     value that holds itself
   */
  public String write(@Nullable Object value) {
    return JsonOutput.write(value, pretty);
  }

  /**
   * Writes a value in UTF-8.
   *
   * @param value the value, may be null
   * @return the JSON
   * @throws IllegalArgumentException as {@link #write}
   */
  public byte[] writeBytes(@Nullable Object value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }
}
