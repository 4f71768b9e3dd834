package se.byggsten.archive.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.NavigableMap;
import java.util.Set;

/** A package to read: its files and folders by their paths from its root folder. */
interface PackageSource extends Closeable {
  /** The most files that a package is read with. */
  int MAX_ENTRIES = 250_000;

  /** The name of its root folder. */
  String rootName();

  /** Its files with their sizes in bytes; -1 for one that is not to be read. */
  NavigableMap<String, Long> files();

  /** Its folders, also those that only hold files. */
  Set<String> folders();

  /** Opens a file of {@link #files()}. */
  InputStream open(String path) throws IOException;
}
