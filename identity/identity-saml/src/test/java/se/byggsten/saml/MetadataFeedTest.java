package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.byggsten.core.ErrorCode;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataListener;
import se.byggsten.saml.metadata.MetadataState;

/** A federation's metadata over time: fetched, renewed, lost and found again. */
class MetadataFeedTest extends FeedScene {
  @Test
  void hasNobodyBeforeItHasFetched() {
    MetadataFeed feed = builder().build();
    assertThat(feed.all()).isEmpty();
    assertThat(feed.find(Scene.IDP)).isEmpty();
    assertThat(feed.health().state()).isEqualTo(MetadataState.NEVER_LOADED);
    assertThat(feed.health().nextRefresh()).isEmpty();
  }

  @Test
  void fetchesVerifiesAndTellsHowItWent() {
    server.serve(federation().cacheDuration("PT2H").signed());
    MetadataFeed feed = builder().build();
    MetadataHealth health = feed.refresh();
    assertThat(feed.all())
        .extracting(IdentityProviderMetadata::entityId)
        .containsExactly(Scene.IDP, OTHER);
    assertThat(feed.find(OTHER)).isPresent();
    assertThat(feed.find("https://nobody.example.se")).isEmpty();
    assertThat(health.state()).isEqualTo(MetadataState.FRESH);
    assertThat(health.identityProviders()).isEqualTo(2);
    assertThat(health.lastSuccess()).contains(Federation.NOW);
    assertThat(health.lastAttempt()).contains(Federation.NOW);
    assertThat(health.lastError()).isEmpty();
    assertThat(health.validUntil()).contains(Federation.NOW.plus(Duration.ofDays(7)));
    assertThat(health.nextRefresh())
        .hasValueSatisfying(
            next ->
                assertThat(next)
                    .isBetween(
                        Federation.NOW.plus(Duration.ofMinutes(108)),
                        Federation.NOW.plus(Duration.ofHours(2))));
  }

  @Test
  void isFreshAgainOnlyWhenItIsFetchedInTime() {
    server.serve(federation().signed());
    MetadataFeed feed = builder().build();
    feed.refresh();
    clock.move(Duration.ofHours(6));
    assertThat(feed.health().state()).isEqualTo(MetadataState.STALE);
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
  }

  @Test
  void asksOnlyForWhatHasChanged() {
    byte[] body = federation().signed();
    server.on(
        "/feed.xml",
        exchange -> {
          if ("\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
          }
          exchange.getResponseHeaders().add("ETag", "\"v1\"");
          exchange.getResponseHeaders().add("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT");
          FederationServer.write(exchange, body);
        });
    MetadataFeed feed = builder().build();
    feed.refresh();
    clock.move(Duration.ofHours(1));
    MetadataHealth health = feed.refresh();
    assertThat(health.state()).isEqualTo(MetadataState.FRESH);
    assertThat(health.lastSuccess()).contains(clock.instant());
    assertThat(feed.all()).hasSize(2);
    assertThat(server.requests().get(1))
        .containsEntry("If-none-match", List.of("\"v1\""))
        .containsEntry("If-modified-since", List.of("Sun, 22 Nov 2026 10:00:00 GMT"));
    // Nothing that has ended can be unchanged: it is asked for without conditions.
    clock.set(Federation.NOW.plus(Duration.ofDays(8)));
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-EXPIRED");
    assertThat(server.requests().get(2)).doesNotContainKey("If-none-match");
  }

  @Test
  void doesNotBelieveThatNothingChangedWhenItHasNothing() {
    server.status(304);
    assertThat(code(builder().build().refresh())).isEqualTo("SAML-METADATA-FETCH");
  }

  @Test
  void takesCompressedMetadata() {
    byte[] packed = gzip(federation().signed());
    server.on(
        "/feed.xml",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          FederationServer.write(exchange, packed);
        });
    assertThat(builder().build().refresh().identityProviders()).isEqualTo(2);
  }

  @Test
  void keepsTheLastGoodCopyUntilItEnds() {
    server.serve(federation().signed());
    MetadataFeed feed = builder().build();
    feed.refresh();
    server.status(500);
    clock.move(Duration.ofHours(1));
    MetadataHealth health = feed.refresh();
    assertThat(health.state()).isEqualTo(MetadataState.STALE);
    assertThat(code(health)).isEqualTo("SAML-METADATA-FETCH");
    assertThat(health.lastSuccess()).contains(Federation.NOW);
    assertThat(health.lastAttempt()).contains(clock.instant());
    assertThat(feed.find(Scene.IDP)).isPresent();
    clock.set(Federation.NOW.plus(Duration.ofDays(7)).minusMillis(1));
    assertThat(feed.find(Scene.IDP)).isPresent();
    clock.move(Duration.ofMillis(1));
    assertThat(feed.find(Scene.IDP)).isEmpty();
    assertThat(feed.all()).isEmpty();
    assertThat(feed.health().state()).isEqualTo(MetadataState.EXPIRED);
    assertThat(feed.health().identityProviders()).isZero();
  }

  @Test
  void comesBackByItselfAfterItHasExpired() {
    server.serve(federation().signed());
    MetadataFeed feed = builder().build();
    feed.refresh();
    clock.move(Duration.ofDays(8));
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.EXPIRED);
    server.serve(federation().validUntil(clock.instant().plus(Duration.ofDays(1))).signed());
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    assertThat(feed.all()).hasSize(2);
  }

  @Test
  void waitsLongerAfterEachFailure() {
    server.serve(federation().signed());
    MetadataFeed feed = builder().refreshEvery(Duration.ofMinutes(1), Duration.ofHours(1)).build();
    feed.refresh();
    server.status(500);
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      MetadataHealth health = feed.refresh();
      waits.add(Duration.between(clock.instant(), health.nextRefresh().orElseThrow()));
    }
    assertThat(waits.get(0)).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(72));
    assertThat(waits.get(2)).isBetween(Duration.ofSeconds(192), Duration.ofSeconds(288));
    assertThat(waits.get(9)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(60));
  }

  @Test
  void oneEntitysEndAndCacheDurationAreHonouredToo() {
    Instant soon = Federation.NOW.plus(Duration.ofHours(2));
    server.serve(
        new Federation()
            .add(Federation.entity(OTHER))
            .add(Federation.entity(Scene.IDP).with(" validUntil=\"" + soon + "\""))
            .signed());
    MetadataFeed feed = builder().build();
    assertThat(feed.refresh().nextRefresh().orElseThrow())
        .isBefore(Federation.NOW.plus(Duration.ofMinutes(91)));
    clock.set(soon);
    assertThat(feed.find(Scene.IDP)).isEmpty();
    assertThat(feed.all()).extracting(IdentityProviderMetadata::entityId).containsExactly(OTHER);
    server.serve(new Federation().add(Federation.entity(OTHER).cacheDuration("PT5M")).signed());
    assertThat(feed.refresh().nextRefresh().orElseThrow())
        .isBetween(clock.instant().plusSeconds(270), clock.instant().plusSeconds(300));
  }

  @Test
  void tellsOfSuccessAndFailureEvenToThoseWhoThrow() {
    List<String> heard = new ArrayList<>();
    MetadataFeed feed =
        builder()
            .listener(
                new MetadataListener() {
                  @Override
                  public void refreshed(MetadataHealth health) {
                    heard.add("refreshed " + health.state());
                    throw new IllegalStateException("a listener's own fault");
                  }

                  @Override
                  public void failed(ErrorCode code, MetadataHealth health) {
                    heard.add(code.value() + " " + health.state());
                    throw new IllegalStateException("a listener's own fault");
                  }
                })
            .build();
    feed.refresh();
    server.serve(federation().signed());
    feed.refresh();
    assertThat(heard).containsExactly("SAML-METADATA-FETCH NEVER_LOADED", "refreshed FRESH");
  }

  @Test
  void warnsOnceOfAFailureThatGoesOnAndAgainWhenItChanges() {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      MetadataFeed feed =
          MetadataFeed.from(server.address("/feed.xml?token=hemligt"))
              .signedBy(Federation.OPERATOR.certificate())
              .clock(clock)
              .build();
      for (int i = 0; i < 30; i++) {
        clock.move(Duration.ofMinutes(30));
        feed.refresh();
      }
      assertThat(warnings(log)).hasSize(1);
      clock.move(Duration.ofHours(10));
      feed.refresh();
      assertThat(warnings(log)).as("a day later").hasSize(2);
      server.serve(new byte[0]);
      feed.refresh();
      assertThat(warnings(log)).as("another fault").hasSize(3);
    } finally {
      System.setErr(before);
    }
    assertThat(warnings(log))
        .allSatisfy(line -> assertThat(line).contains("SAML-METADATA-").doesNotContain("hemligt"));
    assertThat(warnings(log).get(0))
        .as("from where, why, and when it is tried again")
        .contains(
            String.valueOf(server.address("/feed.xml")),
            "The server of the metadata answers ",
            "the next attempt is at 2026-");
  }

  @Test
  void triesAgainWithinSecondsUntilItHasTheFirst() {
    MetadataFeed feed = builder().build();
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      MetadataHealth health = feed.refresh();
      waits.add(Duration.between(clock.instant(), health.nextRefresh().orElseThrow()));
    }
    assertThat(waits.get(0)).isLessThan(Duration.ofSeconds(3));
    assertThat(waits.get(3)).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(20));
    server.serve(federation().signed());
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
  }

  @Test
  void namesThePortOfAServerThatIsNotThereAndOfWhichKindTheFaultIs() {
    server.close();
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      builder().build().refresh();
    } finally {
      System.setErr(before);
    }
    assertThat(warnings(log))
        .singleElement()
        .asString()
        .contains(
            "from " + server.address("/feed.xml") + " ", "cannot be reached", "(ConnectException");
  }

  private static List<String> warnings(ByteArrayOutputStream log) {
    return log.toString(StandardCharsets.UTF_8).lines().filter(l -> l.contains("WARN")).toList();
  }
}
