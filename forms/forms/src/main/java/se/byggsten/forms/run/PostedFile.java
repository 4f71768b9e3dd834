package se.byggsten.forms.run;

/** A file of a post, as it came. */
public final class PostedFile {
  private final String field;
  private final String name;
  private final byte[] content;

  private PostedFile(String field, String name, byte[] content) {
    this.field = field;
    this.name = name;
    this.content = content;
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
    return new PostedFile(field, name, content);
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
   * Returns the bytes.
   *
   * @return the bytes themselves, which nobody may change
   */
  public byte[] content() {
    return content;
  }

  @Override
  public String toString() {
    return "PostedFile[" + content.length + " bytes]";
  }
}
