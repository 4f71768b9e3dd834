package se.byggsten.saml.protocol;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.core.ErrorCode;

/**
 * The configuration of SAML login, its keys or somebody's metadata cannot be used.
 *
 * <p>What a visitor's login is refused for is no exception but a {@link
 * se.byggsten.identity.LoginResult.Refused}. Codes: {@code SAML-METADATA-XML}, {@code
 * SAML-METADATA-SIGNATURE}, {@code SAML-METADATA-EXPIRED}, {@code SAML-METADATA-CONTENT}, {@code
 * SAML-METADATA-TOO-LARGE}, {@code SAML-METADATA-VALIDITY}, {@code SAML-METADATA-OLDER}, {@code
 * SAML-METADATA-FETCH}, {@code SAML-METADATA-TLS}, {@code SAML-UNKNOWN-IDP}, {@code
 * SAML-LEVEL-NOT-OFFERED}, {@code SAML-KEYS}, {@code SAML-ENGINE}, {@code SAML-CONFIG}, {@code
 * SAML-PROFILE}, {@code SAML-REQUEST}, {@code SAML-UNKNOWN-PROFILE}, {@code SAML-METADATA-LINT}.
 */
public final class SamlException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the stable code
   * @param message what to do, without personal data
   */
  public SamlException(ErrorCode code, String message) {
    super(code, message);
  }

  /**
   * Creates the exception with its cause.
   *
   * @param code the stable code
   * @param message what to do, without personal data
   * @param cause what lay behind it, or null
   */
  public SamlException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
