package se.byggsten.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.byggsten.saml.metadata.MetadataHealth;
import se.byggsten.saml.metadata.MetadataState;
import se.byggsten.testsupport.MovableClock;

/** A federation's metadata over TLS: who the server is counts too, not only who has signed. */
class MetadataFeedTlsTest {
  private static final String HERE = InetAddress.getLoopbackAddress().getHostAddress();

  private static TestAuthority authority;
  private static SSLContext right;

  private final MovableClock clock = MovableClock.at(Federation.NOW);

  @BeforeAll
  static void begin() throws Exception {
    authority = new TestAuthority();
    right = authority.server(HERE, tomorrow());
  }

  /** By the clock of the JDK's TLS, which is today's. */
  private static Instant tomorrow() {
    return Instant.now().plus(Duration.ofDays(1));
  }

  private static FederationServer serving(SSLContext tls, int port) {
    return FederationServer.https(tls, port).serve(FeedScene.federation().signed());
  }

  private MetadataFeed feed(URI address, Optional<SSLContext> trusted) {
    MetadataFeedBuilder builder =
        MetadataFeed.from(address)
            .signedBy(Federation.OPERATOR.certificate())
            .timeout(Duration.ofSeconds(10))
            .clock(clock);
    trusted.ifPresent(builder::tls);
    return builder.build();
  }

  @Test
  void fetchesFromAServerOfATrustedAuthority() throws Exception {
    try (FederationServer server = serving(right, 0)) {
      MetadataHealth health =
          feed(server.address("/feed.xml"), Optional.of(authority.trusted())).refresh();
      assertThat(health.lastError()).isEmpty();
      assertThat(health.identityProviders()).isEqualTo(2);
    }
  }

  @Test
  void refusesAnAuthorityThatIsNotTrusted() throws Exception {
    try (FederationServer server = serving(right, 0)) {
      URI address = server.address("/feed.xml");
      for (Optional<SSLContext> others :
          List.of(Optional.<SSLContext>empty(), Optional.of(new TestAuthority().trusted()))) {
        MetadataFeed feed = feed(address, others);
        assertThat(FeedScene.code(feed.refresh())).isEqualTo("SAML-METADATA-TLS");
        assertThat(feed.all()).isEmpty();
      }
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void keepsTheLastGoodCopyWhenTheServerIsNoLongerWhoItShouldBe() throws Exception {
    SSLContext trusted = authority.trusted();
    SSLContext ended = authority.server(HERE, Instant.now().minus(Duration.ofMinutes(5)));
    SSLContext otherName = authority.server("md.example", tomorrow());
    for (SSLContext wrong : List.of(ended, otherName)) {
      FederationServer good = serving(right, 0);
      URI address = good.address("/feed.xml");
      MetadataFeed feed = feed(address, Optional.of(trusted));
      try {
        assertThat(feed.refresh().state()).isEqualTo(MetadataState.FRESH);
      } finally {
        good.close();
      }
      clock.move(Duration.ofHours(6));
      try (FederationServer bad = serving(wrong, address.getPort())) {
        MetadataHealth health = feed.refresh();
        assertThat(FeedScene.code(health)).isEqualTo("SAML-METADATA-TLS");
        assertThat(health.state()).isEqualTo(MetadataState.STALE);
        assertThat(feed.find(Scene.IDP)).isPresent();
        assertThat(bad.requests()).isEmpty();
      }
    }
  }

  @Test
  void isNotLedFromTlsToAClearAddress() throws Exception {
    try (FederationServer clear = new FederationServer();
        FederationServer server = FederationServer.https(right, 0)) {
      clear.serve(FeedScene.federation().signed());
      server.on(
          "/feed.xml",
          exchange -> {
            exchange.getResponseHeaders().add("Location", clear.address("/feed.xml").toString());
            exchange.sendResponseHeaders(302, -1);
          });
      MetadataFeed feed = feed(server.address("/feed.xml"), Optional.of(authority.trusted()));
      assertThat(FeedScene.code(feed.refresh())).isEqualTo("SAML-METADATA-FETCH");
      assertThat(clear.requests()).isEmpty();
    }
  }
}
