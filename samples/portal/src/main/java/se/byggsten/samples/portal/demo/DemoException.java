package se.byggsten.samples.portal.demo;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/**
 * Says why the demo could not do what it was asked to.
 *
 * <p>Codes: {@code DEMO-WRONG-USE}, {@code DEMO-FOLDER-FOREIGN}, {@code DEMO-FOLDER-UNUSABLE},
 * {@code DEMO-NOT-ARCHIVED}.
 */
public final class DemoException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  DemoException(String code, String message) {
    this(code, message, null);
  }

  DemoException(String code, String message, @Nullable Throwable cause) {
    super(ErrorCode.of(code), message, cause);
  }
}
