package se.byggsten.testidp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a test login is to end. */
public enum Outcome {
  /** As it should. */
  OK,
  /** The person cancels. */
  CANCELLED("Responder", Outcome.SWEDISH + "cancel"),
  /** The identity provider is sure of fraud. */
  FRAUD("Responder", Outcome.SWEDISH + "fraud"),
  /** The identity provider suspects fraud. */
  POSSIBLE_FRAUD("Responder", Outcome.SWEDISH + "possibleFraud"),
  /** The identity provider cannot give any of the levels asked for. */
  NO_AUTHN_CONTEXT("Responder", Outcome.SAML + "NoAuthnContext"),
  /** The identity provider could not identify the person. */
  AUTHN_FAILED("Responder", Outcome.SAML + "AuthnFailed"),
  /** The service asked in a wrong way. */
  REQUESTER_ERROR("Requester", Outcome.SAML + "RequestUnsupported"),
  /** The identity provider is out of order. */
  RESPONDER_ERROR("Responder", Outcome.SAML + "RequestDenied"),
  /** The answer is not signed. */
  UNSIGNED,
  /** The answer is signed by another key. */
  FOREIGN_SIGNED,
  /** The answer is ten minutes old. */
  EXPIRED,
  /** An earlier answer comes again. */
  REPLAYED,
  /** The assertion is for another service. */
  WRONG_AUDIENCE,
  /** The assertion is addressed to another place. */
  WRONG_RECIPIENT,
  /** The answer belongs to another request. */
  WRONG_IN_RESPONSE_TO,
  /** The assertion is not encrypted. */
  UNENCRYPTED,
  /** The personal number and the affiliation are missing. */
  MISSING_ATTRIBUTE,
  /** The answer has a document type declaration. */
  WITH_DTD;

  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:status:";
  private static final String SWEDISH = "http://id.elegnamnden.se/status/1.0/";

  private final String top;
  private final String second;

  Outcome() {
    this("", "");
  }

  Outcome(String top, String second) {
    this.top = top;
    this.second = second;
  }

  /**
   * Returns the status codes of an error answer, which is signed and holds no assertion.
   *
   * @return the top one and the one within it; none when the outcome is no such answer
   */
  public List<String> status() {
    return top.isEmpty() ? List.of() : List.of(SAML + top, second);
  }

  /** How it ends in truth, where a login that would end well must not be. */
  Outcome where(boolean forbidden) {
    return forbidden && this == OK ? AUTHN_FAILED : this;
  }

  /**
   * Returns the key in forms and texts.
   *
   * @return for example {@code wrong-audience}
   */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Finds an outcome by its key.
   *
   * @param key the key
   * @return the outcome, or empty
   */
  public static Optional<Outcome> find(String key) {
    return Arrays.stream(values()).filter(outcome -> outcome.key().equals(key)).findFirst();
  }
}
