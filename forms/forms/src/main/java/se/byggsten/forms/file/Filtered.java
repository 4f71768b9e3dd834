package se.byggsten.forms.file;

/** What a filter made of a file. */
public sealed interface Filtered {
  /**
   * The content to go on with.
   *
   * @param content the same content, or one with less in it
   */
  record Kept(FileContent content) implements Filtered {}

  /**
   * The file cannot be filtered and is refused.
   *
   * @param reason why
   */
  record Refused(Refusal reason) implements Filtered {}
}
