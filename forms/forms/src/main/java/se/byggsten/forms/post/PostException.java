package se.byggsten.forms.post;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/**
 * A post that is not read: too large, or not what a browser sends; the message holds none of it.
 */
public final class PostException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** The body, a name or a value is too large, or there are too many; status 413. */
  public static final ErrorCode TOO_LARGE = ErrorCode.of("FORM-POST-TOO-LARGE");

  /** The body is not UTF-8, or its escapes are broken; status 400. */
  public static final ErrorCode ENCODING = ErrorCode.of("FORM-POST-ENCODING");

  /** The parts of the body are broken or end too early; status 400. */
  public static final ErrorCode MALFORMED = ErrorCode.of("FORM-POST-MALFORMED");

  /** The body is of another type than a form's; status 415. */
  public static final ErrorCode TYPE = ErrorCode.of("FORM-POST-TYPE");

  private final boolean read;

  PostException(ErrorCode code, String message) {
    this(code, message, false);
  }

  private PostException(ErrorCode code, String message, boolean read) {
    super(code, message);
    this.read = read;
  }

  PostException withBodyRead() {
    return new PostException(code(), text(), true);
  }

  /** The message as it was given, without the code before it. */
  private String text() {
    return String.valueOf(getMessage()).substring(code().value().length() + 2);
  }

  /**
   * Tells whether the body was read to its end.
   *
   * @return false when the sender may still be sending: answer with {@code Connection: close}
   */
  public boolean isBodyRead() {
    return read;
  }

  /**
   * Returns the status of the answer.
   *
   * @return 400, 413 or 415
   */
  public int status() {
    if (code().equals(TOO_LARGE)) {
      return 413;
    }
    return code().equals(TYPE) ? 415 : 400;
  }
}
