package se.byggsten.archive;

import java.io.InputStream;

/** Gives the bytes of a file of a package, the same each time it is asked. */
@FunctionalInterface
public interface ContentSource {
  /**
   * Opens the bytes from their beginning; the caller closes the stream.
   *
   * @return a new stream
   * @throws java.io.UncheckedIOException when the bytes cannot be had
   */
  InputStream open();
}
