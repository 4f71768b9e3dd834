package se.byggsten.upload;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** Clamd did not scan a file; the message holds nothing of the file or of the reply. */
public final class ClamdException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** Nobody answers at the address, or the connection broke. */
  public static final ErrorCode UNREACHABLE = ErrorCode.of("UPLOAD-CLAMD-UNREACHABLE");

  /** The answer did not come in time. */
  public static final ErrorCode TIMEOUT = ErrorCode.of("UPLOAD-CLAMD-TIMEOUT");

  /** The reply is not one that clamd gives to what was asked. */
  public static final ErrorCode REPLY = ErrorCode.of("UPLOAD-CLAMD-REPLY");

  /** Clamd answered that it failed. */
  public static final ErrorCode FAILED = ErrorCode.of("UPLOAD-CLAMD-FAILED");

  /**
   * Creates the exception.
   *
   * @param code one of the codes here
   * @param message what to do
   */
  public ClamdException(ErrorCode code, String message) {
    super(code, message);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param code one of the codes here
   * @param message what to do
   * @param cause what lay behind it
   */
  public ClamdException(ErrorCode code, String message, Throwable cause) {
    super(code, message, cause);
  }
}
