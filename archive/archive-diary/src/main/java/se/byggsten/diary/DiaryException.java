package se.byggsten.diary;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** Thrown when the diary will not have what is asked of it. */
public final class DiaryException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** There is no such number in the diary. */
  public static final ErrorCode UNKNOWN = ErrorCode.of("DIARY-NUMBER-UNKNOWN");

  /** The number has been annulled already. */
  public static final ErrorCode ANNULLED = ErrorCode.of("DIARY-ALREADY-ANNULLED");

  /** The case has no number in the diary, so its documents cannot be registered. */
  public static final ErrorCode UNREGISTERED = ErrorCode.of("DIARY-CASE-UNREGISTERED");

  /** The text is not a number of the template. */
  public static final ErrorCode FORMAT = ErrorCode.of("DIARY-NUMBER-FORMAT");

  /** A reason is missing or cannot be stored. */
  public static final ErrorCode REASON = ErrorCode.of("DIARY-REASON");

  /**
   * Creates the exception.
   *
   * @param code one of the codes of this class
   * @param message what to do, without personal data
   */
  public DiaryException(ErrorCode code, String message) {
    super(code, message);
  }
}
