package se.byggsten.testidp.attack.internal;

import se.byggsten.testidp.attack.Attack.Manner;
import se.byggsten.testidp.attack.Attack.Target;
import se.byggsten.testidp.protocol.internal.AnswerDraft.Part;

/** The attacks on what an answer says and on the order of messages. */
final class ProtocolAttacks {
  private ProtocolAttacks() {}

  static void addTo(AttackList.Adder list) {
    list.add(
        "other-entity-issuer",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.2",
        "40",
        ContentAttacks::otherIssuer);
    list.add(
        "other-entity-answer",
        Target.RESPONSE,
        Manner.SECOND,
        "Deployment Profile 6.2",
        "40",
        SignatureForgery::ofSibling);
    list.add(
        "id-by-dtd", Target.RESPONSE, Manner.MESSAGE, "CVE-2025-23369", "38", HostileXml::idByDtd);
    list.add(
        "two-assertions",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.2",
        "39",
        EncryptionAttacks::twoAssertions);
    list.add(
        "two-authn-statements",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.2",
        "39",
        ContentAttacks::twoAuthnStatements);
    list.add(
        "two-attribute-statements",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.2",
        "39",
        ContentAttacks::twoAttributeStatements);
    list.add(
        "two-confirmations",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.2",
        "41",
        ContentAttacks::twoConfirmations);
    list.add(
        "two-values",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.2.1",
        "39 52",
        ContentAttacks::twoValues);
    list.add(
        "wrong-recipient",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3",
        "42",
        ContentAttacks.elsewhere(Part.RECIPIENT));
    list.add(
        "wrong-audience",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3",
        "44",
        ContentAttacks.elsewhere(Part.AUDIENCE));
    list.add(
        "wrong-destination",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.3",
        "42",
        ContentAttacks.elsewhere(Part.DESTINATION));
    list.add(
        "wrong-response-in-response-to",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.3.2",
        "42 50",
        ContentAttacks.part(Part.RESPONSE_IN_RESPONSE_TO, "_annan"));
    list.add(
        "wrong-assertion-in-response-to",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.2",
        "42",
        ContentAttacks.part(Part.ASSERTION_IN_RESPONSE_TO, "_annan"));
    list.add(
        "no-in-response-to",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.1",
        "50",
        ContentAttacks::noInResponseTo);
    list.add(
        "wrong-response-issuer",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.3",
        "40",
        ContentAttacks.elsewhere(Part.RESPONSE_ISSUER));
    list.add(
        "wrong-assertion-issuer",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3",
        "40",
        ContentAttacks.elsewhere(Part.ASSERTION_ISSUER));
    list.add(
        "level-not-asked",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.4",
        "45",
        ContentAttacks::levelNotAsked);
    list.add(
        "level-downgrade",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.4",
        "45",
        ContentAttacks.part(Part.LEVEL, "urn:oasis:names:tc:SAML:2.0:ac:classes:Password"));
    list.add(
        "level-missing",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.4",
        "45",
        ContentAttacks::noLevel);
    list.add(
        "foreign-scope",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.2.1",
        "51",
        ContentAttacks::foreignScope);
    list.add(
        "no-conditions",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.3",
        "44",
        ContentAttacks::noConditions);
    list.add(
        "no-audience",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.3",
        "44",
        ContentAttacks::noAudience);
    list.add(
        "response-in-future",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.3.5",
        "47 49",
        ContentAttacks::responseInFuture);
    list.add(
        "assertion-in-future",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.5",
        "47 49",
        ContentAttacks::assertionInFuture);
    list.add(
        "response-old",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.3.5",
        "47",
        ContentAttacks::oldResponse);
    list.add(
        "all-old",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.3.5",
        "43 47",
        ContentAttacks::old);
    list.add(
        "assertion-expired",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.3",
        "44",
        ContentAttacks::expired);
    list.add(
        "confirmation-expired",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.2",
        "43",
        ContentAttacks::confirmationExpired);
    list.add(
        "assertion-not-yet-valid",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.3",
        "44",
        ContentAttacks::notYetValid);
    list.add(
        "authentication-old",
        Target.ASSERTION,
        Manner.MESSAGE,
        "Deployment Profile 6.3.4",
        "48",
        ContentAttacks::oldAuthentication);
    list.add(
        "error-with-assertion",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.4",
        "53",
        ContentAttacks::errorWithAssertion);
    list.add(
        "status-missing",
        Target.RESPONSE,
        Manner.MESSAGE,
        "Deployment Profile 6.4",
        "53",
        ContentAttacks::noStatus);
    list.add(
        "unsolicited",
        Target.PROTOCOL,
        Manner.UNSOLICITED,
        "Deployment Profile 6.1",
        "50",
        ContentAttacks::unsolicited);
    list.add(
        "replay",
        Target.PROTOCOL,
        Manner.REPLAY,
        "Deployment Profile 6.3.5",
        "46",
        scene -> scene.right());
    list.add(
        "replay-assertion",
        Target.PROTOCOL,
        Manner.REUSE,
        "Deployment Profile 6.3.5",
        "42 46",
        scene -> scene.right());
    list.add(
        "replay-assertion-id",
        Target.PROTOCOL,
        Manner.REUSE,
        "Deployment Profile 6.3.5",
        "46",
        scene -> scene.right());
    list.add(
        "other-browser",
        Target.PROTOCOL,
        Manner.OTHER_BROWSER,
        "OWASP, login CSRF",
        "50",
        scene -> scene.right());
    list.add(
        "relay-state-redirect",
        Target.PROTOCOL,
        Manner.RELAY_STATE,
        "OWASP, Unvalidated Redirects",
        "50",
        scene -> scene.right());
  }
}
