package se.byggsten.conformance;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** The kit was asked for something that it cannot do. */
public final class ConformanceException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** No catalogue of that version comes with this program. */
  public static final ErrorCode UNKNOWN_CATALOGUE = ErrorCode.of("CONFORMANCE-UNKNOWN-CATALOGUE");

  /** The catalogue has no profile of that name. */
  public static final ErrorCode UNKNOWN_PROFILE = ErrorCode.of("CONFORMANCE-UNKNOWN-PROFILE");

  /** The reports could not be written. */
  public static final ErrorCode REPORT_NOT_WRITTEN = ErrorCode.of("CONFORMANCE-REPORT-NOT-WRITTEN");

  /**
   * Creates the exception.
   *
   * @param code the code
   * @param message what to do
   */
  public ConformanceException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param code the code
   * @param message what to do
   * @param cause what lay behind it, or null
   */
  public ConformanceException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
