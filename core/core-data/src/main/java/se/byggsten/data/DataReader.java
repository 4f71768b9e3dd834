package se.byggsten.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataProblem;
import se.byggsten.core.data.DataView;
import se.byggsten.core.data.Position;
import se.byggsten.data.internal.JsonNodes;
import se.byggsten.data.internal.StrictText;
import se.byggsten.data.internal.YamlNodes;

/**
 * Reads YAML 1.2 (JSON schema) or JSON (RFC 8259) into {@link DataNode}, with positions and limits.
 *
 * <p>The text is UTF-8, with or without its byte order mark. Duplicate keys, aliases, type tags, a
 * second document and anything after the end are refused, so that the same file means the same
 * everywhere. In YAML only {@code true}, {@code false}, {@code null} and JSON numbers are not text:
 * {@code no} and {@code 2026-11-22} are texts.
 *
 * <pre>{@code
 * DataView manifest = DataReader.yaml().view(Path.of("byggsten.yaml"));
 * }</pre>
 */
public final class DataReader {
  private enum Format {
    YAML,
    JSON
  }

  private final Format format;
  private final DataLimits limits;

  private DataReader(Format format, DataLimits limits) {
    this.format = format;
    this.limits = limits;
  }

  /**
   * Returns a reader of YAML with the default limits.
   *
   * @return the reader
   */
  public static DataReader yaml() {
    return new DataReader(Format.YAML, DataLimits.DEFAULT);
  }

  /**
   * Returns a reader of JSON with the default limits.
   *
   * @return the reader
   */
  public static DataReader json() {
    return new DataReader(Format.JSON, DataLimits.DEFAULT);
  }

  /**
   * Returns a reader with other limits.
   *
   * @param newLimits the limits
   * @return the reader
   */
  public DataReader within(DataLimits newLimits) {
    return new DataReader(format, newLimits);
  }

  /**
   * Reads bytes.
   *
   * @param resource the name of the text, for messages
   * @param bytes the text in UTF-8
   * @return its data
   * @throws DataException {@code DATA-SYNTAX}, {@code DATA-TOO-LARGE}, {@code DATA-TOO-DEEP},
   *     {@code DATA-DUPLICATE-KEY}, {@code DATA-ENCODING} or {@code DATA-NOT-ALLOWED}
   */
  public DataNode read(String resource, byte[] bytes) {
    if (bytes.length > limits.bytes()) {
      throw tooLarge(resource);
    }
    String text = StrictText.decode(resource, bytes);
    return format == Format.YAML
        ? new YamlNodes(resource, limits).read(text)
        : new JsonNodes(resource, limits).read(text);
  }

  /**
   * Reads a text.
   *
   * @param resource the name of the text, for messages
   * @param text the text
   * @return its data
   * @throws DataException as {@link #read(String, byte[])}
   */
  public DataNode read(String resource, String text) {
    return read(resource, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a stream to its end, or to the limit; does not close it.
   *
   * @param resource the name of the text, for messages
   * @param stream the text in UTF-8
   * @return its data
   * @throws DataException as {@link #read(String, byte[])}, and {@code DATA-UNREADABLE}
   */
  public DataNode read(String resource, InputStream stream) {
    try {
      // One byte more than allowed is enough to know that it is too large.
      return read(resource, stream.readNBytes(limits.bytes() + 1));
    } catch (IOException e) {
      throw unreadable(resource);
    }
  }

  /**
   * Reads a file.
   *
   * @param file the file; its name is shown in messages
   * @return its data
   * @throws DataException as {@link #read(String, InputStream)}
   */
  public DataNode read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return read(name(file), stream);
    } catch (IOException e) {
      throw unreadable(name(file));
    }
  }

  /**
   * Reads a file for typed reading.
   *
   * @param file the file; its name is shown in messages
   * @return a view of its data
   * @throws DataException as {@link #read(Path)}
   */
  public DataView view(Path file) {
    return DataView.of(name(file), read(file));
  }

  /**
   * Reads a text for typed reading.
   *
   * @param resource the name of the text, for messages
   * @param text the text
   * @return a view of its data
   * @throws DataException as {@link #read(String, byte[])}
   */
  public DataView view(String resource, String text) {
    return DataView.of(resource, read(resource, text));
  }

  /**
   * Reads a stream for typed reading; does not close it.
   *
   * @param resource the name of the text, for messages
   * @param stream the text in UTF-8
   * @return a view of its data
   * @throws DataException as {@link #read(String, InputStream)}
   */
  public DataView view(String resource, InputStream stream) {
    return DataView.of(resource, read(resource, stream));
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private DataException tooLarge(String resource) {
    return new DataException(
        new DataProblem(
            DataException.TOO_LARGE,
            resource,
            Position.START,
            "",
            "the text must be at most " + limits.bytes() + " bytes"));
  }

  private static DataException unreadable(String resource) {
    return new DataException(
        new DataProblem(
            DataException.UNREADABLE,
            resource,
            Position.START,
            "",
            "the file cannot be read; see that it exists and may be read"));
  }
}
