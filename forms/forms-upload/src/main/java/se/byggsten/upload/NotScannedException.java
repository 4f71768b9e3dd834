package se.byggsten.upload;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** Files of a case could not be scanned yet; the message holds nothing of them. */
public final class NotScannedException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** Files wait for the scanner. */
  public static final ErrorCode NOT_SCANNED = ErrorCode.of("UPLOAD-NOT-SCANNED");

  /**
   * Creates the exception.
   *
   * @param message what to do
   */
  public NotScannedException(String message) {
    super(NOT_SCANNED, message);
  }
}
