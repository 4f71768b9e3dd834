package se.byggsten.saml.internal;

import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.saml.protocol.SamlRefusal;

/** Ends the verification of an answer; never leaves the module. */
public final class RefusedException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  private final SamlRefusal refusal;

  RefusedException(SamlRefusal refusal) {
    this(refusal, null);
  }

  RefusedException(SamlRefusal refusal, @Nullable Throwable cause) {
    super(refusal.code(), "The answer from the identity provider is refused", cause);
    this.refusal = refusal;
  }

  /** Returns why. */
  public SamlRefusal refusal() {
    return refusal;
  }
}
