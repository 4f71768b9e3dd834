package se.byggsten.core;

import org.jspecify.annotations.Nullable;

/**
 * The one base of every exception that Byggsten throws.
 *
 * <p>The code says what happened and is stable; the message says what to do about it and may be
 * reworded. Neither ever holds personal data.
 */
public abstract class ByggstenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * Creates the exception.
   *
   * @param code the stable code
   * @param message what to do, without personal data
   */
  protected ByggstenException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param code the stable code
   * @param message what to do, without personal data
   * @param cause what lay behind it, or null
   */
  protected ByggstenException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code + ": " + message, cause);
    this.code = code.value();
  }

  /**
   * Returns the stable code of the error.
   *
   * @return the code
   */
  public ErrorCode code() {
    return new ErrorCode(code);
  }
}
