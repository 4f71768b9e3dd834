package se.byggsten.archive;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One rendering of the content, complete in itself, such as the originals or the PDF/A copies.
 *
 * @param name the name of its folder, such as {@code rep1}
 * @param files its data files; at least one
 */
public record Representation(String name, List<PackageFile> files) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,40}");

  /**
   * Checks the name and copies the list.
   *
   * @throws IllegalArgumentException when the name is not safe or there is no file
   */
  public Representation {
    files = List.copyOf(files);
    if (!NAME.matcher(name).matches() || files.isEmpty()) {
      throw new IllegalArgumentException("A representation has a simple name and a file");
    }
  }
}
