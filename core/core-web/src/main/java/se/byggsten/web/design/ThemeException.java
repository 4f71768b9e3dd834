package se.byggsten.web.design;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** Says what is wrong with a theme, all of it at once, and how to put it right. */
public final class ThemeException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** Two colours that meet on a page have too little contrast. */
  public static final ErrorCode CONTRAST = ErrorCode.of("WEB-THEME-CONTRAST");

  /** A value is unknown, or not of its kind. */
  public static final ErrorCode VALUE = ErrorCode.of("WEB-THEME-VALUE");

  /**
   * Creates the exception.
   *
   * @param code the stable code
   * @param message what to change
   */
  public ThemeException(ErrorCode code, String message) {
    super(code, message);
  }
}
