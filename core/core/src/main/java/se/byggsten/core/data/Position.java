package se.byggsten.core.data;

/**
 * Where in a text a value begins.
 *
 * @param line the line, from 1
 * @param column the column in characters, from 1
 */
public record Position(int line, int column) {
  /** The beginning of a text, and the position of data that was not read from one. */
  public static final Position START = new Position(1, 1);

  /**
   * Checks that both count from one.
   *
   * @throws IllegalArgumentException when a number is less than 1
   */
  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("Lines and columns count from 1");
    }
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
