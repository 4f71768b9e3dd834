package se.byggsten.core.text;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** Thrown when the settings for plain language cannot be used. */
public final class PlainLanguageException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** A setting has an unknown name, or a value that it cannot have. */
  public static final ErrorCode SETTING = ErrorCode.of("KLAR-SETTING");

  /** The settings ask for a version of the rules that is not known. */
  public static final ErrorCode UNKNOWN_VERSION = ErrorCode.of("KLAR-UNKNOWN-VERSION");

  PlainLanguageException(ErrorCode code, String message) {
    super(code, message);
  }
}
