package se.byggsten.core.finding;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a finding was made.
 *
 * @param resource the file, page path, package entry or key; never null, may be empty for the whole
 * @param detail a place in the resource, such as an XPath, a CSS selector or a header name
 * @param line the line from 1, where known
 * @param column the column from 1, where known
 */
public record Location(
    String resource, Optional<String> detail, OptionalInt line, OptionalInt column) {

  /** The subject as a whole. */
  public static final Location WHOLE = in("");

  /**
   * Returns the location of a whole resource.
   *
   * @param resource the file, page path, package entry or key
   * @return the location
   */
  public static Location in(String resource) {
    return new Location(resource, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
  }

  /**
   * Returns a place in a resource.
   *
   * @param resource the file, page path, package entry or key
   * @param detail the place in it
   * @return the location
   */
  public static Location in(String resource, String detail) {
    return new Location(resource, Optional.of(detail), OptionalInt.empty(), OptionalInt.empty());
  }

  /**
   * Returns a line and column in a resource.
   *
   * @param resource the file
   * @param line the line, from 1
   * @param column the column, from 1
   * @return the location
   */
  public static Location at(String resource, int line, int column) {
    return new Location(resource, Optional.empty(), OptionalInt.of(line), OptionalInt.of(column));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(resource);
    line.ifPresent(l -> text.append(':').append(l));
    column.ifPresent(c -> text.append(':').append(c));
    detail.ifPresent(d -> text.append(' ').append(d));
    return text.toString();
  }
}
