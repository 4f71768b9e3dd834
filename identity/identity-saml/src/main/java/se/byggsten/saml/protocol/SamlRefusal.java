package se.byggsten.saml.protocol;

import static se.byggsten.identity.RefusalKind.CANCELLED;
import static se.byggsten.identity.RefusalKind.EXPIRED;
import static se.byggsten.identity.RefusalKind.FRAUD;
import static se.byggsten.identity.RefusalKind.LEVEL;
import static se.byggsten.identity.RefusalKind.MISSING_INFORMATION;
import static se.byggsten.identity.RefusalKind.NOT_BEGUN_HERE;
import static se.byggsten.identity.RefusalKind.NOT_IDENTIFIED;
import static se.byggsten.identity.RefusalKind.POSSIBLE_FRAUD;
import static se.byggsten.identity.RefusalKind.REPLAYED;
import static se.byggsten.identity.RefusalKind.TECHNICAL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.finding.RequirementId;
import se.byggsten.identity.RefusalKind;

/**
 * Every reason for which an answer from an identity provider is refused, with its stable code.
 *
 * <p>Sources: SAML 2.0 Core and Profiles; Deployment Profile for the Swedish eID Framework 1.9,
 * whose sections are named as DP.
 */
public enum SamlRefusal {
  /** No login is under way that the answer can belong to (DP 6.1: no unsolicited responses). */
  UNSOLICITED("SAML-UNSOLICITED", NOT_BEGUN_HERE, "SC-50"),
  /** The login was begun in another browser. */
  OTHER_BROWSER("SAML-OTHER-BROWSER", NOT_BEGUN_HERE, "SC-50"),
  /** The answer has been received before (DP 6.3.5). */
  ANSWER_REPLAYED("SAML-REPLAYED", REPLAYED, "SC-46"),
  /** The answer is larger, deeper or has more elements than any real one. */
  TOO_LARGE("SAML-TOO-LARGE", TECHNICAL),
  /** The answer is not base64, or not UTF-8. */
  ENCODING("SAML-ENCODING", TECHNICAL),
  /** The answer is not well-formed XML, or no SAML 2.0 response. */
  XML("SAML-XML", TECHNICAL),
  /** The answer has a document type declaration (DP 6.2). */
  DTD("SAML-DTD", TECHNICAL, "SC-38"),
  /** Two elements have the same id. */
  DUPLICATE_ID("SAML-DUPLICATE-ID", TECHNICAL, "SC-36"),
  /** The response or the assertion is issued by another than the one that was asked (DP 6.2). */
  ISSUER("SAML-ISSUER", TECHNICAL, "SC-40"),
  /** The response is not signed (DP 6.1). */
  SIGNATURE_MISSING("SAML-SIGNATURE-MISSING", TECHNICAL, "SC-36"),
  /** The signature is not of the form that SAML allows. */
  SIGNATURE_FORM("SAML-SIGNATURE-FORM", TECHNICAL, "SC-36"),
  /** The signature uses an algorithm that is not accepted (DP 8). */
  ALGORITHM("SAML-ALGORITHM", TECHNICAL, "SC-58", "SC-59a"),
  /** No key in the metadata of the identity provider made the signature (DP 6.3.1). */
  SIGNATURE_INVALID("SAML-SIGNATURE-INVALID", TECHNICAL, "SC-36"),
  /** The response is addressed to another place. */
  DESTINATION("SAML-DESTINATION", TECHNICAL, "SC-42"),
  /** The response or the assertion answers another request (DP 6.3.2). */
  IN_RESPONSE_TO("SAML-IN-RESPONSE-TO", NOT_BEGUN_HERE, "SC-42", "SC-50"),
  /** The response or the assertion is too old (DP 6.3.2, 6.3.3). */
  TOO_OLD("SAML-EXPIRED", EXPIRED, "SC-43", "SC-44", "SC-47"),
  /** The response or the assertion is issued in the future, beyond the clocks' difference. */
  ISSUED_IN_FUTURE("SAML-ISSUED-IN-FUTURE", TECHNICAL, "SC-47", "SC-49"),
  /** The assertion is not valid yet (DP 6.3.3). */
  NOT_YET_VALID("SAML-NOT-YET-VALID", TECHNICAL, "SC-44", "SC-49"),
  /** The visitor cancelled (DP 6.4). */
  CANCELLED_BY_VISITOR("SAML-CANCELLED", CANCELLED, "SC-53"),
  /** The identity provider is sure of fraud (DP 6.4). */
  FRAUD_TOLD("SAML-FRAUD", FRAUD, "SC-53"),
  /** The identity provider suspects fraud (DP 6.4). */
  FRAUD_SUSPECTED("SAML-POSSIBLE-FRAUD", POSSIBLE_FRAUD, "SC-53"),
  /** The identity provider cannot give any of the levels asked for. */
  NO_SUCH_LEVEL("SAML-NO-AUTHN-CONTEXT", LEVEL, "SC-53"),
  /** The identity provider could not identify the visitor. */
  AUTHN_FAILED("SAML-AUTHN-FAILED", NOT_IDENTIFIED, "SC-53"),
  /**
   * The visitor is not who the request expected ({@link se.byggsten.saml.LoginRequest#about}).
   * Source: Principal Selection, section 1.
   */
  UNKNOWN_PRINCIPAL("SAML-UNKNOWN-PRINCIPAL", NOT_IDENTIFIED, "SC-34a", "SC-53"),
  /** The identity provider answers with another error. */
  STATUS("SAML-STATUS", TECHNICAL, "SC-53"),
  /** The response does not hold exactly one assertion. */
  ASSERTION_COUNT("SAML-ASSERTION-COUNT", TECHNICAL, "SC-37", "SC-39"),
  /** The assertion is not encrypted (DP 6.1). */
  UNENCRYPTED("SAML-UNENCRYPTED", TECHNICAL, "SC-37"),
  /**
   * The encrypted assertion asks for something that is not accepted, such as an address to fetch.
   */
  ENCRYPTION_FORM("SAML-ENCRYPTION-FORM", TECHNICAL, "SC-37", "SC-58", "SC-59a"),
  /** The assertion cannot be decrypted; always the same answer, whatever the reason. */
  DECRYPTION("SAML-DECRYPTION", TECHNICAL, "SC-37"),
  /** The assertion does not have the parts that the profile requires (DP 6.2). */
  ASSERTION_FORM("SAML-ASSERTION-FORM", TECHNICAL, "SC-37", "SC-39", "SC-41"),
  /** The assertion is addressed to another place (DP 6.3.2). */
  RECIPIENT("SAML-RECIPIENT", TECHNICAL, "SC-42"),
  /** The assertion is for another service (DP 6.3.3). */
  AUDIENCE("SAML-AUDIENCE", TECHNICAL, "SC-44"),
  /** The level of assurance is none of those asked for (DP 6.3.4). */
  LEVEL_REFUSED("SAML-LEVEL", LEVEL, "SC-45"),
  /** The visitor identified themselves too long ago, or before they were asked to do it anew. */
  AUTHN_TOO_OLD("SAML-AUTHN-TOO-OLD", EXPIRED, "SC-48", "SC-60b"),
  /** A scoped attribute has a scope that the identity provider may not vouch for (DP 6.2.1). */
  SCOPE("SAML-SCOPE", TECHNICAL, "SC-51"),
  /** An attribute that the service needs is missing (DP 6.2.1). */
  ATTRIBUTE_MISSING("SAML-ATTRIBUTE-MISSING", MISSING_INFORMATION, "SC-52"),
  /** An attribute does not hold what it should, or holds several values. */
  ATTRIBUTE_INVALID("SAML-ATTRIBUTE-INVALID", TECHNICAL, "SC-52"),
  /** The metadata of the identity provider is not valid any more. */
  METADATA_EXPIRED("SAML-METADATA-EXPIRED", TECHNICAL, "SC-20a");

  private final String code;
  private final RefusalKind kind;
  private final String requirements;

  SamlRefusal(String code, RefusalKind kind, String... requirements) {
    this.code = code;
    this.kind = kind;
    this.requirements = String.join(" ", requirements);
  }

  /**
   * Returns the stable code.
   *
   * @return the code
   */
  public ErrorCode code() {
    return ErrorCode.of(code);
  }

  /**
   * Returns what to tell the visitor.
   *
   * @return the kind
   */
  public RefusalKind kind() {
    return kind;
  }

  /**
   * Returns the requirements of the Swedish profile that an answer like this breaks.
   *
   * @return ids such as {@code SC-42}; an answer that tells of an error, such as a cancelled login,
   *     names the requirement by which it is told; none for what is no SAML response at all
   */
  public List<RequirementId> requirements() {
    return Arrays.stream(requirements.split(" ", -1))
        .filter(id -> !id.isEmpty())
        .map(RequirementId::of)
        .toList();
  }

  /**
   * Finds a refusal by its code.
   *
   * @param code the code of a {@link se.byggsten.identity.LoginResult.Refused}
   * @return the refusal, or empty for a code of another protocol
   */
  public static Optional<SamlRefusal> find(ErrorCode code) {
    return Arrays.stream(values()).filter(refusal -> refusal.code.equals(code.value())).findFirst();
  }
}
