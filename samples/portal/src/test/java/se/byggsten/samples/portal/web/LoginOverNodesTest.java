package se.byggsten.samples.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.identity.LoginResult;
import se.byggsten.postgres.PostgresStore;
import se.byggsten.saml.KeyMaterial;
import se.byggsten.saml.LoginRequest;
import se.byggsten.saml.OutgoingRequest;
import se.byggsten.saml.SamlMetadata;
import se.byggsten.saml.ServiceProvider;
import se.byggsten.saml.ServiceProviderConfig;
import se.byggsten.saml.StartedLogin;
import se.byggsten.saml.metadata.IdentityProviders;
import se.byggsten.saml.metadata.ServiceDescription;
import se.byggsten.testidp.Outcome;
import se.byggsten.testidp.PostedAnswer;
import se.byggsten.testidp.TestIdentityProvider;
import se.byggsten.testidp.TestPersons;

/** Two nodes of one service, which know of each other only by the database (requirement SC-46). */
class LoginOverNodesTest {
  private static final Clock CLOCK = Clock.systemUTC();

  private static TestIdentityProvider idp;
  private static ServiceProvider first;
  private static ServiceProvider second;

  @BeforeAll
  static void startsTwoNodes() {
    List<String> services = new ArrayList<>();
    idp =
        TestIdentityProvider.builder()
            .baseUrl(URI.create("https://idp.example/idp"))
            .clock(CLOCK)
            .services(() -> services)
            .build();
    KeyMaterial key = KeyMaterial.generate("sp", CLOCK, Duration.ofDays(1));
    ServiceProviderConfig config =
        ServiceProviderConfig.builder(
                "https://noder.example/saml", URI.create("https://noder.example/saml/acs"))
            .signingKey(key)
            .encryptionKey(key)
            .description(
                ServiceDescription.builder()
                    .organisation("Eksta kommun", "Eksta", URI.create("https://eksta.example/"))
                    .name("Noder", "Nodes")
                    .description("Noder", "Nodes")
                    .logo(URI.create("https://eksta.example/logo.svg"), 60, 60)
                    .build())
            .build();
    first = node(config);
    second = node(config);
    services.add(first.metadataXml());
  }

  private static ServiceProvider node(ServiceProviderConfig config) {
    return ServiceProvider.builder(config)
        .identityProviders(
            IdentityProviders.of(
                SamlMetadata.read(
                    idp.metadataXml().getBytes(StandardCharsets.UTF_8), CLOCK.instant())))
        .store(PostgresStore.on(TestPortal.running().database().dataSource(), CLOCK))
        .clock(CLOCK)
        .build();
  }

  private static PostedAnswer answerTo(StartedLogin started) {
    String query = ((OutgoingRequest.Redirect) started.request()).address().getRawQuery();
    return idp.answer(idp.receive(query), TestPersons.ANNA, AssuranceLevel.LOA3, Outcome.OK);
  }

  @Test
  void aLoginThatBeganOnOneNodeEndsOnAnother() {
    StartedLogin started = first.startLogin(LoginRequest.person("/ansokan"));
    PostedAnswer answer = answerTo(started);
    assertThat(
            second.completeLogin(
                answer.samlResponse(), answer.relayState(), started.browserBinding()))
        .isInstanceOf(LoginResult.Success.class);
    assertThat(
            first.completeLogin(
                answer.samlResponse(), answer.relayState(), started.browserBinding()))
        .isInstanceOfSatisfying(
            LoginResult.Refused.class,
            refused -> assertThat(refused.code().value()).isEqualTo("SAML-REPLAYED"));
  }

  @Test
  void ofManyEqualPostsToBothNodesOneGetsIn() throws Exception {
    StartedLogin started = first.startLogin(LoginRequest.person("/ansokan"));
    PostedAnswer answer = answerTo(started);
    List<Callable<LoginResult>> posts = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      ServiceProvider node = i % 2 == 0 ? first : second;
      posts.add(
          () ->
              node.completeLogin(
                  answer.samlResponse(), answer.relayState(), started.browserBinding()));
    }
    ExecutorService browsers = Executors.newFixedThreadPool(8);
    try {
      List<LoginResult> results = new ArrayList<>();
      for (Future<LoginResult> result : browsers.invokeAll(posts)) {
        results.add(result.get());
      }
      assertThat(results).filteredOn(LoginResult.Success.class::isInstance).hasSize(1);
    } finally {
      browsers.shutdown();
    }
  }
}
