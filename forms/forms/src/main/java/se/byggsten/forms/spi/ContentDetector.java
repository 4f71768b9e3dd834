package se.byggsten.forms.spi;

import se.byggsten.forms.file.Detection;
import se.byggsten.forms.file.FileContent;

/**
 * Says what a file is by its content, whatever it is called.
 *
 * <p>Called once for each file, possibly from many threads. It must be bounded in time and memory
 * for any content, and refuses what is two kinds at once or can run.
 */
@FunctionalInterface
public interface ContentDetector {
  /**
   * Detects what a file is.
   *
   * @param content the content
   * @param fileName the claimed name, which may only decide between kinds that look the same, such
   *     as text and CSV
   * @return what it is
   */
  Detection detect(FileContent content, String fileName);
}
