package se.byggsten.archive.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import se.byggsten.archive.ContentSource;

/** Where a package's files go. */
interface PackageSink extends Closeable {
  /**
   * Begins a file; closing the stream ends it.
   *
   * @param path its path from the package's root folder
   * @param packed true when its bytes are compressed already
   * @param source its bytes, for a sink that must know size and sum before it begins
   */
  OutputStream begin(String path, boolean packed, ContentSource source) throws IOException;
}
