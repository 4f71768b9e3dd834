package se.byggsten.data;

/**
 * How much structured data a reader accepts.
 *
 * @param bytes the most bytes of the text
 * @param depth the most maps and lists inside each other
 * @param nodes the most values in all, keys not counted
 */
public record DataLimits(int bytes, int depth, int nodes) {
  /** One megabyte, 40 levels, 100 000 values: enough for every file that people write. */
  public static final DataLimits DEFAULT = new DataLimits(1_048_576, 40, 100_000);

  /**
   * Checks that the limits are above zero.
   *
   * @throws IllegalArgumentException when a limit is not, or the depth is over 200
   */
  public DataLimits {
    if (bytes < 1 || depth < 1 || depth > 200 || nodes < 1) {
      throw new IllegalArgumentException("Limits are above zero, and the depth at most 200");
    }
  }
}
