package se.byggsten.postgres;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/**
 * The database could not do what was asked.
 *
 * <p>It tells the SQLSTATE and nothing else of what the database said: PostgreSQL quotes rows and
 * keys in its messages, and those can be personal data. For the same reason it has no cause; it
 * takes over the stack trace of the cause instead.
 *
 * <p>Codes: {@code STORE-UNAVAILABLE} (try again), {@code STORE-CONFLICT} (somebody else changed
 * the same thing; read again and retry), {@code STORE-TEXT-REFUSED} (text that cannot be stored:
 * NUL or half a surrogate pair), {@code STORE-TEXT-TOO-LONG}, {@code STORE-FAILED} (a fault to
 * report).
 */
public final class StoreException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** The database does not answer, or is closing down; try again. */
  public static final ErrorCode UNAVAILABLE = ErrorCode.of("STORE-UNAVAILABLE");

  /** Somebody else changed the same thing at the same time. */
  public static final ErrorCode CONFLICT = ErrorCode.of("STORE-CONFLICT");

  /** The text holds a character that cannot be stored. */
  public static final ErrorCode TEXT_REFUSED = ErrorCode.of("STORE-TEXT-REFUSED");

  /** The text is longer than anything sensible. */
  public static final ErrorCode TEXT_TOO_LONG = ErrorCode.of("STORE-TEXT-TOO-LONG");

  /** What was sent or what is stored cannot be worked with; a fault to report. */
  public static final ErrorCode FAILED = ErrorCode.of("STORE-FAILED");

  private final String sqlState;

  private StoreException(ErrorCode code, String message, String sqlState) {
    super(code, message);
    this.sqlState = sqlState;
  }

  /**
   * Wraps what the database said, leaving out its text.
   *
   * @param cause any exception whose chain of causes may hold an {@link SQLException}
   * @return the coded exception
   */
  public static StoreException of(Throwable cause) {
    String state = "";
    Throwable origin = cause;
    for (Throwable at = cause; at != null; at = at.getCause()) {
      origin = at;
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
        break;
      }
    }
    StoreException wrapped = forState(state, origin);
    wrapped.setStackTrace(origin.getStackTrace());
    return wrapped;
  }

  /**
   * Says that a text cannot be stored without being changed.
   *
   * @param what which text, such as a field's name; not the text itself
   * @return the exception, code {@code STORE-TEXT-REFUSED}
   */
  public static StoreException textRefused(String what) {
    return new StoreException(
        TEXT_REFUSED,
        what + " holds NUL or half a surrogate pair; remove it and try again",
        "22021");
  }

  /**
   * Says that a text is too long.
   *
   * @param what which text, such as a field's name; not the text itself
   * @param longest how many characters it may have
   * @return the exception, code {@code STORE-TEXT-TOO-LONG}
   */
  public static StoreException textTooLong(String what, int longest) {
    return new StoreException(
        TEXT_TOO_LONG, what + " may have " + longest + " characters at the most", "22001");
  }

  private static StoreException forState(String state, @Nullable Throwable origin) {
    String where = state.isEmpty() && origin != null ? origin.getClass().getSimpleName() : state;
    if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")) {
      return new StoreException(
          UNAVAILABLE, "The database does not answer; try again (" + where + ")", state);
    }
    if (state.startsWith("40") || state.equals("23505") || state.equals("55P03")) {
      return new StoreException(
          CONFLICT, "The same thing was changed by another; read again (" + where + ")", state);
    }
    if (state.equals("22021") || state.equals("22P05")) {
      return new StoreException(TEXT_REFUSED, "A text cannot be stored (" + where + ")", state);
    }
    return new StoreException(FAILED, "The database refused the statement (" + where + ")", state);
  }

  /**
   * Returns the SQLSTATE.
   *
   * @return five characters, or empty when the database gave none
   */
  public String sqlState() {
    return sqlState;
  }
}
