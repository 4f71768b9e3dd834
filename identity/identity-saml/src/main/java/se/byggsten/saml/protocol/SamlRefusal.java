package se.byggsten.saml.protocol;

import static se.byggsten.identity.RefusalKind.CANCELLED;
import static se.byggsten.identity.RefusalKind.EXPIRED;
import static se.byggsten.identity.RefusalKind.FRAUD;
import static se.byggsten.identity.RefusalKind.LEVEL;
import static se.byggsten.identity.RefusalKind.MISSING_INFORMATION;
import static se.byggsten.identity.RefusalKind.NOT_BEGUN_HERE;
import static se.byggsten.identity.RefusalKind.REPLAYED;
import static se.byggsten.identity.RefusalKind.TECHNICAL;

import se.byggsten.core.ErrorCode;
import se.byggsten.identity.RefusalKind;

/**
 * Every reason for which an answer from an identity provider is refused, with its stable code.
 *
 * <p>Sources: SAML 2.0 Core and Profiles; Deployment Profile for the Swedish eID Framework 1.9,
 * whose sections are named as DP.
 */
public enum SamlRefusal {
  /** No login is under way that the answer can belong to (DP 6.1: no unsolicited responses). */
  UNSOLICITED("SAML-UNSOLICITED", NOT_BEGUN_HERE),
  /** The login was begun in another browser. */
  OTHER_BROWSER("SAML-OTHER-BROWSER", NOT_BEGUN_HERE),
  /** The answer has been received before (DP 6.3.5). */
  ANSWER_REPLAYED("SAML-REPLAYED", REPLAYED),
  /** The answer is larger, deeper or has more elements than any real one. */
  TOO_LARGE("SAML-TOO-LARGE", TECHNICAL),
  /** The answer is not base64, or not UTF-8. */
  ENCODING("SAML-ENCODING", TECHNICAL),
  /** The answer is not well-formed XML, or no SAML 2.0 response. */
  XML("SAML-XML", TECHNICAL),
  /** The answer has a document type declaration (DP 6.2). */
  DTD("SAML-DTD", TECHNICAL),
  /** Two elements have the same id. */
  DUPLICATE_ID("SAML-DUPLICATE-ID", TECHNICAL),
  /** The response or the assertion is issued by another than the one that was asked (DP 6.2). */
  ISSUER("SAML-ISSUER", TECHNICAL),
  /** The response is not signed (DP 6.1). */
  SIGNATURE_MISSING("SAML-SIGNATURE-MISSING", TECHNICAL),
  /** The signature is not of the form that SAML allows. */
  SIGNATURE_FORM("SAML-SIGNATURE-FORM", TECHNICAL),
  /** The signature uses an algorithm that is not accepted (DP 8). */
  ALGORITHM("SAML-ALGORITHM", TECHNICAL),
  /** No key in the metadata of the identity provider made the signature (DP 6.3.1). */
  SIGNATURE_INVALID("SAML-SIGNATURE-INVALID", TECHNICAL),
  /** The response is addressed to another place. */
  DESTINATION("SAML-DESTINATION", TECHNICAL),
  /** The response or the assertion answers another request (DP 6.3.2). */
  IN_RESPONSE_TO("SAML-IN-RESPONSE-TO", NOT_BEGUN_HERE),
  /** The response or the assertion is too old (DP 6.3.2, 6.3.3). */
  TOO_OLD("SAML-EXPIRED", EXPIRED),
  /** The response or the assertion is issued in the future, beyond the clocks' difference. */
  ISSUED_IN_FUTURE("SAML-ISSUED-IN-FUTURE", TECHNICAL),
  /** The assertion is not valid yet (DP 6.3.3). */
  NOT_YET_VALID("SAML-NOT-YET-VALID", TECHNICAL),
  /** The visitor cancelled (DP 6.4). */
  CANCELLED_BY_VISITOR("SAML-CANCELLED", CANCELLED),
  /** The identity provider is sure of, or suspects, fraud (DP 6.4). */
  FRAUD_SUSPECTED("SAML-FRAUD", FRAUD),
  /** The identity provider cannot give any of the levels asked for. */
  NO_SUCH_LEVEL("SAML-NO-AUTHN-CONTEXT", LEVEL),
  /** The identity provider could not identify the visitor. */
  AUTHN_FAILED("SAML-AUTHN-FAILED", TECHNICAL),
  /** The identity provider answers with another error. */
  STATUS("SAML-STATUS", TECHNICAL),
  /** The response does not hold exactly one assertion. */
  ASSERTION_COUNT("SAML-ASSERTION-COUNT", TECHNICAL),
  /** The assertion is not encrypted (DP 6.1). */
  UNENCRYPTED("SAML-UNENCRYPTED", TECHNICAL),
  /**
   * The encrypted assertion asks for something that is not accepted, such as an address to fetch.
   */
  ENCRYPTION_FORM("SAML-ENCRYPTION-FORM", TECHNICAL),
  /** The assertion cannot be decrypted; always the same answer, whatever the reason. */
  DECRYPTION("SAML-DECRYPTION", TECHNICAL),
  /** The assertion does not have the parts that the profile requires (DP 6.2). */
  ASSERTION_FORM("SAML-ASSERTION-FORM", TECHNICAL),
  /** The assertion is addressed to another place (DP 6.3.2). */
  RECIPIENT("SAML-RECIPIENT", TECHNICAL),
  /** The assertion is for another service (DP 6.3.3). */
  AUDIENCE("SAML-AUDIENCE", TECHNICAL),
  /** The level of assurance is none of those asked for (DP 6.3.4). */
  LEVEL_REFUSED("SAML-LEVEL", LEVEL),
  /** The visitor identified themselves too long ago, or before they were asked to do it anew. */
  AUTHN_TOO_OLD("SAML-AUTHN-TOO-OLD", EXPIRED),
  /** A scoped attribute has a scope that the identity provider may not vouch for (DP 6.2.1). */
  SCOPE("SAML-SCOPE", TECHNICAL),
  /** An attribute that the service needs is missing (DP 6.2.1). */
  ATTRIBUTE_MISSING("SAML-ATTRIBUTE-MISSING", MISSING_INFORMATION),
  /** An attribute does not hold what it should, or holds several values. */
  ATTRIBUTE_INVALID("SAML-ATTRIBUTE-INVALID", TECHNICAL),
  /** The metadata of the identity provider is not valid any more. */
  METADATA_EXPIRED("SAML-METADATA-EXPIRED", TECHNICAL);

  private final String code;
  private final RefusalKind kind;

  SamlRefusal(String code, RefusalKind kind) {
    this.code = code;
    this.kind = kind;
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
}
