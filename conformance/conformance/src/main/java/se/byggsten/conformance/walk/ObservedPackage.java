package se.byggsten.conformance.walk;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The archive package that the walk gave rise to. */
public final class ObservedPackage {
  private final Path path;
  private final Map<String, byte[]> files;

  ObservedPackage(Path path, Map<String, byte[]> files) {
    this.path = path;
    this.files = new TreeMap<>(files);
  }

  /**
   * Returns where the package lies.
   *
   * @return a folder or a container file
   */
  public Path path() {
    return path;
  }

  /**
   * Returns the files of the package by their paths from its root, which holds METS.xml.
   *
   * @return a copy of the map; the bytes are shared and must not be changed
   */
  public Map<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  @Override
  public String toString() {
    return "ObservedPackage[" + files.size() + " files]";
  }
}
