package se.byggsten.core.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of a table of this package; lines that begin with # say what it is. */
final class TableRows {
  private TableRows() {}

  static List<String[]> of(String name) {
    try (InputStream stream = TableRows.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new AssertionError("The module lacks its " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
