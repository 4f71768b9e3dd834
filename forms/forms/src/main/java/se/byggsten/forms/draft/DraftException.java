package se.byggsten.forms.draft;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/**
 * A draft that cannot be kept, read or brought back.
 *
 * <p>The message never holds an answer, a code or a passphrase. Each constant says when it is
 * thrown.
 */
public final class DraftException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** A stored draft was sealed with a key that the service does not have. */
  public static final ErrorCode KEY_UNKNOWN = ErrorCode.of("DRAFT-KEY-UNKNOWN");

  /** A stored draft has been altered, or lies where it was not put. */
  public static final ErrorCode DAMAGED = ErrorCode.of("DRAFT-DAMAGED");

  /** A draft is pinned to a version of its form that is not registered. */
  public static final ErrorCode VERSION_UNKNOWN = ErrorCode.of("DRAFT-VERSION-UNKNOWN");

  /** A draft is asked for of a form that is not registered. */
  public static final ErrorCode FORM_UNKNOWN = ErrorCode.of("DRAFT-FORM-UNKNOWN");

  /** Too many windows changed the draft at the same moment; the post may be sent again. */
  public static final ErrorCode BUSY = ErrorCode.of("DRAFT-BUSY");

  /** There is already as many drafts of the form as one person may have. */
  public static final ErrorCode TOO_MANY = ErrorCode.of("DRAFT-TOO-MANY");

  /** The file is not a saved draft, or of a version that this one does not read. */
  public static final ErrorCode FILE_FORMAT = ErrorCode.of("DRAFT-FILE-FORMAT");

  /** The file is larger than a saved draft can be. */
  public static final ErrorCode FILE_TOO_LARGE = ErrorCode.of("DRAFT-FILE-TOO-LARGE");

  /** The file was altered, cut short or made by another service. */
  public static final ErrorCode FILE_DAMAGED = ErrorCode.of("DRAFT-FILE-DAMAGED");

  /** The passphrase is not the one that the file was saved with. */
  public static final ErrorCode FILE_PASSPHRASE = ErrorCode.of("DRAFT-FILE-PASSPHRASE");

  /** The file is older than its longest life. */
  public static final ErrorCode FILE_EXPIRED = ErrorCode.of("DRAFT-FILE-EXPIRED");

  /** The file was saved by a person who had logged in, and another one brings it. */
  public static final ErrorCode FILE_OTHER_PERSON = ErrorCode.of("DRAFT-FILE-OTHER-PERSON");

  /** The passphrase is shorter than {@link DraftFile#SHORTEST_PASSPHRASE} or far too long. */
  public static final ErrorCode PASSPHRASE_LENGTH = ErrorCode.of("DRAFT-PASSPHRASE-LENGTH");

  /** Somebody tried too often; it is allowed again later. */
  public static final ErrorCode TOO_MANY_ATTEMPTS = ErrorCode.of("DRAFT-TOO-MANY-ATTEMPTS");

  /**
   * Makes the exception.
   *
   * @param code one of the codes above
   * @param message what to do, without an answer, a code or a passphrase
   */
  public DraftException(ErrorCode code, String message) {
    super(code, message);
  }
}
