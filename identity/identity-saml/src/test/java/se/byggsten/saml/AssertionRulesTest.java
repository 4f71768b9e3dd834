package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.metadata.SamlAttribute;

/** Rightly signed and encrypted answers that say something that must not be believed. */
class AssertionRulesTest {
  private static final String ASSERTION_FORM = "SAML-ASSERTION-FORM";
  private final Scene scene = Scene.strict();

  private void refuses(String code, Consumer<Answer> change) {
    Answer answer = scene.answer();
    change.accept(answer);
    scene.refuses(scene.right(answer), code);
  }

  private AuthenticatedPerson accepts(Consumer<Answer> change) {
    Answer answer = scene.answer();
    change.accept(answer);
    LoginResult result = scene.post(scene.right(answer));
    assertThat(result).isInstanceOf(LoginResult.Success.class);
    return ((LoginResult.Success) result).person();
  }

  @Test
  void givesThePersonThatTheAssertionTellsOf() {
    AuthenticatedPerson person = accepts(answer -> {});
    assertThat(person.identifier())
        .hasValueSatisfying(n -> assertThat(n.canonical()).isEqualTo(Answer.NUMBER));
    assertThat(person.displayName()).isEqualTo("Åsa Öberg");
    assertThat(person.level().uri()).endsWith("/loa3");
    assertThat(person.identityProvider()).isEqualTo(Scene.IDP);
    assertThat(person.authenticatedAt()).isEqualTo(scene.clock.instant());
  }

  @Test
  void refusesAnotherIssuerOfTheResponse() {
    refuses("SAML-ISSUER", a -> a.issuer = "https://idp2.example.se");
  }

  @Test
  void refusesAnotherIssuerOfTheAssertion() {
    refuses("SAML-ISSUER", a -> a.assertionIssuer = "https://idp2.example.se");
  }

  @Test
  void refusesAnotherAudience() {
    refuses("SAML-AUDIENCE", a -> a.audience = "https://other.example");
  }

  @Test
  void refusesAnAudienceThatOnlyBeginsLikeOurs() {
    refuses("SAML-AUDIENCE", a -> a.audience = Scene.SP + "/x");
  }

  @Test
  void refusesAnotherRecipient() {
    refuses("SAML-RECIPIENT", a -> a.recipient = "https://other.example/acs");
  }

  @Test
  void refusesAnotherDestination() {
    refuses("SAML-DESTINATION", a -> a.destination = "https://other.example/acs");
  }

  @Test
  void refusesAnAnswerToAnotherRequest() {
    refuses("SAML-IN-RESPONSE-TO", a -> a.inResponseTo = "_other");
  }

  @Test
  void refusesAnAssertionForAnotherRequest() {
    refuses("SAML-IN-RESPONSE-TO", a -> a.assertionInResponseTo = "_other");
  }

  @Test
  void refusesAnOldResponse() {
    refuses("SAML-EXPIRED", a -> a.issued = a.issued.minusSeconds(211));
  }

  @Test
  void acceptsWithinTheDifferenceOfTheClocks() {
    accepts(
        a -> {
          a.issued = a.issued.plusSeconds(29);
          a.notBefore = a.notBefore.plusSeconds(29);
          a.authnInstant = a.authnInstant.plusSeconds(29);
        });
  }

  @Test
  void refusesAResponseFromTheFuture() {
    refuses("SAML-ISSUED-IN-FUTURE", a -> a.issued = a.issued.plusSeconds(31));
  }

  @Test
  void refusesAnAssertionThatIsNotValidYet() {
    refuses("SAML-NOT-YET-VALID", a -> a.notBefore = a.notBefore.plusSeconds(31));
  }

  @Test
  void refusesAnAssertionThatIsNotValidAnyMore() {
    refuses("SAML-EXPIRED", a -> a.notOnOrAfter = a.issued.minusSeconds(30));
  }

  @Test
  void refusesAConfirmationThatIsNotValidAnyMore() {
    refuses("SAML-EXPIRED", a -> a.confirmedUntil = a.issued.minusSeconds(30));
  }

  @Test
  void refusesAnIdentificationBeforeTheOneAskedFor() {
    refuses("SAML-AUTHN-TOO-OLD", a -> a.authnInstant = a.authnInstant.minusSeconds(31));
  }

  @Test
  void acceptsAnOldIdentificationOnlyWithinAnHourAndWhenItIsEnough() {
    scene.start(LoginRequest.person("/").withForceAuthn(false));
    accepts(a -> a.authnInstant = a.authnInstant.minusSeconds(3600));
    scene.start(LoginRequest.person("/").withForceAuthn(false));
    refuses("SAML-AUTHN-TOO-OLD", a -> a.authnInstant = a.authnInstant.minusSeconds(3631));
  }

  @Test
  void refusesAnIdentificationInTheFuture() {
    refuses("SAML-ISSUED-IN-FUTURE", a -> a.authnInstant = a.authnInstant.plusSeconds(31));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.elegnamnden.se/loa/1.0/loa2",
        "http://id.elegnamnden.se/loa/1.0/loa1",
        "http://id.elegnamnden.se/loa/1.0/LOA3",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified"
      })
  void refusesALevelThatWasNotAskedFor(String level) {
    refuses("SAML-LEVEL", a -> a.level = level);
  }

  @Test
  void refusesALevelThatTheIdentityProviderDoesNotDeclare() {
    refuses("SAML-LEVEL", a -> a.level = "http://id.elegnamnden.se/loa/1.0/loa4");
  }

  @Test
  void refusesAnotherWayToConfirmTheSubject() {
    refuses("SAML-ASSERTION-FORM", a -> a.method = "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches");
  }

  @ParameterizedTest
  @CsvSource({
    "InResponseTo,SAML-IN-RESPONSE-TO",
    "Recipient,SAML-RECIPIENT",
    "NotOnOrAfter,SAML-ASSERTION-FORM"
  })
  void refusesAConfirmationThatDoesNotSayForWhatItIs(String attribute, String code) {
    refusesChanged(
        assertion ->
            assertion.replaceFirst(
                "(<saml2:SubjectConfirmationData[^>]*) " + attribute + "=\"[^\"]*\"", "$1"),
        code);
  }

  @Test
  void refusesTwoConfirmationsAndNone() {
    String one = "<saml2:SubjectConfirmation .*</saml2:SubjectConfirmation>";
    refusesChanged(assertion -> assertion.replaceFirst("(" + one + ")", "$1$1"), ASSERTION_FORM);
    scene.start(LoginRequest.person("/"));
    refusesChanged(assertion -> assertion.replaceFirst(one, ""), ASSERTION_FORM);
  }

  private void refusesChanged(UnaryOperator<String> change, String code) {
    Answer answer = scene.answer();
    String changed = change.apply(answer.assertion());
    assertThat(changed).isNotEqualTo(answer.assertion());
    String encrypted = Crypto.encrypt(changed, Scene.SP_NEW, Crypto.GCM256, Crypto.OAEP);
    scene.refuses(scene.signed(answer.response(encrypted)), code);
  }

  @Test
  void refusesTwoIdentifications() {
    refuses(
        "SAML-ASSERTION-FORM",
        a ->
            a.extraStatement =
                "<saml2:AuthnStatement AuthnInstant=\""
                    + a.authnInstant
                    + "\">"
                    + "<saml2:AuthnContext><saml2:AuthnContextClassRef>x"
                    + "</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>");
  }

  @Test
  void refusesTwoGroupsOfAttributes() {
    refuses(
        "SAML-ASSERTION-FORM",
        a ->
            a.extraStatement =
                "<saml2:AttributeStatement>"
                    + Answer.attribute("x", "y")
                    + "</saml2:AttributeStatement>");
  }

  @Test
  void refusesAConditionThatItDoesNotKnow() {
    refuses(
        "SAML-ASSERTION-FORM",
        a ->
            a.extraCondition =
                "<saml2:Condition xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                    + " xmlns:x=\"urn:x\" xsi:type=\"x:MoonPhase\"/>");
  }

  @Test
  void acceptsOneTimeUse() {
    accepts(a -> a.extraCondition = "<saml2:OneTimeUse/>");
  }

  @ParameterizedTest
  @CsvSource({
    "Responder,http://id.elegnamnden.se/status/1.0/cancel,SAML-CANCELLED",
    "Responder,http://id.elegnamnden.se/status/1.0/fraud,SAML-FRAUD",
    "Responder,http://id.elegnamnden.se/status/1.0/possibleFraud,SAML-POSSIBLE-FRAUD",
    "Requester,urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext,SAML-NO-AUTHN-CONTEXT",
    "Responder,urn:oasis:names:tc:SAML:2.0:status:AuthnFailed,SAML-AUTHN-FAILED",
    "Responder,urn:oasis:names:tc:SAML:2.0:status:UnknownPrincipal,SAML-UNKNOWN-PRINCIPAL",
    "Responder,'',SAML-STATUS",
    "VersionMismatch,urn:x,SAML-STATUS"
  })
  void tellsTheIdentityProvidersErrorsApart(String top, String second, String code) {
    Answer answer = scene.answer();
    answer.status = "urn:oasis:names:tc:SAML:2.0:status:" + top;
    answer.secondStatus = second;
    scene.refuses(scene.signed(answer.response("")), code);
  }

  @Test
  void believesNoErrorThatIsNotSigned() {
    Answer answer = scene.answer();
    answer.status = "urn:oasis:names:tc:SAML:2.0:status:Responder";
    scene.refuses(answer.response(""), "SAML-SIGNATURE-MISSING");
  }

  @Test
  void refusesAnAnswerWithoutAssertion() {
    scene.refuses(scene.signed(scene.answer().response("")), "SAML-ASSERTION-COUNT");
  }

  @Test
  void refusesAnAnswerWithoutTheNumber() {
    refuses("SAML-ATTRIBUTE-MISSING", a -> a.attributes.remove(Answer.PNR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "198401042381",
        "8401042380",
        "19840104-2380",
        "209901012384",
        "19840104238O",
        "１98401042380",
        "198401042380198401042380"
      })
  void refusesANumberThatIsNone(String number) {
    refuses("SAML-ATTRIBUTE-INVALID", a -> a.attributes.put(Answer.PNR, number));
  }

  @Test
  void passesOverBlanksAroundAValue() {
    AuthenticatedPerson person = accepts(a -> a.attributes.put(Answer.PNR, "\n 198401042380 "));
    assertThat(person.identifier())
        .hasValueSatisfying(n -> assertThat(n.canonical()).isEqualTo(Answer.NUMBER));
  }

  @Test
  void refusesAStatementThatItDoesNotKnow() {
    refuses(
        "SAML-ASSERTION-FORM",
        a ->
            a.extraStatement =
                "<saml2:Statement xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                    + " xmlns:x=\"urn:x\" xsi:type=\"x:Horoscope\"/>");
  }

  @Test
  void refusesAnEncryptedAttribute() {
    refuses("SAML-ASSERTION-FORM", a -> a.extraAttributes = "<saml2:EncryptedAttribute/>");
  }

  @Test
  void acceptsASamordningsnummer() {
    AuthenticatedPerson person = accepts(a -> a.attributes.put(Answer.PNR, "198206722392"));
    assertThat(person.identifier())
        .hasValueSatisfying(n -> assertThat(n.canonical()).isEqualTo("198206722392"));
  }

  @Test
  void refusesTwoNumbers() {
    refuses(
        "SAML-ATTRIBUTE-INVALID",
        a -> a.extraAttributes = Answer.attribute(Answer.PNR, "197901052394"));
  }

  @Test
  void refusesAnAttributeWithTwoValues() {
    refuses(
        "SAML-ATTRIBUTE-INVALID",
        a ->
            a.attributes.put(
                Answer.PNR,
                Answer.NUMBER + "</saml2:AttributeValue><saml2:AttributeValue>197901052394"));
  }

  @Test
  void refusesAnAttributeWithAnElementInside() {
    refuses(
        "SAML-ATTRIBUTE-INVALID",
        a -> a.attributes.put(Answer.PNR, "1984<x xmlns=\"urn:x\"/>01042380"));
  }

  @Test
  void givesTheAffiliationOfAnEmployee() {
    scene.start(LoginRequest.staff("/handlaggare"));
    AuthenticatedPerson person =
        accepts(
            a -> {
              a.attributes.remove(Answer.PNR);
              a.attributes.put(Answer.AFFILIATION, "karek@2120002999");
            });
    assertThat(person.identifier()).isEmpty();
    assertThat(person.affiliation())
        .hasValueSatisfying(affiliation -> assertThat(affiliation.userId()).isEqualTo("karek"));
  }

  @Test
  void givesEveryAffiliationOfSomebodyWhoHasSeveralAndGoesByAnAnonymousName() {
    scene.start(LoginRequest.staff("/handlaggare"));
    AuthenticatedPerson person =
        accepts(
            a -> {
              a.attributes.keySet().removeIf(name -> !name.equals(Answer.AFFILIATION));
              a.attributes.put(SamlAttribute.DISPLAY_NAME.name(), "Handläggare 7");
              a.attributes.put(
                  Answer.AFFILIATION,
                  "h7@2120002999</saml2:AttributeValue><saml2:AttributeValue>karek@2120002999");
            });
    assertThat(person.affiliations()).extracting(a -> a.userId()).containsExactly("h7", "karek");
    assertThat(person.displayName()).isEqualTo("Handläggare 7");
  }

  @Test
  void refusesAnAttributeThatIsThereTwiceThoughItMayHaveSeveralValues() {
    scene.start(LoginRequest.staff("/handlaggare"));
    refuses(
        "SAML-ATTRIBUTE-INVALID",
        a -> {
          a.attributes.put(Answer.AFFILIATION, "h7@2120002999");
          a.extraAttributes = Answer.attribute(Answer.AFFILIATION, "karek@2120002999");
        });
  }

  @Test
  void refusesOneForeignScopeAmongSeveral() {
    scene.start(LoginRequest.staff("/handlaggare"));
    refuses(
        "SAML-SCOPE",
        a ->
            a.attributes.put(
                Answer.AFFILIATION,
                "h7@2120002999</saml2:AttributeValue><saml2:AttributeValue>h7@2120001637"));
  }

  @Test
  void aCitizenWhoAlsoWorksInTwoPlacesLogsInAsACitizen() {
    AuthenticatedPerson person =
        accepts(
            a ->
                a.attributes.put(
                    Answer.AFFILIATION,
                    "h7@2120002999</saml2:AttributeValue><saml2:AttributeValue>x@2120002999"));
    assertThat(person.identifier()).isPresent();
    assertThat(person.displayName()).isEqualTo("Åsa Öberg");
  }

  @Test
  void refusesAScopeThatTheIdentityProviderMayNotVouchFor() {
    scene.start(LoginRequest.staff("/handlaggare"));
    refuses("SAML-SCOPE", a -> a.attributes.put(Answer.AFFILIATION, "karek@2120001637"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"karek", "@2120002999", "a@b@2120002999", "a b@2120002999"})
  void refusesAnAffiliationThatIsNone(String affiliation) {
    scene.start(LoginRequest.staff("/handlaggare"));
    refuses("SAML-ATTRIBUTE-INVALID", a -> a.attributes.put(Answer.AFFILIATION, affiliation));
  }
}
