package se.byggsten.forms.spi;

import se.byggsten.forms.file.FileContent;
import se.byggsten.forms.file.Filtered;

/**
 * Takes away what should not be stored, such as the place where a picture was taken.
 *
 * <p>Called once for each file whose kind is allowed, before it is scanned and stored, possibly
 * from many threads. It must be bounded in time and memory for any content.
 */
@FunctionalInterface
public interface AttachmentFilter {
  /**
   * Filters a file.
   *
   * @param mediaType what the detector said it is
   * @param content the content
   * @return the content to go on with, which may be the same; or a refusal
   */
  Filtered filter(String mediaType, FileContent content);
}
