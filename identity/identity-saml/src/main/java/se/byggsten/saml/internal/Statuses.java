package se.byggsten.saml.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import se.byggsten.saml.protocol.SamlRefusal;

/** Tells apart what an identity provider answers when nobody has logged in (DP 6.4). */
final class Statuses {
  private static final String SWEDISH = "http://id.elegnamnden.se/status/1.0/";
  private static final Map<String, SamlRefusal> BY_SECOND_LEVEL =
      Map.of(
          SWEDISH + "cancel",
          SamlRefusal.CANCELLED_BY_VISITOR,
          SWEDISH + "fraud",
          SamlRefusal.FRAUD_TOLD,
          SWEDISH + "possibleFraud",
          SamlRefusal.FRAUD_SUSPECTED,
          StatusCode.NO_AUTHN_CONTEXT,
          SamlRefusal.NO_SUCH_LEVEL,
          StatusCode.AUTHN_FAILED,
          SamlRefusal.AUTHN_FAILED,
          StatusCode.UNKNOWN_PRINCIPAL,
          SamlRefusal.UNKNOWN_PRINCIPAL);

  private Statuses() {}

  /** Refuses every status but success. */
  static void requireSuccess(@Nullable Status status) {
    StatusCode code = status == null ? null : status.getStatusCode();
    if (code == null || code.getValue() == null) {
      throw new RefusedException(SamlRefusal.STATUS);
    }
    if (StatusCode.SUCCESS.equals(code.getValue())) {
      return;
    }
    StatusCode inner = code.getStatusCode();
    String detail = inner == null || inner.getValue() == null ? "" : inner.getValue();
    throw new RefusedException(BY_SECOND_LEVEL.getOrDefault(detail, SamlRefusal.STATUS));
  }
}
