package se.byggsten.forms.post;

/**
 * How much a post may hold.
 *
 * @param bodyBytes the whole body
 * @param fields names and files together
 * @param nameLength a name, in characters
 * @param valueLength a value that is not a file, in characters
 */
public record PostLimits(int bodyBytes, int fields, int nameLength, int valueLength) {
  /** 25 MB in all, 500 fields, names of 100 and values of 20,000 characters. */
  public static final PostLimits DEFAULT = new PostLimits(25_000_000, 500, 100, 20_000);

  /**
   * Checks that each limit is positive.
   *
   * @throws IllegalArgumentException when one is not
   */
  public PostLimits {
    if (bodyBytes < 1 || fields < 1 || nameLength < 1 || valueLength < 1) {
      throw new IllegalArgumentException("Every limit of a post is at least 1");
    }
  }
}
