package se.byggsten.identity;

import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** Too many requests change one session at the same time; code {@code SESSION-BUSY}. */
public final class SessionBusyException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  SessionBusyException() {
    super(
        ErrorCode.of("SESSION-BUSY"),
        "The session is being changed by many requests at once; try the request again");
  }
}
