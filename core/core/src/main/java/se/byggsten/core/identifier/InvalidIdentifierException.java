package se.byggsten.core.identifier;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** Thrown when a text is not the identifier it should be; never holds the text itself. */
public final class InvalidIdentifierException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** The text does not have the digits and separators of the identifier. */
  public static final ErrorCode FORMAT = ErrorCode.of("IDENTIFIER-FORMAT");

  /** The date in the identifier does not exist. */
  public static final ErrorCode DATE = ErrorCode.of("IDENTIFIER-DATE");

  /** The date in the identifier is after the reference date. */
  public static final ErrorCode FUTURE = ErrorCode.of("IDENTIFIER-FUTURE");

  /** The check digit does not match the other digits. */
  public static final ErrorCode CHECK_DIGIT = ErrorCode.of("IDENTIFIER-CHECK-DIGIT");

  /** The length digit of an OCR number does not match its length. */
  public static final ErrorCode LENGTH_DIGIT = ErrorCode.of("IDENTIFIER-LENGTH-DIGIT");

  /** A place lies outside the area that is meant. */
  public static final ErrorCode OUTSIDE = ErrorCode.of("IDENTIFIER-OUTSIDE");

  InvalidIdentifierException(ErrorCode code, String message) {
    super(code, message);
  }
}
