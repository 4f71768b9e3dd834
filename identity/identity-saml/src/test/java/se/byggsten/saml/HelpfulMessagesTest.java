package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.core.store.InMemoryStore;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.saml.internal.RefusedException;
import se.byggsten.saml.metadata.EntityCategory;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.testsupport.MovableClock;

/** What goes wrong at the first try says what to do about it. */
class HelpfulMessagesTest {
  private static final URI ACS = URI.create(Scene.ACS);

  @TempDir private Path folder;

  @Test
  void whatIsForgottenIsNamedByTheCallThatGivesIt() {
    says(
        "signingKey(KeyMaterial.keptIn(",
        () ->
            ServiceProviderConfig.builder(Scene.SP, ACS).description(Scene.description()).build());
    says(
        "description(ServiceDescription.builder()",
        () -> ServiceProviderConfig.builder(Scene.SP, ACS).signingKey(Scene.SP_SIGNING).build());
    ServiceDescription.Builder description = ServiceDescription.builder();
    says("organisation(Swedish, English, web site)", description::build);
    description.organisation("Eksta kommun", "Eksta", URI.create("https://eksta.example/"));
    says("name(Swedish, English)", description::build);
    description.name("Mina sidor", "My pages");
    says("description(Swedish, English)", description::build);
    description.description("Se dina ärenden", "See your cases");
    says("logo(address, width, height)", description::build);
    ServiceProviderConfig config = Scene.configuration(SamlProfile.SWEDEN_CONNECT_1_9).build();
    says("identityProviders(MetadataFeed", ServiceProvider.builder(config)::build);
    says(
        "store(InMemoryStore",
        ServiceProvider.builder(config).identityProviders(IdentityProviders.of(List.of()))::build);
    says("clock(Clock", MetadataFeed.from(folder.resolve("feed.xml")).unsigned()::build);
  }

  private static void says(String call, ThrowingCallable build) {
    assertThatThrownBy(build)
        .isInstanceOf(NullPointerException.class)
        .hasMessageContainingAll("missing: call ", call);
  }

  @Test
  void levelsThatSuitNoCategoryAreToldWithTheCategoriesThatTheySuit() {
    assertThatThrownBy(
            () ->
                Scene.configuration(SamlProfile.SWEDEN_CONNECT_1_9)
                    .levels(LevelPolicy.parse("loa4"))
                    .build())
        .isInstanceOf(SamlException.class)
        .hasMessageContainingAll(
            "SC-30c",
            "none of [" + AssuranceLevel.LOA4 + "] goes with [" + EntityCategory.LOA3_PNR,
            "add one of the categories [" + EntityCategory.LOA4_PNR,
            "accept one of the levels [" + AssuranceLevel.LOA3);
    assertThatThrownBy(
            () ->
                Scene.configuration(SamlProfile.SWEDEN_CONNECT_1_9)
                    .levels(LevelPolicy.parse("https://levels.example/mine"))
                    .build())
        .hasMessageContaining("goes with")
        .hasMessageNotContaining("add one of the categories");
  }

  @Test
  void aKeyFileThatCannotBeUsedIsNamedAndItsPasswordIsNot() throws IOException {
    Path file = folder.resolve("signing.p12");
    Scene.SP_NEW.store(file, "hemligt".toCharArray());
    assertThatThrownBy(() -> KeyMaterial.load(file, "felaktigt".toCharArray()))
        .hasMessageContainingAll("signing.p12", "check", "the password")
        .hasMessageNotContaining("felaktigt");
    Path below = file.resolve("encryption.p12");
    assertThatThrownBy(() -> Scene.SP_NEW.store(below, "hemligt".toCharArray()))
        .hasMessageContainingAll(below.toString(), "cannot be written");
    Path pem = Files.writeString(folder.resolve("signing.pem"), "no key");
    assertThatThrownBy(() -> KeyMaterial.pem(pem, pem)).hasMessageContaining("signing.pem");
  }

  @ParameterizedTest
  @CsvSource({
    "file:/var/lib/feed.xml, file:/var/lib/feed.xml",
    "ftp://hemligt:ord@md.example.se:21/feed.xml?a=hemligt, ftp://md.example.se:21/feed.xml",
    "https://hemligt@md.example.se/feed.xml, https://md.example.se/feed.xml",
    "/feed.xml, /feed.xml"
  })
  void anAddressThatIsNotFetchedFromIsNamedWithoutItsSecrets(URI address, String shown) {
    assertThatThrownBy(
            MetadataFeed.from(address)
                    .signedBy(Federation.OPERATOR.certificate())
                    .clock(MovableClock.at(Federation.NOW))
                ::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("not from " + shown + ";", "MetadataFeed.from(Path)")
        .hasMessageNotContaining("hemligt");
  }

  @Test
  void aRefusedLevelIsToldWithWhatWasWantedAndWhatCame() {
    Scene scene = Scene.strict();
    Answer answer = scene.answer();
    answer.level = AssuranceLevel.LOA4.uri();
    RefusedException refused = refusal(scene, answer);
    assertThat(refused.detail())
        .startsWith("wanted [")
        .contains(AssuranceLevel.LOA3.uri(), "got " + AssuranceLevel.LOA4, "declares [")
        .doesNotContain(Answer.NUMBER, "Åsa");
    answer.level = "https://levels.example/" + "x".repeat(5000) + "&#10;FORGED";
    assertThat(refusal(scene, answer).detail().lines().toList())
        .singleElement()
        .asString()
        .hasSizeLessThan(2000)
        .doesNotContain("FORGED");
  }

  private static RefusedException refusal(Scene scene, Answer answer) {
    AssertionVerifier verifier =
        AssertionVerifier.of(
            Scene.configuration(SamlProfile.SWEDEN_CONNECT_1_9).build(),
            InMemoryStore.with(scene.clock),
            scene.clock);
    ExpectedResponse expected =
        new ExpectedResponse(
            answer.inResponseTo, Scene.idp(), Set.of(AssuranceLevel.LOA3), Optional.empty());
    String posted =
        Base64.getEncoder().encodeToString(scene.right(answer).getBytes(StandardCharsets.UTF_8));
    return catchThrowableOfType(RefusedException.class, () -> verifier.accept(posted, expected));
  }
}
