package se.byggsten.saml.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.EncryptedAssertion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.core.Response;
import org.w3c.dom.Document;
import se.byggsten.saml.ExpectedResponse;
import se.byggsten.saml.protocol.SamlRefusal;
import se.byggsten.saml.protocol.internal.XmlLimits;

/**
 * Verifies an answer step by step; the first step that fails refuses it.
 *
 * <p>Nothing is read from an answer as true before its signature is verified, and then only from
 * what the signature covers. Source: Deployment Profile for the Swedish eID Framework, section 6.
 */
public final class ResponseVerifier {
  private static final Duration MAX_AGE = Duration.ofMinutes(3);

  private final VerifierSettings settings;
  private final Clock clock;
  private final ReplayMarks replays;
  private final AssertionDecryption decryption;

  /** Creates the verifier of a service. */
  public ResponseVerifier(VerifierSettings settings, Clock clock, ReplayMarks replays) {
    this.settings = settings;
    this.clock = clock;
    this.replays = replays;
    decryption = new AssertionDecryption(settings.decryptionKeys(), settings.profile());
  }

  /** Returns what the answer says, or refuses it. */
  public AssertionFacts verify(String samlResponse, ExpectedResponse expected) {
    Instant now = clock.instant();
    if (!expected.identityProvider().isValid(now)) {
      throw new RefusedException(SamlRefusal.METADATA_EXPIRED);
    }
    byte[] xml = SafeXml.decode(samlResponse, XmlLimits.RESPONSE);
    Response response = read(xml);
    if (response.getSignature() == null && !settings.profile().isSwedish()) {
      return accepted(null, signedAlone(response, expected), expected, now);
    }
    requireIssuer(response.getIssuer(), expected);
    Signatures.verify(response, expected.identityProvider().signingCertificates());

    // From here on the response says what its issuer wrote.
    if (replays.isMarked(response.getID())) {
      throw new RefusedException(SamlRefusal.ANSWER_REPLAYED);
    }
    requireAddressed(response, expected, now);
    Statuses.requireSuccess(response.getStatus());
    Assertion assertion = assertionOf(response);
    requireIssuer(assertion.getIssuer(), expected);
    if (assertion.getSignature() != null) {
      Signatures.verify(assertion, expected.identityProvider().signingCertificates());
    }
    return accepted(response.getID(), assertion, expected, now);
  }

  /**
   * Returns the signed assertion of a response that is not signed itself, where the profile allows
   * that (SAML 2.0 Profiles, section 4.1.4.2). What the response says can then only speak against
   * it.
   */
  private Assertion signedAlone(Response response, ExpectedResponse expected) {
    List<Assertion> plain = response.getAssertions();
    if (plain.isEmpty() || !response.getEncryptedAssertions().isEmpty()) {
      // What is encrypted is not decrypted before a signature holds, and an error is not believed.
      throw new RefusedException(SamlRefusal.SIGNATURE_MISSING);
    }
    if (plain.size() != 1) {
      throw new RefusedException(SamlRefusal.ASSERTION_COUNT);
    }
    Assertion assertion = plain.get(0);
    requireIssuer(assertion.getIssuer(), expected);
    Signatures.verify(assertion, expected.identityProvider().signingCertificates());
    if (response.getIssuer() != null) {
      requireIssuer(response.getIssuer(), expected);
    }
    requireAddressed(response, expected, clock.instant());
    Statuses.requireSuccess(response.getStatus());
    return assertion;
  }

  private AssertionFacts accepted(
      @Nullable String signedResponseId,
      Assertion assertion,
      ExpectedResponse expected,
      Instant now) {
    Instant until = new AssertionRules(settings, now).requireValid(assertion, expected);
    AssertionFacts facts = new AttributeReader(settings, expected).read(assertion, until);
    String assertionId = Objects.requireNonNull(assertion.getID());
    Duration skew = settings.skew();
    if (!replays.mark(assertionId, until.plus(skew))
        || (signedResponseId != null
            && !replays.mark(signedResponseId, now.plus(MAX_AGE).plus(skew).plus(skew)))) {
      throw new RefusedException(SamlRefusal.ANSWER_REPLAYED);
    }
    return facts;
  }

  private static Response read(byte[] xml) {
    try {
      Document document = SafeXml.parse(xml, XmlLimits.RESPONSE);
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

  private static void requireIssuer(@Nullable Issuer issuer, ExpectedResponse expected) {
    if (issuer == null
        || !expected.identityProvider().entityId().equals(issuer.getValue())
        || !(issuer.getFormat() == null || NameIDType.ENTITY.equals(issuer.getFormat()))) {
      throw new RefusedException(SamlRefusal.ISSUER);
    }
  }

  private void requireAddressed(Response response, ExpectedResponse expected, Instant now) {
    if (!settings.acsUrl().equals(response.getDestination())) {
      throw new RefusedException(SamlRefusal.DESTINATION);
    }
    if (!expected.requestId().equals(response.getInResponseTo())) {
      throw new RefusedException(SamlRefusal.IN_RESPONSE_TO);
    }
    Instant issued = response.getIssueInstant();
    if (issued == null) {
      throw new RefusedException(SamlRefusal.XML);
    }
    if (issued.isAfter(now.plus(settings.skew()))) {
      throw RefusedException.at(SamlRefusal.ISSUED_IN_FUTURE, "Response/@IssueInstant", issued);
    }
    if (issued.isBefore(now.minus(MAX_AGE).minus(settings.skew()))) {
      throw RefusedException.at(SamlRefusal.TOO_OLD, "Response/@IssueInstant", issued);
    }
  }

  private Assertion assertionOf(Response response) {
    List<Assertion> plain = response.getAssertions();
    List<EncryptedAssertion> encrypted = response.getEncryptedAssertions();
    if (settings.profile().isSwedish() && !plain.isEmpty()) {
      throw new RefusedException(SamlRefusal.UNENCRYPTED);
    }
    if (plain.size() + encrypted.size() != 1) {
      throw new RefusedException(SamlRefusal.ASSERTION_COUNT);
    }
    return plain.isEmpty() ? decryption.decrypt(encrypted.get(0)) : plain.get(0);
  }
}
