package se.byggsten.forms.spi;

/**
 * Looks for harmful content in a file before it is accepted.
 *
 * <p>Called once for each file, possibly from many threads. A scanner that cannot do its work
 * throws a {@link se.byggsten.core.ByggstenException}; the file is then not accepted.
 */
@FunctionalInterface
public interface AttachmentScanner {
  /** What a scanner says of a file. */
  enum Verdict {
    /** Nothing harmful was found. */
    CLEAN,
    /** The file is harmful and is refused. */
    HARMFUL
  }

  /**
   * Scans a file.
   *
   * @param content the bytes, not to be changed
   * @return the verdict
   */
  Verdict scan(byte[] content);
}
