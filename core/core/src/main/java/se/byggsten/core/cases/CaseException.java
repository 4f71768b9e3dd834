package se.byggsten.core.cases;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** Thrown when a case will not have what is asked of it. */
public final class CaseException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** There is no such case, or the caller may not know of it. */
  public static final ErrorCode NOT_FOUND = ErrorCode.of("CASE-NOT-FOUND");

  /** The submission key belongs to somebody else's submission. */
  public static final ErrorCode KEY_TAKEN = ErrorCode.of("CASE-KEY-TAKEN");

  /** The case cannot go from its status to the one asked for. */
  public static final ErrorCode STATUS = ErrorCode.of("CASE-STATUS");

  /** Somebody else changed the case meanwhile. */
  public static final ErrorCode CHANGED = ErrorCode.of("CASE-CHANGED");

  /**
   * Creates the exception.
   *
   * @param code one of the codes of this class
   * @param message what to do, without personal data
   */
  public CaseException(ErrorCode code, String message) {
    super(code, message);
  }
}
