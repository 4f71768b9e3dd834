package se.byggsten.samples.portal.ops;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/**
 * Says why the portal could not start, and what to do about it.
 *
 * <p>Codes: {@code PORTAL-DATA-IN-USE}, {@code PORTAL-DATA-UNUSABLE}, {@code
 * PORTAL-DATABASE-START}, {@code PORTAL-DATABASE-STOP}, {@code PORTAL-DATABASE-UNKNOWN-OWNER},
 * {@code PORTAL-PORT-TAKEN}, {@code PORTAL-START-FAILED}, {@code PORTAL-TLS-UNUSABLE}.
 */
public final class PortalStartException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the stable code
   * @param message what to do
   */
  public PortalStartException(String code, String message) {
    this(code, message, null);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param code the stable code
   * @param message what to do
   * @param cause what lay behind it, or null
   */
  public PortalStartException(String code, String message, @Nullable Throwable cause) {
    super(ErrorCode.of(code), message, cause);
  }

  /**
   * Wraps what a part of the portal failed with.
   *
   * @param cause what lay behind it
   * @return {@code PORTAL-START-FAILED}, which names the kind of the cause
   */
  public static PortalStartException of(Exception cause) {
    return cause instanceof PortalStartException known
        ? known
        : new PortalStartException(
            "PORTAL-START-FAILED",
            "Portalen gick inte att starta eller stoppa. / The portal could not be started or"
                + " stopped: "
                + cause.getClass().getSimpleName()
                + ": "
                + cause.getMessage(),
            cause);
  }
}
