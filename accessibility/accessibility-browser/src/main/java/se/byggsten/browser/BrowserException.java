package se.byggsten.browser;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/**
 * The browser could not do what was asked.
 *
 * <p>Codes: {@code BROWSER-NOT-FOUND} when Chromium or its driver is not where it should be, {@code
 * BROWSER-ELEMENT-MISSING} when the page lacks what was to be used, {@code BROWSER-FAILED} for
 * anything else.
 */
public final class BrowserException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** Chromium or its driver is not where it should be. */
  public static final ErrorCode NOT_FOUND = ErrorCode.of("BROWSER-NOT-FOUND");

  /** The page lacks what was to be used. */
  public static final ErrorCode ELEMENT_MISSING = ErrorCode.of("BROWSER-ELEMENT-MISSING");

  /** Anything else. */
  public static final ErrorCode FAILED = ErrorCode.of("BROWSER-FAILED");

  /**
   * Creates the exception.
   *
   * @param code the code
   * @param message what to do
   * @param cause what lay behind it, or null
   */
  public BrowserException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
