package se.byggsten.saml.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Audience;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnContext;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.Subject;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.ExpectedResponse;
import se.byggsten.saml.protocol.SamlRefusal;

/** The rules for an assertion whose signature is verified (Deployment Profile 6.2 and 6.3). */
final class AssertionRules {
  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final Set<String> PARTS =
      Set.of("Issuer", "Subject", "Conditions", "Advice", "AuthnStatement", "AttributeStatement");
  private static final Set<String> CONDITIONS =
      Set.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");
  private static final Set<String> ATTRIBUTES = Set.of("Attribute");

  private final VerifierSettings settings;
  private final Duration skew;
  private final Instant now;

  AssertionRules(VerifierSettings settings, Instant now) {
    this.settings = settings;
    this.skew = settings.skew();
    this.now = now;
  }

  /** Returns when the assertion stops being valid, or refuses it. */
  Instant requireValid(Assertion assertion, ExpectedResponse expected) {
    boolean swedish = settings.profile().isSwedish();
    int attributeStatements = assertion.getAttributeStatements().size();
    require(
        assertion.getVersion() == SAMLVersion.VERSION_20
            && assertion.getID() != null
            && assertion.getAuthnStatements().size() == 1
            && (attributeStatements == 1 || !swedish)
            && assertion.getStatements().size() == 1 + attributeStatements,
        SamlRefusal.ASSERTION_FORM);
    requireOnly(assertion, PARTS);
    // Encrypted attributes and statements of other kinds are refused here too.
    assertion.getAttributeStatements().forEach(statement -> requireOnly(statement, ATTRIBUTES));
    Instant issued = present(assertion.getIssueInstant());
    requireTime(
        !issued.isAfter(now.plus(skew)),
        SamlRefusal.ISSUED_IN_FUTURE,
        "Assertion/@IssueInstant",
        issued);
    Instant confirmedUntil = requireConfirmed(assertion.getSubject(), expected);
    Instant until = requireConditions(assertion.getConditions());
    requireAuthentication(assertion.getAuthnStatements().get(0), expected);
    return confirmedUntil.isAfter(until) ? confirmedUntil : until;
  }

  private Instant requireConfirmed(@Nullable Subject subject, ExpectedResponse expected) {
    if (subject == null
        || subject.getEncryptedID() != null
        || subject.getSubjectConfirmations().size() != 1) {
      throw new RefusedException(SamlRefusal.ASSERTION_FORM);
    }
    SubjectConfirmation confirmation = subject.getSubjectConfirmations().get(0);
    SubjectConfirmationData data = confirmation.getSubjectConfirmationData();
    if (!SubjectConfirmation.METHOD_BEARER.equals(confirmation.getMethod())
        || data == null
        || data.getNotBefore() != null) {
      throw new RefusedException(SamlRefusal.ASSERTION_FORM);
    }
    require(settings.acsUrl().equals(data.getRecipient()), SamlRefusal.RECIPIENT);
    require(expected.requestId().equals(data.getInResponseTo()), SamlRefusal.IN_RESPONSE_TO);
    Instant until = present(data.getNotOnOrAfter());
    requireTime(
        now.isBefore(until.plus(skew)),
        SamlRefusal.TOO_OLD,
        "SubjectConfirmationData/@NotOnOrAfter",
        until);
    return until;
  }

  private Instant requireConditions(@Nullable Conditions conditions) {
    if (conditions == null || conditions.getAudienceRestrictions().isEmpty()) {
      throw new RefusedException(SamlRefusal.AUDIENCE);
    }
    // A condition that is not understood cannot be kept (SAML 2.0 Core, section 2.5.1.1).
    requireOnly(conditions, CONDITIONS);
    for (AudienceRestriction restriction : conditions.getAudienceRestrictions()) {
      List<Audience> audiences = restriction.getAudiences();
      require(
          audiences.stream().anyMatch(audience -> settings.entityId().equals(audience.getURI())),
          SamlRefusal.AUDIENCE);
    }
    Instant from = present(conditions.getNotBefore());
    requireTime(
        !from.isAfter(now.plus(skew)), SamlRefusal.NOT_YET_VALID, "Conditions/@NotBefore", from);
    Instant until = present(conditions.getNotOnOrAfter());
    requireTime(
        now.isBefore(until.plus(skew)), SamlRefusal.TOO_OLD, "Conditions/@NotOnOrAfter", until);
    return until;
  }

  private void requireAuthentication(AuthnStatement statement, ExpectedResponse expected) {
    Instant at = present(statement.getAuthnInstant());
    String place = "AuthnStatement/@AuthnInstant";
    requireTime(!at.isAfter(now.plus(skew)), SamlRefusal.ISSUED_IN_FUTURE, place, at);
    Instant earliest = expected.forcedAt().orElse(now.minus(settings.maxAuthenticationAge()));
    requireTime(!at.isBefore(earliest.minus(skew)), SamlRefusal.AUTHN_TOO_OLD, place, at);
    Instant sessionEnd = statement.getSessionNotOnOrAfter();
    if (sessionEnd != null) {
      requireTime(
          now.isBefore(sessionEnd.plus(skew)),
          SamlRefusal.TOO_OLD,
          "AuthnStatement/@SessionNotOnOrAfter",
          sessionEnd);
    }
    Optional<AssuranceLevel> level = levelOf(statement);
    if (level.isEmpty()) {
      if (settings.profile().isSwedish() || !expected.levels().isEmpty()) {
        throw wrongLevel("none", expected);
      }
    } else {
      requireLevel(level.get(), expected);
    }
  }

  private static void requireLevel(AssuranceLevel level, ExpectedResponse expected) {
    Set<AssuranceLevel> declared = expected.identityProvider().levels();
    if (!(expected.levels().isEmpty() || expected.levels().contains(level))
        || !(declared.isEmpty() || declared.contains(level))) {
      throw wrongLevel(level.uri(), expected);
    }
  }

  private static RefusedException wrongLevel(String got, ExpectedResponse expected) {
    return new RefusedException(
        SamlRefusal.LEVEL_REFUSED,
        "wanted %s, got %s, and the identity provider declares %s"
            .formatted(
                LogText.levels(expected.levels()),
                LogText.of(got),
                LogText.levels(expected.identityProvider().levels())));
  }

  static Optional<AssuranceLevel> levelOf(AuthnStatement statement) {
    AuthnContext context = statement.getAuthnContext();
    AuthnContextClassRef reference = context == null ? null : context.getAuthnContextClassRef();
    return Optional.ofNullable(reference == null ? null : reference.getURI())
        .filter(uri -> !uri.isBlank())
        .map(AssuranceLevel::of);
  }

  /** The engine passes over what it does not know; here that is refused. */
  private static void requireOnly(XMLObject object, Set<String> known) {
    Element parent = object.getDOM();
    if (parent == null) {
      throw new RefusedException(SamlRefusal.ASSERTION_FORM);
    }
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        String name = element.getLocalName();
        boolean signature = "Signature".equals(name) && DS.equals(element.getNamespaceURI());
        require(
            signature || (SAML.equals(element.getNamespaceURI()) && known.contains(name)),
            SamlRefusal.ASSERTION_FORM);
      }
    }
  }

  private static Instant present(@Nullable Instant instant) {
    if (instant == null) {
      throw new RefusedException(SamlRefusal.ASSERTION_FORM);
    }
    return instant;
  }

  private static void requireTime(
      boolean holds, SamlRefusal otherwise, String place, Instant time) {
    if (!holds) {
      throw RefusedException.at(otherwise, place, time);
    }
  }

  private static void require(boolean holds, SamlRefusal otherwise) {
    if (!holds) {
      throw new RefusedException(otherwise);
    }
  }
}
