package se.byggsten.testidp.internal;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/** A request that the test identity provider does not understand; code {@code TESTIDP-REQUEST}. */
public final class TestIdpException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public TestIdpException(String message) {
    this(message, null);
  }

  /** Creates the exception with its cause. */
  public TestIdpException(String message, @Nullable Throwable cause) {
    super(ErrorCode.of("TESTIDP-REQUEST"), message, cause);
  }
}
