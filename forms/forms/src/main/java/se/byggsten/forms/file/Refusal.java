package se.byggsten.forms.file;

/** Why a file is refused for what is in it; each has a text that says what to do. */
public enum Refusal {
  /** The content is not what the name says. */
  MISMATCH("FileMismatch"),
  /** The content is two kinds at once, such as a picture that also is an archive. */
  POLYGLOT("FilePolyglot"),
  /** The content can run: macros, scripts, controls. */
  ACTIVE_CONTENT("FileActive"),
  /** The content is damaged or ends too early. */
  DAMAGED("FileDamaged"),
  /** The content would be far larger when unpacked. */
  BOMB("FileBomb"),
  /** The picture is of a kind whose hidden data cannot be taken away. */
  METADATA("FileMetadata");

  private final String errorName;

  Refusal(String errorName) {
    this.errorName = errorName;
  }

  /**
   * Returns the name of the error, as in the text keys {@code error.FileMismatch}.
   *
   * @return the name
   */
  public String errorName() {
    return errorName;
  }
}
