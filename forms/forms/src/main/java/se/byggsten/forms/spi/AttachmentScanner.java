package se.byggsten.forms.spi;

import se.byggsten.forms.file.FileContent;

/**
 * Looks for harmful content in a file before anybody may open it.
 *
 * <p>Called once for each file, possibly from many threads. A scanner that cannot do its work
 * throws a {@link se.byggsten.core.ByggstenException}: a file that was not scanned is never {@link
 * Verdict#CLEAN}.
 */
@FunctionalInterface
public interface AttachmentScanner {
  /** What a scanner says of a file. */
  enum Verdict {
    /** The whole file was scanned and nothing harmful was found. */
    CLEAN,
    /** The file is harmful and is refused. */
    HARMFUL,
    /** The file can be scanned neither now nor later, being too large for instance: refused. */
    UNSCANNABLE
  }

  /**
   * Scans a file.
   *
   * @param content the content
   * @return the verdict
   */
  Verdict scan(FileContent content);
}
