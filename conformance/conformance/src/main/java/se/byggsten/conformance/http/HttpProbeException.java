package se.byggsten.conformance.http;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** The kit could not talk to the service, or was led somewhere it must not go. */
public final class HttpProbeException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** No answer came: refused, reset, timed out or not trusted. */
  public static final ErrorCode NO_ANSWER = ErrorCode.of("KIT-HTTP-NO-ANSWER");

  /** The address lies outside the service and its login. */
  public static final ErrorCode FOREIGN_ORIGIN = ErrorCode.of("KIT-HTTP-FOREIGN-ORIGIN");

  /** The service redirects in a circle. */
  public static final ErrorCode TOO_MANY_REDIRECTS = ErrorCode.of("KIT-HTTP-TOO-MANY-REDIRECTS");

  /** An address on a page cannot be read. */
  public static final ErrorCode BAD_ADDRESS = ErrorCode.of("KIT-HTTP-BAD-ADDRESS");

  /** The file with certificates to trust cannot be read. */
  public static final ErrorCode BAD_CA = ErrorCode.of("KIT-HTTP-BAD-CA");

  /**
   * Creates the exception.
   *
   * @param code one of the codes of this class
   * @param message what to do
   * @param cause what lay behind it, or null
   */
  public HttpProbeException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
