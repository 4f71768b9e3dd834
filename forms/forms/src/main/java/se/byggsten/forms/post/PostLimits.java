package se.byggsten.forms.post;

import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.run.AttachmentBudget;

/**
 * How much a post may hold.
 *
 * <p>A body, a text or a name that is too large is refused as a whole. A file that is too large is
 * not kept, but the other answers are, so that the citizen meets the error at the question.
 *
 * @param bodyBytes the whole body
 * @param fileBytes each file
 * @param textBytes all values that are not files together, which are held in memory
 * @param fields names and files together
 * @param nameLength a name, in characters
 * @param valueLength a value that is not a file, in characters
 */
public record PostLimits(
    long bodyBytes, long fileBytes, int textBytes, int fields, int nameLength, int valueLength) {
  /**
   * 26 MB in all, files of 25 MB, 1 MB of text, 500 fields, names of 100 and values of 20,000
   * characters.
   */
  public static final PostLimits DEFAULT =
      new PostLimits(26_000_000, 25_000_000, 1_000_000, 500, 100, 20_000);

  /**
   * Checks that each limit is positive.
   *
   * @throws IllegalArgumentException when one is not
   */
  public PostLimits {
    if (bodyBytes < 1
        || fileBytes < 1
        || textBytes < 1
        || fields < 1
        || nameLength < 1
        || valueLength < 1) {
      throw new IllegalArgumentException("Every limit of a post is at least 1");
    }
  }

  /**
   * Creates limits in which files and texts may be as large as the whole body.
   *
   * @param bodyBytes the whole body
   * @param fields names and files together
   * @param nameLength a name, in characters
   * @param valueLength a value that is not a file, in characters
   * @throws IllegalArgumentException when one is not positive
   */
  public PostLimits(int bodyBytes, int fields, int nameLength, int valueLength) {
    this(bodyBytes, bodyBytes, bodyBytes, fields, nameLength, valueLength);
  }

  /**
   * Returns the limits of the posts of a page, as the constraints of its fields say.
   *
   * <p>The body may be twice as large as the files of its questions, so that who chose too much is
   * told at the question. A page that takes no files takes no large post.
   *
   * @param page the page
   * @return the limits
   */
  public static PostLimits of(PageDefinition page) {
    long files = 0;
    long largest = 1;
    for (AttachmentBudget budget : AttachmentBudget.of(page)) {
      files += budget.atMost();
      largest = Math.max(largest, budget.fileBytes());
    }
    return new PostLimits(
        DEFAULT.textBytes + 2 * files,
        largest,
        DEFAULT.textBytes,
        DEFAULT.fields,
        DEFAULT.nameLength,
        DEFAULT.valueLength);
  }
}
