package se.byggsten.forms;

import java.util.regex.Pattern;

/**
 * A file that came with an answer; its bytes lie elsewhere under the id.
 *
 * @param id the random id, 22 to 64 letters, digits, hyphens or underscores
 * @param name the cleaned file name; may be personal data
 * @param mediaType the media type that the bytes have, not the one that was claimed
 * @param size the size in bytes
 * @param sha256 the SHA-256 of the bytes, 64 lower-case hexadecimal digits
 */
public record AttachmentRef(String id, String name, String mediaType, long size, String sha256) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22,64}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the id and the hash.
   *
   * @throws IllegalArgumentException when one is not of the form
   */
  public AttachmentRef {
    if (!ID.matcher(id).matches() || !HASH.matcher(sha256).matches() || size < 0) {
      throw new IllegalArgumentException("Not a reference to an attachment");
    }
  }

  /** Leaves out the file name. */
  @Override
  public String toString() {
    return "AttachmentRef[" + id + ", " + mediaType + ", " + size + " bytes]";
  }
}
