package se.byggsten.saml.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.EncryptedAssertion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import org.w3c.dom.Document;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.saml.protocol.SamlRefusal;

/**
 * Verifies an answer step by step; the first step that fails refuses it.
 *
 * <p>Nothing is read from an answer as true before its signature is verified, and then only from
 * what the signature covers. Source: Deployment Profile for the Swedish eID Framework, section 6.
 */
public final class ResponseVerifier {
  private static final Duration MAX_AGE = Duration.ofMinutes(3);
  private static final Set<String> FRAUD =
      Set.of(
          "http://id.elegnamnden.se/status/1.0/fraud",
          "http://id.elegnamnden.se/status/1.0/possibleFraud");
  private static final String CANCEL = "http://id.elegnamnden.se/status/1.0/cancel";

  private final String entityId;
  private final String acsUrl;
  private final boolean encryptionRequired;
  private final Duration skew;
  private final Clock clock;
  private final ReplayMarks replays;
  private final AssertionDecryption decryption;

  /** Creates the verifier of a service. */
  public ResponseVerifier(
      String entityId,
      String acsUrl,
      boolean encryptionRequired,
      Duration skew,
      Clock clock,
      ReplayMarks replays,
      List<CertifiedKey> decryptionKeys) {
    this.entityId = entityId;
    this.acsUrl = acsUrl;
    this.encryptionRequired = encryptionRequired;
    this.skew = skew;
    this.clock = clock;
    this.replays = replays;
    decryption = new AssertionDecryption(decryptionKeys);
  }

  /** Returns whom the answer proves, or refuses it. */
  public AuthenticatedPerson verify(String samlResponse, ExpectedAnswer expected) {
    Instant now = clock.instant();
    if (!expected.identityProvider().isValid(now)) {
      throw new RefusedException(SamlRefusal.METADATA_EXPIRED);
    }
    byte[] xml = SafeXml.decode(samlResponse, SafeXml.Limits.RESPONSE);
    Response response = read(xml);
    requireIssuer(response.getIssuer(), expected);
    Signatures.verify(response, expected.identityProvider().signingCertificates());

    // From here on the response says what its issuer wrote.
    String responseId = response.getID();
    if (replays.isMarked(responseId)) {
      throw new RefusedException(SamlRefusal.ANSWER_REPLAYED);
    }
    requireAddressed(response, expected, now);
    requireSuccess(response);
    Assertion assertion = assertionOf(response);
    requireIssuer(assertion.getIssuer(), expected);
    if (assertion.getSignature() != null) {
      Signatures.verify(assertion, expected.identityProvider().signingCertificates());
    }
    Instant end = new AssertionRules(entityId, acsUrl, skew, now).requireValid(assertion, expected);
    AuthenticatedPerson person = new AttributeReader(expected, now).read(assertion);
    if (!replays.mark(assertion.getID(), end.plus(skew))
        || !replays.mark(responseId, now.plus(MAX_AGE).plus(skew).plus(skew))) {
      throw new RefusedException(SamlRefusal.ANSWER_REPLAYED);
    }
    return person;
  }

  private static Response read(byte[] xml) {
    try {
      Document document = SafeXml.parse(xml, SafeXml.Limits.RESPONSE);
      Signatures.requireForm(document);
      XMLObject object = OpenSaml.unmarshall(document);
      if (object instanceof Response response
          && response.getVersion() == SAMLVersion.VERSION_20
          && response.getID() != null) {
        return response;
      }
      throw new RefusedException(SamlRefusal.XML);
    } catch (RefusedException e) {
      throw e;
    } catch (UnmarshallingException | RuntimeException e) {
      // The engine throws unchecked exceptions of many kinds at wrong values of attributes.
      throw new RefusedException(SamlRefusal.XML, e);
    }
  }

  private static void requireIssuer(@Nullable Issuer issuer, ExpectedAnswer expected) {
    if (issuer == null
        || !expected.identityProvider().entityId().equals(issuer.getValue())
        || !(issuer.getFormat() == null || NameIDType.ENTITY.equals(issuer.getFormat()))) {
      throw new RefusedException(SamlRefusal.ISSUER);
    }
  }

  private void requireAddressed(Response response, ExpectedAnswer expected, Instant now) {
    if (!acsUrl.equals(response.getDestination())) {
      throw new RefusedException(SamlRefusal.DESTINATION);
    }
    if (!expected.requestId().equals(response.getInResponseTo())) {
      throw new RefusedException(SamlRefusal.IN_RESPONSE_TO);
    }
    Instant issued = response.getIssueInstant();
    if (issued == null) {
      throw new RefusedException(SamlRefusal.XML);
    }
    if (issued.isAfter(now.plus(skew))) {
      throw new RefusedException(SamlRefusal.ISSUED_IN_FUTURE);
    }
    if (issued.isBefore(now.minus(MAX_AGE).minus(skew))) {
      throw new RefusedException(SamlRefusal.TOO_OLD);
    }
  }

  private static void requireSuccess(Response response) {
    Status status = response.getStatus();
    StatusCode code = status == null ? null : status.getStatusCode();
    if (code == null || code.getValue() == null) {
      throw new RefusedException(SamlRefusal.STATUS);
    }
    if (StatusCode.SUCCESS.equals(code.getValue())) {
      return;
    }
    StatusCode inner = code.getStatusCode();
    String detail = inner == null || inner.getValue() == null ? "" : inner.getValue();
    if (CANCEL.equals(detail)) {
      throw new RefusedException(SamlRefusal.CANCELLED_BY_VISITOR);
    }
    if (FRAUD.contains(detail)) {
      throw new RefusedException(SamlRefusal.FRAUD_SUSPECTED);
    }
    if (StatusCode.NO_AUTHN_CONTEXT.equals(detail)) {
      throw new RefusedException(SamlRefusal.NO_SUCH_LEVEL);
    }
    if (StatusCode.AUTHN_FAILED.equals(detail)) {
      throw new RefusedException(SamlRefusal.AUTHN_FAILED);
    }
    throw new RefusedException(SamlRefusal.STATUS);
  }

  private Assertion assertionOf(Response response) {
    List<Assertion> plain = response.getAssertions();
    List<EncryptedAssertion> encrypted = response.getEncryptedAssertions();
    if (encryptionRequired && !plain.isEmpty()) {
      throw new RefusedException(SamlRefusal.UNENCRYPTED);
    }
    if (plain.size() + encrypted.size() != 1) {
      throw new RefusedException(SamlRefusal.ASSERTION_COUNT);
    }
    return plain.isEmpty() ? decryption.decrypt(encrypted.get(0)) : plain.get(0);
  }
}
