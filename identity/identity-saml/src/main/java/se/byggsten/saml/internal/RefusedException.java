package se.byggsten.saml.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.ByggstenException;
import se.byggsten.saml.protocol.SamlRefusal;

/** Ends the verification of an answer; never leaves the module. */
public final class RefusedException extends ByggstenException {
  private static final long serialVersionUID = 1L;

  private final SamlRefusal refusal;
  private final String detail;

  RefusedException(SamlRefusal refusal) {
    this(refusal, "", null);
  }

  RefusedException(SamlRefusal refusal, @Nullable Throwable cause) {
    this(refusal, "", cause);
  }

  /** Refuses, with what the operator's log may hold of it: nothing of a person. */
  RefusedException(SamlRefusal refusal, String detail) {
    this(refusal, detail, null);
  }

  /** Refuses for a time; the place is written as element and attribute. */
  static RefusedException at(SamlRefusal refusal, String place, Instant time) {
    return new RefusedException(refusal, place + " " + time);
  }

  private RefusedException(SamlRefusal refusal, String detail, @Nullable Throwable cause) {
    super(refusal.code(), "The answer from the identity provider is refused", cause);
    this.refusal = refusal;
    this.detail = detail;
  }

  /** Returns why. */
  public SamlRefusal refusal() {
    return refusal;
  }

  /** Returns what the operator's log may hold of it; empty when there is no more to say. */
  public String detail() {
    return detail;
  }
}
