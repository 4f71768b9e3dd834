package se.byggsten.forms.post;

import se.byggsten.forms.FieldDefinition;
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
 * @param files files, each of which may be a temporary file while the post is read
 * @param nameLength a name, in characters
 * @param valueLength a value that is not a file, in characters
 */
public record PostLimits(
    long bodyBytes,
    long fileBytes,
    int textBytes,
    int fields,
    int files,
    int nameLength,
    int valueLength) {
  private static final int MOST_FILES = 50;

  /** What a character may be at most in a body: four bytes, each written as a percent escape. */
  private static final int BYTES_OF_A_CHARACTER = 12;

  /** However long the texts of a page may be. */
  private static final long MOST_TEXT = 16_000_000;

  /**
   * 26 MB in all, files of 25 MB, 1 MB of text, 500 fields of which 50 are files, names of 100 and
   * values of 20,000 characters.
   */
  public static final PostLimits DEFAULT =
      new PostLimits(26_000_000, 25_000_000, 1_000_000, 500, MOST_FILES, 100, 20_000);

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
        || files < 1
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
    this(bodyBytes, bodyBytes, bodyBytes, fields, MOST_FILES, nameLength, valueLength);
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
    int count = 0;
    for (AttachmentBudget budget : AttachmentBudget.of(page)) {
      files += budget.atMost();
      largest = Math.max(largest, budget.fileBytes());
      count += budget.files();
    }
    long longest = DEFAULT.valueLength;
    long text = 0;
    for (FieldDefinition field : page.fields()) {
      // Twice what is allowed, so that who wrote too much is told at the question.
      long most = Math.min(2 * longest(field), MOST_TEXT);
      longest = Math.max(longest, most);
      text += most * BYTES_OF_A_CHARACTER;
    }
    int textBytes = (int) Math.max(DEFAULT.textBytes, Math.min(text, MOST_TEXT));
    return new PostLimits(
        textBytes + 2 * files,
        largest,
        textBytes,
        Math.max(DEFAULT.fields, 2 * count),
        Math.max(MOST_FILES, count + 1),
        DEFAULT.nameLength,
        (int) longest);
  }

  private static long longest(FieldDefinition field) {
    return field
        .constraint("Size")
        .map(rule -> rule.parameters().get("max"))
        .map(max -> max instanceof Long most ? most : 0L)
        .orElse(0L);
  }
}
