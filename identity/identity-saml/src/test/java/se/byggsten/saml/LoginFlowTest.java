package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.identity.LevelPolicy;
import se.byggsten.identity.LoginMessages;
import se.byggsten.identity.LoginResult;
import se.byggsten.saml.lint.SwedenConnectRequirements;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.protocol.SamlException;
import se.byggsten.saml.protocol.SamlProfile;
import se.byggsten.saml.protocol.SamlRefusal;

/** A login from its beginning to its end, and everything that ends it early. */
class LoginFlowTest {
  private static final Pattern RELAY_STATE = Pattern.compile("RelayState=([A-Za-z0-9_-]{43})");

  private final Scene scene = Scene.strict();

  @Test
  void asksAsTheSwedishProfileRequires() {
    Element request = Dom.parse(scene.requestXml()).getDocumentElement();
    assertThat(request.getAttribute("Destination")).isEqualTo("https://idp.example.se/sso");
    assertThat(request.getAttribute("AssertionConsumerServiceURL")).isEqualTo(Scene.ACS);
    assertThat(request.hasAttribute("AssertionConsumerServiceIndex")).isFalse();
    assertThat(request.getAttribute("ForceAuthn")).isEqualTo("true");
    assertThat(Dom.first(request, Dom.SAML, "Issuer").getTextContent()).isEqualTo(Scene.SP);
    Element context = Dom.first(request, Dom.SAMLP, "RequestedAuthnContext");
    assertThat(context.getAttribute("Comparison")).isEqualTo("exact");
    assertThat(scene.requestXml())
        .contains(AssuranceLevel.LOA3.uri(), AssuranceLevel.UNCERTIFIED_LOA3.uri())
        .doesNotContain(AssuranceLevel.LOA4.uri(), AssuranceLevel.LOA2.uri(), "DOCTYPE");
  }

  @Test
  void saysThatIdentificationAnewIsNotNeededWhenItIsNot() {
    scene.start(LoginRequest.person("/").withForceAuthn(false));
    assertThat(scene.requestXml()).contains("ForceAuthn=\"false\"");
  }

  @Test
  void signsTheRequestOverTheEncodedQuery() throws Exception {
    String raw = scene.redirect().getRawQuery();
    int end = raw.indexOf("&Signature=");
    assertThat(raw).startsWith("SAMLRequest=").contains("&RelayState=", "&SigAlg=");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(Scene.SP_SIGNING.certificate());
    signature.update(raw.substring(0, end).getBytes(StandardCharsets.UTF_8));
    assertThat(signature.verify(Base64.getDecoder().decode(scene.query().get("Signature"))))
        .isTrue();
  }

  @Test
  void sendsNeitherThePathNorAnythingElseOfTheVisitorAlong() {
    scene.start(LoginRequest.person("/ansokan/hemlig?x=y"));
    assertThat(scene.redirect().toString()).doesNotContain("hemlig");
    assertThat(scene.requestXml()).doesNotContain("hemlig");
    assertThat(scene.started().toString())
        .doesNotContain(scene.started().browserBinding(), scene.relayState());
  }

  @Test
  void leadsBackToWhereTheVisitorWas() {
    LoginResult result = scene.post(scene.right(scene.answer()));
    assertThat(result.returnTo()).isEqualTo("/ansokan/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil",
        "",
        "x",
        "/a\r\nSet-Cookie: x",
        "/ a",
        "javascript:alert(1)"
      })
  void leadsNowhereElse(String path) {
    assertThat(LoginRequest.isLocal(path)).isFalse();
    assertThatThrownBy(() -> LoginRequest.person(path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/", "x", "'; drop table", "åäö"})
  void takesNothingFromTheRelayState(String relayState) {
    LoginResult result =
        scene.sp.completeLogin(
            Scene.base64(scene.right(scene.answer())),
            relayState,
            scene.started().browserBinding());
    Scene.assertRefused(result, "SAML-UNSOLICITED");
    assertThat(result.returnTo()).isEqualTo("/");
  }

  @Test
  void refusesAnAnswerThatNobodyAskedFor() {
    String answer = Scene.base64(scene.right(scene.answer()));
    Scene.assertRefused(
        scene.sp.completeLogin(answer, null, scene.started().browserBinding()), "SAML-UNSOLICITED");
    Scene.assertRefused(
        scene.sp.completeLogin(answer, "A".repeat(43), scene.started().browserBinding()),
        "SAML-UNSOLICITED");
  }

  @Test
  void aLoginThatAnotherServiceBeganLowersNothingHereAlthoughTheyShareAStore() {
    ServiceProviderConfig config =
        ServiceProviderConfig.builder(Scene.SP + "/low", URI.create(Scene.ACS))
            .signingKey(Scene.SP_SIGNING)
            .encryptionKey(Scene.SP_NEW)
            .levels(LevelPolicy.parse("loa2"))
            .description(Scene.description())
            .build();
    ServiceProvider low =
        ServiceProvider.builder(config)
            .identityProviders(IdentityProviders.of(List.of(Scene.idp())))
            .store(scene.store)
            .clock(scene.clock)
            .build();
    StartedLogin began = low.startLogin(LoginRequest.person("/"));
    Map<String, String> sent = Scene.parameters(Scene.address(began));
    // By an identity provider that answers requests without asking who wrote them.
    Answer answer = scene.answer();
    answer.inResponseTo =
        Dom.parse(Scene.inflated(sent.get("SAMLRequest"))).getDocumentElement().getAttribute("ID");
    answer.assertionInResponseTo = answer.inResponseTo;
    answer.level = AssuranceLevel.LOA2.uri();
    Scene.assertRefused(
        scene.sp.completeLogin(
            Scene.base64(scene.right(answer)), sent.get("RelayState"), began.browserBinding()),
        "SAML-UNSOLICITED");
  }

  @Test
  void refusesAnotherBrowserWithoutSpoilingTheLoginOfTheRightOne() {
    String answer = Scene.base64(scene.right(scene.answer()));
    Scene.assertRefused(
        scene.sp.completeLogin(answer, scene.relayState(), null), "SAML-OTHER-BROWSER");
    Scene.assertRefused(
        scene.sp.completeLogin(answer, scene.relayState(), "A".repeat(43)), "SAML-OTHER-BROWSER");
    assertThat(scene.postRaw(answer)).isInstanceOf(LoginResult.Success.class);
  }

  @Test
  void twoTabsOfOneBrowserLogInSideBySide() {
    String first = scene.relayState();
    String answer = Scene.base64(scene.right(scene.answer()));
    StartedLogin second =
        scene.sp.startLogin(LoginRequest.person("/andra"), scene.started().browserBinding());
    String cookie = second.browserBinding();
    assertThat(scene.sp.completeLogin(answer, first, cookie))
        .isInstanceOf(LoginResult.Success.class);
    String left = scene.sp.bindingAfter(cookie, first);
    assertThat(cookie).contains(left).isNotEqualTo(left);
    assertThat(left).as("the other tab's login is still there").isNotEmpty();
    assertThat(scene.sp.bindingAfter(left, relayStateOf(second))).isEmpty();
    Scene.assertRefused(
        scene.sp.completeLogin(answer, relayStateOf(second), scene.started().browserBinding()),
        "SAML-OTHER-BROWSER");
    Scene.assertRefused(
        scene.sp.completeLogin(null, relayStateOf(second), left), SamlRefusal.XML.code().value());
  }

  @Test
  void aBrowserHoldsAFewLoginsAndForgetsTheOldest() {
    String answer = Scene.base64(scene.right(scene.answer()));
    String cookie = scene.started().browserBinding();
    for (int tab = 0; tab < 4; tab++) {
      cookie = scene.sp.startLogin(LoginRequest.person("/"), cookie).browserBinding();
    }
    assertThat(cookie.length()).isLessThan(300);
    assertThat(scene.sp.completeLogin(null, scene.relayState(), cookie + ".x"))
        .as("the fifth is still known, and what does not belong there does no harm")
        .isInstanceOfSatisfying(
            LoginResult.Refused.class, r -> assertThat(r.code()).isEqualTo(SamlRefusal.XML.code()));
    scene.start(LoginRequest.person("/"));
    String relayState = scene.relayState();
    cookie = scene.started().browserBinding();
    for (int tab = 0; tab < 5; tab++) {
      cookie = scene.sp.startLogin(LoginRequest.person("/"), cookie).browserBinding();
    }
    assertThat(cookie.length()).isLessThan(300);
    Scene.assertRefused(scene.sp.completeLogin(answer, relayState, cookie), "SAML-OTHER-BROWSER");
  }

  private static String relayStateOf(StartedLogin login) {
    Matcher parameter = RELAY_STATE.matcher(String.valueOf(Scene.address(login).getRawQuery()));
    assertThat(parameter.find()).isTrue();
    return parameter.group(1);
  }

  @Test
  void refusesTheSamePostASecondTime() {
    String xml = scene.right(scene.answer());
    scene.accepts(xml);
    scene.refuses(xml, "SAML-REPLAYED");
  }

  @Test
  void refusesAnEarlierAnswerInANewLogin() {
    String xml = scene.right(scene.answer());
    scene.accepts(xml);
    scene.start(LoginRequest.person("/"));
    scene.refuses(xml, "SAML-REPLAYED");
  }

  @Test
  void refusesAnEarlierAssertionInANewResponse() {
    Answer first = scene.answer();
    scene.accepts(scene.right(first));
    scene.start(LoginRequest.person("/"));
    Answer second = scene.answer();
    second.assertionId = first.assertionId;
    scene.refuses(scene.right(second), "SAML-REPLAYED");
  }

  @Test
  void letsOnlyOneOfManyEqualPostsIn() throws Exception {
    String answer = Scene.base64(scene.right(scene.answer()));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<LoginResult>> posts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        posts.add(() -> scene.postRaw(answer));
      }
      int successes = 0;
      for (Future<LoginResult> post : threads.invokeAll(posts)) {
        successes += post.get() instanceof LoginResult.Success ? 1 : 0;
      }
      assertThat(successes).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void verifiesOnManyThreadsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> logins = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Scene own = Scene.strict();
        logins.add(() -> own.post(own.right(own.answer())) instanceof LoginResult.Success);
      }
      for (Future<Boolean> login : threads.invokeAll(logins)) {
        assertThat(login.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void refusesALoginThatTookTooLong() {
    scene.clock.move(Duration.ofMinutes(15).plusSeconds(1));
    scene.refuses(scene.right(scene.answer()), "SAML-EXPIRED");
  }

  @Test
  void forgetsALoginAfterAnHour() {
    scene.clock.move(Duration.ofMinutes(61));
    scene.refuses(scene.right(scene.answer()), "SAML-UNSOLICITED");
  }

  @Test
  void aFailedAnswerEndsTheLogin() {
    scene.refuses("<x/>", "SAML-XML");
    scene.refuses(scene.right(scene.answer()), "SAML-REPLAYED");
  }

  @Test
  void refusesWhenTheMetadataHaveExpiredMeanwhile() {
    Scene soon =
        Scene.with(
            Scene.idpBuilder()
                .signingCertificate(Scene.IDP_KEY.certificate())
                .validUntil(scene.clock.instant().plusSeconds(60))
                .build());
    soon.clock.move(Duration.ofSeconds(60));
    soon.refuses(soon.right(soon.answer()), "SAML-METADATA-EXPIRED");
    assertThat(soon.sp.identityProviders()).isEmpty();
    assertThatThrownBy(() -> soon.start(LoginRequest.person("/")))
        .isInstanceOf(SamlException.class)
        .hasMessageContaining("SAML-METADATA-EXPIRED");
  }

  @Test
  void anyOfTheIdentityProvidersKeysWillDo() {
    Scene rollover =
        Scene.with(
            Scene.idpBuilder()
                .signingCertificate(Scene.OTHER_KEY.certificate())
                .signingCertificate(Scene.IDP_KEY.certificate())
                .build());
    rollover.accepts(rollover.right(rollover.answer()));
  }

  @Test
  void asksNobodyForALevelThatIsNotOffered() {
    assertThatThrownBy(
            () -> scene.start(LoginRequest.person("/").withLevels(LevelPolicy.parse("loa4"))))
        .isInstanceOf(SamlException.class)
        .hasMessageContaining("SAML-LEVEL-NOT-OFFERED");
    assertThatThrownBy(() -> scene.start(LoginRequest.person("/").at("https://unknown")))
        .isInstanceOf(SamlException.class)
        .hasMessageContaining("SAML-UNKNOWN-IDP");
  }

  @Test
  void aServiceProviderNeedsItsPartsAndASmallDifferenceOfClocks() {
    assertThatThrownBy(() -> ServiceProvider.builder(scene.config).build())
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(
            () ->
                Scene.configuration(SamlProfile.SWEDEN_CONNECT_1_9)
                    .clockSkew(Duration.ofSeconds(61))
                    .build())
        .isInstanceOf(SamlException.class)
        .hasMessageContainingAll("SAML-CONFIG", "SC-49");
  }

  @ParameterizedTest
  @EnumSource(SamlRefusal.class)
  void everyRefusalHasACodeAndAPage(SamlRefusal refusal) {
    assertThat(refusal.code().value()).startsWith("SAML-");
    assertThat(LoginMessages.in(java.util.Locale.ENGLISH).action(refusal.kind())).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource(SamlRefusal.class)
  void everyRefusalNamesRequirementsThatThereAre(SamlRefusal refusal) {
    assertThat(refusal.requirements().isEmpty())
        .as("what is no SAML response breaks no requirement on one")
        .isEqualTo(
            Set.of(SamlRefusal.TOO_LARGE, SamlRefusal.ENCODING, SamlRefusal.XML).contains(refusal));
    for (String version : SwedenConnectRequirements.versions()) {
      assertThat(refusal.requirements())
          .allMatch(id -> SwedenConnectRequirements.version(version).find(id).isPresent());
    }
    assertThat(SamlRefusal.find(refusal.code())).contains(refusal);
  }

  @Test
  void everyCodeIsOneRefusalAlone() {
    assertThat(SamlRefusal.values()).extracting(SamlRefusal::code).doesNotHaveDuplicates();
  }

  @Test
  void writesNoPersonalDataAnywhere() {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    String shown;
    try {
      LoginResult success = scene.post(scene.right(scene.answer()));
      scene.start(LoginRequest.person("/"));
      Answer wrong = scene.answer();
      wrong.audience = "https://other.example";
      LoginResult refused = scene.post(scene.right(wrong));
      scene.start(LoginRequest.person("/"));
      LoginResult changed =
          scene.post(
              scene.right(scene.answer()).replaceFirst("IssueInstant=\"2", "IssueInstant=\"1"));
      shown = success + " " + refused + " " + changed;
    } finally {
      System.setErr(before);
    }
    assertThat(shown + log.toString(StandardCharsets.UTF_8))
        .contains("SAML-AUDIENCE")
        .doesNotContain(Answer.NUMBER, "Åsa", "Öberg", scene.relayState());
  }
}
