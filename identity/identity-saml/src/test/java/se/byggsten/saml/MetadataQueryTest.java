package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.saml.metadata.IdentityProviderMetadata;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataState;

/** Identity providers asked for one by one, from a metadata query server. */
class MetadataQueryTest extends FeedScene {
  private static final String PATH = "/mdq/entities/https%3A%2F%2Fidp.example.se%2Fmetadata";

  private MetadataFeedBuilder query(String... entityIds) {
    return MetadataFeed.query(server.address("/mdq"), Set.of(entityIds))
        .signedBy(Federation.OPERATOR.certificate())
        .clock(clock)
        .timeout(Duration.ofSeconds(10));
  }

  private static byte[] only(String entityId) {
    return new Federation().add(Federation.entity(entityId)).signed();
  }

  @Test
  void asksForEachOfThoseThatAreConfigured() {
    server.serve(PATH, only(Scene.IDP));
    server.serve("/mdq/entities/https%3A%2F%2Fannan.example.se%2Fmetadata", only(OTHER));
    MetadataFeed feed = query(Scene.IDP, OTHER).build();
    assertThat(feed.find(Scene.IDP)).isEmpty();
    MetadataHealth health = feed.refresh();
    assertThat(health.state()).isEqualTo(MetadataState.FRESH);
    assertThat(feed.all())
        .extracting(IdentityProviderMetadata::entityId)
        .containsExactlyInAnyOrder(Scene.IDP, OTHER);
    assertThat(feed.find(OTHER)).isPresent();
  }

  @Test
  void takesOneEntityAloneWithItsOwnSignature() {
    String entity =
        Federation.entity(Scene.IDP)
            .with(" validUntil=\"" + Federation.NOW.plus(Duration.ofDays(3)) + "\"")
            .xml()
            .replaceFirst(
                "<md:EntityDescriptor ",
                "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\""
                    + " ID=\"_one\" ");
    String signature = Federation.signature("#_one", entity, Federation.OPERATOR);
    server.serve(PATH, bytes(entity.replaceFirst(">", ">" + signature)));
    MetadataFeed feed = query(Scene.IDP).build();
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    assertThat(feed.find(Scene.IDP).orElseThrow().validUntil())
        .contains(Federation.NOW.plus(Duration.ofDays(3)));
  }

  @Test
  void oneThatCannotBeFetchedLeavesTheOthers() {
    server.serve(PATH, only(Scene.IDP));
    MetadataFeed feed = query(Scene.IDP, OTHER).build();
    MetadataHealth health = feed.refresh();
    assertThat(health.state()).isEqualTo(MetadataState.STALE);
    assertThat(code(health)).isEqualTo("SAML-METADATA-FETCH");
    assertThat(feed.find(Scene.IDP)).isPresent();
  }

  @Test
  void keepsOneThatTheServerNoLongerKnowsUntilItsMetadataEnd() {
    server.serve(PATH, only(Scene.IDP));
    MetadataFeed feed = query(Scene.IDP).build();
    feed.refresh();
    server.on(PATH, exchange -> exchange.sendResponseHeaders(404, -1));
    feed.refresh();
    assertThat(feed.find(Scene.IDP)).isPresent();
    clock.move(Duration.ofDays(7));
    assertThat(feed.find(Scene.IDP)).isEmpty();
    assertThat(feed.all()).isEmpty();
    assertThat(feed.health().state()).isEqualTo(MetadataState.EXPIRED);
  }

  @Test
  void findsUnknownOnesOnlyWhenToldToAskForThem() {
    server.serve(PATH, only(Scene.IDP));
    MetadataFeed feed = query().build();
    assertThat(feed.find(Scene.IDP)).isEmpty();
    assertThat(server.requests()).isEmpty();
    assertThat(feed.prefetch(Scene.IDP)).isPresent();
    assertThat(feed.find(Scene.IDP)).isPresent();
    assertThat(feed.prefetch(Scene.IDP)).isPresent();
    assertThat(server.requests()).hasSize(1);
    assertThat(feed.health().state()).isEqualTo(MetadataState.FRESH);
  }

  @Test
  void doesNotAskAgainAtOnceForOneThatIsNotKnown() {
    MetadataFeed feed = query().build();
    for (int i = 0; i < 5; i++) {
      assertThat(feed.prefetch(Scene.IDP)).isEmpty();
    }
    assertThat(server.requests()).hasSize(1);
    assertThat(feed.health().lastError()).as("a made-up name is no failure").isEmpty();
    clock.move(Duration.ofMinutes(1));
    server.serve(PATH, only(Scene.IDP));
    assertThat(feed.prefetch(Scene.IDP)).isPresent();
  }

  @Test
  void takesNobodyElseThanTheOneAskedFor() {
    server.serve(PATH, only(OTHER));
    MetadataFeed feed = query(Scene.IDP).build();
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-CONTENT");
    server.serve(PATH, federation().id("_2").signed());
    feed.refresh();
    assertThat(feed.find(Scene.IDP)).isPresent();
    assertThat(feed.find(OTHER)).isEmpty();
    assertThat(feed.all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "..", "../../admin", "a b", "idp", "%00", "https://å\u0000"})
  void asksTheServerForNothingThatIsNoName(String entityId) {
    assertThat(query().build().prefetch(entityId)).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void asksUnderTheNameAsItIsWritten() {
    String name = "urn:x:å?a=1&b=/../c+d#e";
    server.serve(
        "/mdq/entities/urn%3Ax%3A%C3%A5%3Fa%3D1%26b%3D%2F..%2Fc%2Bd%23e",
        only(name.replace("&", "&amp;")));
    assertThat(query().build().prefetch(name)).isPresent();
  }

  @Test
  void givesUpOnAServerThatIsAwayInsteadOfAskingForEverybody() {
    MetadataFeed feed =
        query("urn:a:1", "urn:a:2", "urn:a:3", "urn:a:4", "urn:a:5", "urn:a:6").build();
    feed.refresh();
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void comesBackToAServerThatWasAwayWithoutHurry() {
    HandExecutor executor = new HandExecutor();
    try (MetadataFeed feed =
        query("urn:a:1", "urn:a:2", "urn:a:3", "urn:a:4", Scene.IDP).executor(executor).start()) {
      executor.runNext();
      assertThat(server.requests()).hasSize(3);
      assertThat(executor.runNext()).isBetween(1_600L, 2_400L);
      assertThat(server.requests()).as("not yet").hasSize(3);
      clock.move(Duration.ofMinutes(2));
      executor.runNext();
      assertThat(server.requests()).hasSize(6);
      assertThat(executor.runNext()).as("longer each time").isBetween(3_200L, 4_800L);
      assertThat(feed.health().state()).isEqualTo(MetadataState.NEVER_LOADED);
    }
    executor.shutdownNow();
  }

  @Test
  void startsFromTheCopiesOnDisk(@TempDir Path folder) {
    server.serve(PATH, only(Scene.IDP));
    query(Scene.IDP).copyIn(folder).build().refresh();
    server.on(PATH, exchange -> exchange.sendResponseHeaders(500, -1));
    MetadataFeed restarted = query(Scene.IDP, OTHER).copyIn(folder).build();
    assertThat(restarted.all()).hasSize(1);
    assertThat(restarted.health().state()).isEqualTo(MetadataState.STALE);
  }
}
