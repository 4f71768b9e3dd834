package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataState;

/** Which metadata are believed, for how long, and what is noticed about them. */
class MetadataFeedTrustTest extends FeedScene {
  @Test
  void refusesSignedMetadataThatEndNeverOrInTheFarFuture() {
    MetadataFeed feed = builder().build();
    server.serve(federation().validUntil("").signed());
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-CONTENT");
    server.serve(
        federation().validUntil(Federation.NOW.plus(Duration.ofDays(30)).plusSeconds(1)).signed());
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-VALIDITY");
    server.serve(federation().validUntil(Federation.NOW.plus(Duration.ofDays(30))).signed());
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    server.serve(federation().validUntil(Federation.NOW.plus(Duration.ofDays(300))).signed());
    assertThat(builder().maxValidity(Duration.ofDays(365)).build().refresh().state())
        .isEqualTo(MetadataState.FRESH);
  }

  @Test
  void believesAnyOfTheFederationsKeysWhileItChangesThem() {
    MetadataFeed feed = builder().signedBy(Scene.OTHER_KEY.certificate()).build();
    server.serve(bytes(federation().signed(Scene.OTHER_KEY)));
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    server.serve(federation().signed());
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    server.serve(bytes(federation().id("_3").signed(Scene.SP_NEW)));
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-SIGNATURE");
  }

  @Test
  void refusesOlderMetadataByTheTimeAtWhichTheyWereMade() {
    MetadataFeed feed = builder().build();
    server.serve(federation().createdAt(Federation.NOW.minusSeconds(60)).signed());
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    server.serve(
        new Federation()
            .add(Federation.entity(Scene.IDP).key("signing", Scene.OTHER_KEY))
            .createdAt(Federation.NOW.minusSeconds(61))
            .validUntil(Federation.NOW.plus(Duration.ofDays(9)))
            .signed());
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-OLDER");
    assertThat(feed.find(Scene.IDP).orElseThrow().signingCertificates())
        .containsExactly(Scene.IDP_KEY.certificate());
    // Newer ones may be valid for a shorter time: the federation may have changed its mind.
    server.serve(
        federation()
            .createdAt(Federation.NOW)
            .validUntil(Federation.NOW.plus(Duration.ofDays(1)))
            .signed());
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    assertThat(feed.health().validUntil()).contains(Federation.NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void refusesOlderMetadataByTheirEndWhereTheyDoNotSayWhenTheyWereMade() {
    MetadataFeed feed = builder().build();
    server.serve(federation().signed());
    feed.refresh();
    server.serve(federation().validUntil(Federation.NOW.plus(Duration.ofDays(6))).signed());
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-OLDER");
    assertThat(feed.health().validUntil()).contains(Federation.NOW.plus(Duration.ofDays(7)));
  }

  @Test
  void metadataFromTheFutureDoNotMakeThoseAfterThemOld() {
    MetadataFeed feed = builder().build();
    server.serve(federation().createdAt(Federation.NOW.plus(Duration.ofDays(300))).signed());
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
    server.serve(federation().createdAt(Federation.NOW).signed());
    assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
  }

  @Test
  void metadataWithoutIdentityProvidersReplaceNothing() {
    MetadataFeed feed = builder().build();
    server.serve(federation().signed());
    feed.refresh();
    server.serve(new Federation().id("_2").signed());
    assertThat(code(feed.refresh())).isEqualTo("SAML-METADATA-CONTENT");
    assertThat(feed.all()).hasSize(2);
  }

  @Test
  void tellsWhenAnIdentityProviderSignsWithOtherKeys() {
    Keys keys = new Keys();
    MetadataFeed feed = builder().listener(keys).build();
    server.serve(federation().signed());
    feed.refresh();
    assertThat(keys.changes).isEmpty();
    String before = feed.find(Scene.IDP).orElseThrow().signingKeys().iterator().next();
    // Gone for a while, and then back with another key: seen all the same.
    server.serve(new Federation().add(Federation.entity(OTHER)).id("_2").signed());
    feed.refresh();
    server.serve(
        new Federation()
            .id("_3")
            .add(Federation.entity(Scene.IDP).key("signing", Scene.OTHER_KEY))
            .signed());
    feed.refresh();
    assertThat(keys.changes)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.entityId()).isEqualTo(Scene.IDP);
              assertThat(change.removed()).containsExactly(before);
              assertThat(change.added())
                  .isEqualTo(feed.find(Scene.IDP).orElseThrow().signingKeys())
                  .doesNotContain(before);
            });
  }

  @Test
  void usesNeitherOfTwoWhoClaimTheSameName() {
    server.serve(
        federation()
            .add(Federation.entity(Scene.IDP).key("signing", Scene.OTHER_KEY))
            .add(Federation.entity(OTHER))
            .signed());
    MetadataFeed feed = builder().build();
    MetadataHealth health = feed.refresh();
    assertThat(feed.find(Scene.IDP)).isEmpty();
    assertThat(feed.find(OTHER)).as("said twice in the same words").isPresent();
    assertThat(health.ambiguous()).isEqualTo(1);
    assertThat(health.identityProviders()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://md.example.se/", "https:///feed", "https://name@md.example.se/", "/feed"})
  void fetchesFromNoOtherAddresses(String address) {
    MetadataFeedBuilder builder =
        MetadataFeed.from(URI.create(address))
            .signedBy(Federation.OPERATOR.certificate())
            .clock(clock);
    assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isToldWhyItBelieves() {
    for (MetadataFeedBuilder unreasonable :
        List.of(
            MetadataFeed.from(URI.create("https://md.example.se/")).clock(clock),
            builder().unsigned(),
            MetadataFeed.from(URI.create("http://md.example.se/")).unsigned().clock(clock),
            MetadataFeed.from(Path.of("x")).unsigned().copyIn(Path.of("y")).clock(clock),
            builder().refreshEvery(Duration.ofHours(2), Duration.ofHours(1)),
            builder().refreshEvery(Duration.ZERO, Duration.ofHours(1)),
            MetadataFeed.query(URI.create("https://md.example.se/?a=b"), Set.of())
                .signedBy(Federation.OPERATOR.certificate())
                .clock(clock))) {
      assertThatThrownBy(unreasonable::build).isInstanceOf(IllegalArgumentException.class);
    }
    server.serve(federation().bytes());
    assertThat(
            MetadataFeed.from(server.address("/feed.xml"))
                .unsigned()
                .clock(clock)
                .build()
                .refresh()
                .state())
        .as("unsigned from this machine itself")
        .isEqualTo(MetadataState.FRESH);
  }
}
