package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.ForeignIdentity;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.SamlAttribute;
import se.byggsten.saml.protocol.IdentityBinding;
import se.byggsten.saml.protocol.RequiredIdentity;
import se.byggsten.saml.protocol.SamlProfile;

/** People who log in with an eID of another country, and numbers that have been mapped to it. */
class ForeignPersonTest {
  private static final IdentityProviderMetadata EIDAS_NODE =
      Scene.idpBuilder()
          .signingCertificate(Scene.IDP_KEY.certificate())
          .level(AssuranceLevel.EIDAS_NF_SUBSTANTIAL)
          .build();

  private static Scene scene(RequiredIdentity required, Set<IdentityBinding> trusted) {
    Scene scene =
        Scene.with(
            Scene.configuration(SamlProfile.SWEDEN_CONNECT_1_9)
                .levels(LevelPolicy.LOA3_OR_BANKID_OR_EIDAS)
                .trustedBindings(trusted)
                .build(),
            EIDAS_NODE);
    scene.start(LoginRequest.person("/").withRequired(required));
    return scene;
  }

  private static Answer norwegian(Scene scene) {
    Answer answer = scene.answer();
    answer.level = AssuranceLevel.EIDAS_NF_SUBSTANTIAL.uri();
    answer.attributes.remove(Answer.PNR);
    put(answer, SamlAttribute.PRID, "NO:05068907693");
    put(answer, SamlAttribute.PRID_PERSISTENCE, "A");
    put(answer, SamlAttribute.EIDAS_PERSON_IDENTIFIER, "NO/SE/05068907693");
    put(answer, SamlAttribute.DATE_OF_BIRTH, "1989-06-05");
    return answer;
  }

  private static void put(Answer answer, SamlAttribute attribute, String value) {
    answer.attributes.put(attribute.name(), value);
  }

  private static AuthenticatedPerson loggedIn(Scene scene, Answer answer) {
    LoginResult result = scene.post(scene.right(answer));
    assertThat(result).isInstanceOf(LoginResult.Success.class);
    return ((LoginResult.Success) result).person();
  }

  @Test
  void aPersonFromAbroadLogsInWhereThatIsWelcome() {
    Scene scene = scene(RequiredIdentity.PERSON, Set.of());
    AuthenticatedPerson person = loggedIn(scene, norwegian(scene));
    assertThat(person.identifier()).isEmpty();
    assertThat(person.foreign())
        .contains(
            ForeignIdentity.of("NO:05068907693", ForeignIdentity.Persistence.A)
                .withEidasPersonIdentifier("NO/SE/05068907693")
                .bornOn(LocalDate.of(1989, 6, 5)));
    assertThat(person.foreign().orElseThrow().country()).isEqualTo("no");
  }

  @Test
  void capitalsInTheIdsOfOtherCountriesMeanTheSame() {
    Scene scene = scene(RequiredIdentity.PERSON, Set.of());
    Answer answer = norwegian(scene);
    put(answer, SamlAttribute.PRID, "DE:12345-3456-ABC");
    put(answer, SamlAttribute.EIDAS_PERSON_IDENTIFIER, "de/se/#12345-3456//ABC");
    ForeignIdentity foreign = loggedIn(scene, answer).foreign().orElseThrow();
    assertThat(foreign.provisionalId()).isEqualTo("DE:12345-3456-abc");
    assertThat(foreign.eidasPersonIdentifier()).contains("de/se/#12345-3456//ABC");
  }

  @Test
  void aPersonFromAbroadIsToldThatANumberIsMissingWhereOneIsNeeded() {
    Scene scene = scene(RequiredIdentity.PERSONAL_NUMBER, Set.of());
    scene.refuses(scene.right(norwegian(scene)), "SAML-ATTRIBUTE-MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"populationregister", "swedish-eid"})
  void aMappedNumberIsUsedWhenTheProcessIsTrusted(String process) {
    IdentityBinding binding =
        new IdentityBinding("http://id.swedenconnect.se/id-binding/process/" + process);
    Scene scene = scene(RequiredIdentity.PERSONAL_NUMBER, Set.of(binding));
    Answer answer = norwegian(scene);
    put(answer, SamlAttribute.MAPPED_PERSONAL_IDENTITY_NUMBER, Answer.NUMBER);
    put(answer, SamlAttribute.PERSONAL_IDENTITY_NUMBER_BINDING, binding.uri());
    AuthenticatedPerson person = loggedIn(scene, answer);
    assertThat(person.identifier())
        .hasValueSatisfying(n -> assertThat(n.canonical()).isEqualTo(Answer.NUMBER));
    assertThat(person.foreign()).isPresent();
  }

  @Test
  void aMappedNumberIsNotUsedWhenTheProcessIsNotTrustedOrNotTold() {
    Scene scene = scene(RequiredIdentity.PERSON, Set.of(IdentityBinding.SWEDISH_EID));
    Answer answer = norwegian(scene);
    put(answer, SamlAttribute.MAPPED_PERSONAL_IDENTITY_NUMBER, Answer.NUMBER);
    put(
        answer,
        SamlAttribute.PERSONAL_IDENTITY_NUMBER_BINDING,
        IdentityBinding.POPULATION_REGISTER.uri());
    assertThat(loggedIn(scene, answer).identifier()).isEmpty();
    Scene again = scene(RequiredIdentity.PERSON, Set.of(IdentityBinding.SWEDISH_EID));
    Answer untold = norwegian(again);
    put(untold, SamlAttribute.MAPPED_PERSONAL_IDENTITY_NUMBER, Answer.NUMBER);
    assertThat(loggedIn(again, untold).identifier()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "registered-user;populationregister;swedish-eid,true",
    "populationregister; swedish-eid,true",
    "swedish-eid;relative,true",
    "registered-user;populationregister,false",
    "relative;swedish-eid-2,false",
    ";,false"
  })
  void oneTrustedProcessOfThoseThatWereGoneThroughIsEnough(String processes, boolean used) {
    Scene scene = scene(RequiredIdentity.PERSON, Set.of(IdentityBinding.SWEDISH_EID));
    Answer answer = norwegian(scene);
    put(answer, SamlAttribute.MAPPED_PERSONAL_IDENTITY_NUMBER, Answer.NUMBER);
    put(
        answer,
        SamlAttribute.PERSONAL_IDENTITY_NUMBER_BINDING,
        processes.replaceAll(
            "([a-z-]+[0-9]*)", "http://id.swedenconnect.se/id-binding/process/$1"));
    assertThat(loggedIn(scene, answer).identifier().isPresent()).isEqualTo(used);
  }

  @Test
  void anIdWhoseLifeIsNotToldIsNotTrustedToLast() {
    Scene scene = scene(RequiredIdentity.PERSON, Set.of());
    Answer answer = norwegian(scene);
    answer.attributes.remove(SamlAttribute.PRID_PERSISTENCE.name());
    assertThat(loggedIn(scene, answer).foreign().orElseThrow().persistence())
        .isEqualTo(ForeignIdentity.Persistence.C);
  }

  @ParameterizedTest
  @CsvSource({
    "PRID,no:05068907693",
    "PRID,NO:x",
    "PRID_PERSISTENCE,D",
    "EIDAS_PERSON_IDENTIFIER,05068907693",
    "DATE_OF_BIRTH,1989-13-05",
    "DATE_OF_BIRTH,19890605"
  })
  void refusesValuesOfAnotherForm(String attribute, String value) throws Exception {
    Scene scene = scene(RequiredIdentity.PERSON, Set.of());
    Answer answer = norwegian(scene);
    put(answer, (SamlAttribute) SamlAttribute.class.getField(attribute).get(null), value);
    scene.refuses(scene.right(answer), "SAML-ATTRIBUTE-INVALID");
  }

  @Test
  void theNumberThatSomebodyHadBeforeIsTold() {
    Scene scene = scene(RequiredIdentity.PERSONAL_NUMBER, Set.of());
    Answer answer = scene.answer();
    put(answer, SamlAttribute.PREVIOUS_PERSONAL_IDENTITY_NUMBER, "197010632391");
    assertThat(loggedIn(scene, answer).previousIdentifier())
        .hasValueSatisfying(n -> assertThat(n.canonical()).isEqualTo("197010632391"));
  }

  @Test
  void allVerifiedAttributesReachTheService() {
    Scene scene = scene(RequiredIdentity.PERSONAL_NUMBER, Set.of());
    Answer answer = scene.answer();
    put(answer, SamlAttribute.MAIL, "asa@example.se");
    answer.extraAttributes =
        "<saml2:Attribute Name=\"urn:example:roles\"><saml2:AttributeValue>a</saml2:AttributeValue>"
            + "<saml2:AttributeValue>b</saml2:AttributeValue></saml2:Attribute>"
            + "<saml2:Attribute Name=\"urn:example:element\"><saml2:AttributeValue>"
            + "<x xmlns=\"urn:x\">1</x></saml2:AttributeValue></saml2:Attribute>";
    LoginResult.Success success = (LoginResult.Success) scene.post(scene.right(answer));
    assertThat(success.attributes())
        .containsEntry(SamlAttribute.MAIL.name(), List.of("asa@example.se"))
        .containsEntry("urn:example:roles", List.of("a", "b"))
        .doesNotContainKey("urn:example:element");
    assertThat(success.toString()).doesNotContain("asa@", Answer.NUMBER);
  }
}
