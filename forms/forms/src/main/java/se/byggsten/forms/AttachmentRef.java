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
 * @param scan whether it was scanned; only what is {@link ScanState#CLEAN} may be shown to a case
 *     handler
 */
public record AttachmentRef(
    String id, String name, String mediaType, long size, String sha256, ScanState scan) {
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

  /**
   * Creates a reference to a file of which nobody has said that it was scanned.
   *
   * @param id the random id
   * @param name the cleaned file name
   * @param mediaType the media type that the bytes have
   * @param size the size in bytes
   * @param sha256 the SHA-256 of the bytes
   * @throws IllegalArgumentException when the id or the hash is not of the form
   */
  public AttachmentRef(String id, String name, String mediaType, long size, String sha256) {
    this(id, name, mediaType, size, sha256, ScanState.PENDING);
  }

  /**
   * Returns the same reference with another scan state.
   *
   * @param state what is known now
   * @return the reference
   */
  public AttachmentRef scanned(ScanState state) {
    return new AttachmentRef(id, name, mediaType, size, sha256, state);
  }

  /** Leaves out the file name. */
  @Override
  public String toString() {
    return "AttachmentRef[" + id + ", " + mediaType + ", " + size + " bytes, " + scan + "]";
  }
}
