package se.byggsten.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in the repeating groups an answer or a page stands.
 *
 * <p>The rows are numbers, from the outermost group inwards. A row keeps its number as long as it
 * lives, and a number is never used again in the same run.
 *
 * @param rows the numbers, from 1; empty outside every group
 */
public record Place(List<Integer> rows) {
  /** Outside every group. */
  public static final Place TOP = new Place(List.of());

  /** How many groups may stand in each other. */
  static final int DEEPEST = 16;

  private static final int LONGEST_NAME = 40;
  private static final Optional<Place> AT_TOP = Optional.of(TOP);
  private static final Pattern PATH =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9-]{0,"
              + (LONGEST_NAME - 1)
              + "}(/[1-9][0-9]{0,8}){1,"
              + DEEPEST
              + "}");

  /**
   * Copies the numbers.
   *
   * @throws IllegalArgumentException when one is less than 1
   */
  public Place {
    rows = List.copyOf(rows);
    if (rows.stream().anyMatch(row -> row < 1)) {
      throw new IllegalArgumentException("Rows are numbered from 1");
    }
  }

  /**
   * Reads the place in a path such as {@code medicin/1/3}.
   *
   * @param path a page or field and its rows
   * @return the place; empty when it is not such a path
   */
  public static Optional<Place> of(String path) {
    if (isName(path)) {
      return AT_TOP;
    }
    if (!PATH.matcher(path).matches()) {
      return Optional.empty();
    }
    String[] parts = path.split("/", -1);
    List<Integer> rows = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      rows.add(Integer.valueOf(parts[i]));
    }
    return Optional.of(new Place(rows));
  }

  /** Most paths are names alone, and every post asks for several. */
  private static boolean isName(String path) {
    boolean name = !path.isEmpty() && path.length() <= LONGEST_NAME && isLetter(path.charAt(0));
    for (int i = 1; name && i < path.length(); i++) {
      char c = path.charAt(i);
      name = isLetter(c) || (c >= '0' && c <= '9') || c == '-';
    }
    return name;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * Returns the name in a path such as {@code medicin/1/3}.
   *
   * @param path a page or field and its rows
   * @return what stands before the first slash
   */
  public static String name(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  /**
   * Returns how deep it is.
   *
   * @return the number of groups around it
   */
  public int depth() {
    return rows.size();
  }

  /**
   * Returns the place of a row of a group that stands here.
   *
   * @param row the number of the row
   * @return the inner place
   */
  public Place row(int row) {
    List<Integer> inner = new ArrayList<>(rows);
    inner.add(row);
    return new Place(inner);
  }

  /**
   * Returns the place that many groups from the outside.
   *
   * @param depth at most {@link #depth()}
   * @return the outer place
   */
  public Place outer(int depth) {
    return depth == rows.size() ? this : depth == 0 ? TOP : new Place(rows.subList(0, depth));
  }

  /**
   * Returns the innermost row.
   *
   * @return its number; empty outside every group
   */
  public Optional<Integer> last() {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
  }

  /**
   * Returns the path of a page, field or group that stands here.
   *
   * @param name its id
   * @return the id, and a slash and a number for each row
   */
  public String path(String name) {
    if (rows.isEmpty()) {
      return name;
    }
    StringBuilder path = new StringBuilder(name);
    rows.forEach(row -> path.append('/').append(row.intValue()));
    return path.toString();
  }
}
