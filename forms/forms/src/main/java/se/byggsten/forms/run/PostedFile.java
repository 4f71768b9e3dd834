package se.byggsten.forms.run;

import se.byggsten.forms.file.FileContent;

/** A file of a post, as it came. */
public final class PostedFile {
  private final String field;
  private final String name;
  private final FileContent content;
  private final boolean cutOff;

  private PostedFile(String field, String name, FileContent content, boolean cutOff) {
    this.field = field;
    this.name = name;
    this.content = content;
    this.cutOff = cutOff;
  }

  /**
   * Returns a posted file.
   *
   * @param field the name of the field it was posted for
   * @param name the file name that was claimed
   * @param content the bytes, not copied
   * @return the file
   */
  public static PostedFile of(String field, String name, byte[] content) {
    return of(field, name, FileContent.of(content));
  }

  /**
   * Returns a posted file.
   *
   * @param field the name of the field it was posted for
   * @param name the file name that was claimed
   * @param content the content
   * @return the file
   */
  public static PostedFile of(String field, String name, FileContent content) {
    return new PostedFile(field, name, content, false);
  }

  /**
   * Returns a posted file that was larger than any file may be, so that nothing of it was kept.
   *
   * @param field the name of the field it was posted for
   * @param name the file name that was claimed
   * @return the file, without content
   */
  public static PostedFile tooLarge(String field, String name) {
    return new PostedFile(field, name, FileContent.of(new byte[0]), true);
  }

  /**
   * Returns the field.
   *
   * @return its name in the post
   */
  public String field() {
    return field;
  }

  /**
   * Returns the file name that was claimed.
   *
   * @return the name, not cleaned
   */
  public String name() {
    return name;
  }

  /**
   * Returns the content.
   *
   * @return the content, which is gone when the post is closed
   */
  public FileContent content() {
    return content;
  }

  /**
   * Tells whether the file was too large to be kept.
   *
   * @return true when it is to be refused for its size
   */
  public boolean isTooLarge() {
    return cutOff;
  }

  @Override
  public String toString() {
    return "PostedFile[" + content.size() + " bytes]";
  }
}
