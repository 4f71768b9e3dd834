package se.byggsten.testidp.protocol;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** What the test identity provider cannot do or understand; code {@code TESTIDP-REQUEST}. */
public final class TestIdpException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was wrong and what to do
   */
  public TestIdpException(String message) {
    this(message, null);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param message what was wrong and what to do
   * @param cause what lies behind it, or null
   */
  public TestIdpException(String message, @Nullable Throwable cause) {
    super(ErrorCode.of("TESTIDP-REQUEST"), message, cause);
  }

  /**
   * Returns what was wrong without the code, to stand in a sentence of somebody else.
   *
   * @return the message
   */
  public String reason() {
    String message = String.valueOf(getMessage());
    String prefix = code() + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }
}
