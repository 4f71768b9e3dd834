package se.byggsten.saml;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.saml.internal.DiskCopy;
import se.byggsten.saml.internal.FeedEngine;
import se.byggsten.saml.internal.FeedRules;
import se.byggsten.saml.internal.FileMetadataSource;
import se.byggsten.saml.internal.HttpMetadataSource;
import se.byggsten.saml.internal.MetadataTrust;
import se.byggsten.saml.internal.RefreshPlan;
import se.byggsten.saml.metadata.MetadataListener;

/** Gathers the parts of a {@link MetadataFeed}. */
public final class MetadataFeedBuilder {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final @Nullable URI address;
  private final @Nullable Path file;
  private final @Nullable Set<String> entityIds;
  private final List<X509Certificate> signers = new ArrayList<>();
  private final List<MetadataListener> listeners = new ArrayList<>();
  private boolean unsigned;
  private Duration maxValidity = Duration.ofDays(30);
  private Duration shortest = Duration.ofMinutes(1);
  private Duration longest = Duration.ofHours(4);
  private Duration timeout = Duration.ofSeconds(30);
  private @Nullable SSLContext tls;
  private @Nullable Path copy;
  private @Nullable Clock clock;
  private @Nullable ScheduledExecutorService executor;

  private MetadataFeedBuilder(
      @Nullable URI address, @Nullable Path file, @Nullable Set<String> entityIds) {
    this.address = address;
    this.file = file;
    this.entityIds = entityIds;
  }

  static MetadataFeedBuilder http(URI address) {
    return new MetadataFeedBuilder(address, null, null);
  }

  static MetadataFeedBuilder file(Path file) {
    return new MetadataFeedBuilder(null, file, null);
  }

  static MetadataFeedBuilder query(URI base, Set<String> entityIds) {
    return new MetadataFeedBuilder(base, null, Set.copyOf(entityIds));
  }

  /**
   * Adds a key with which the federation signs; several while it changes keys.
   *
   * @param value the federation's certificate, which came by a trusted way
   * @return this builder
   */
  public MetadataFeedBuilder signedBy(X509Certificate value) {
    signers.add(value);
    return this;
  }

  /**
   * Believes metadata for where they come from, without any signature.
   *
   * <p>For a file that only the operator can write, or a test. From an address it takes https,
   * unless the address is this machine's own.
   *
   * @return this builder
   */
  public MetadataFeedBuilder unsigned() {
    unsigned = true;
    return this;
  }

  /**
   * Sets the longest validity that signed metadata may claim; 30 days unless set.
   *
   * @param value from when they are fetched to their {@code validUntil}
   * @return this builder
   */
  public MetadataFeedBuilder maxValidity(Duration value) {
    maxValidity = value;
    return this;
  }

  /**
   * Sets how often to fetch; between a minute and four hours unless set.
   *
   * <p>Within these the metadata's {@code cacheDuration} decides, an hour when there is none. After
   * a failure the shortest time is doubled, again and again, and shortened as the last good copy
   * nears its end. As long as there has been no copy at all, and so nobody can log in, the next
   * attempt comes after two seconds, four, eight and so on up to the shortest time.
   *
   * @param shortestInterval the shortest time between two attempts
   * @param longestInterval the longest
   * @return this builder
   */
  public MetadataFeedBuilder refreshEvery(Duration shortestInterval, Duration longestInterval) {
    shortest = shortestInterval;
    longest = longestInterval;
    return this;
  }

  /**
   * Sets how long one fetch may take from beginning to end; 30 seconds unless set.
   *
   * @param value the time
   * @return this builder
   */
  public MetadataFeedBuilder timeout(Duration value) {
    timeout = value;
    return this;
  }

  /**
   * Sets which servers are trusted; those whose certificates the JVM trusts unless set.
   *
   * <p>For a server with a certificate of an authority of one's own. That it is for the name in the
   * address is always required.
   *
   * @param value a context with the trusted authorities, and a key where the server asks for one
   * @return this builder
   */
  public MetadataFeedBuilder tls(SSLContext value) {
    tls = value;
    return this;
  }

  /**
   * Keeps the last good copy on disk, so that the service can start while the federation is away.
   *
   * <p>It is verified again when it is read, and so takes signed metadata.
   *
   * @param value a file for a federation, a folder for a query server
   * @return this builder
   */
  public MetadataFeedBuilder copyIn(Path value) {
    copy = value;
    return this;
  }

  /**
   * Adds somebody who is told what happens.
   *
   * @param value the listener
   * @return this builder
   */
  public MetadataFeedBuilder listener(MetadataListener value) {
    listeners.add(value);
    return this;
  }

  /**
   * Sets what time it is.
   *
   * @param value the clock
   * @return this builder
   */
  public MetadataFeedBuilder clock(Clock value) {
    clock = value;
    return this;
  }

  /**
   * Sets who fetches in the background; a thread of its own unless set.
   *
   * @param value the executor, which is not shut down with the feed
   * @return this builder
   */
  public MetadataFeedBuilder executor(ScheduledExecutorService value) {
    executor = value;
    return this;
  }

  /**
   * Builds the feed and begins to fetch in the background.
   *
   * <p>The copy on disk, where there is one, is in use at once. A service that is not to open
   * before there are identity providers calls {@link MetadataFeed#refresh} first.
   *
   * @return the feed, to be closed at the end
   * @throws IllegalArgumentException as {@link #build}
   */
  public MetadataFeed start() {
    MetadataFeed feed = build();
    feed.start(executor);
    return feed;
  }

  /**
   * Builds a feed that fetches only when {@link MetadataFeed#refresh} is called.
   *
   * @return the feed
   * @throws IllegalArgumentException when it is not said why the metadata are believed, or they
   *     would be believed without reason
   * @throws NullPointerException when the clock is missing
   */
  public MetadataFeed build() {
    FeedRules rules =
        new FeedRules(
            trust(),
            new RefreshPlan(
                file == null ? Duration.ofHours(1) : shortest,
                shortest,
                longest,
                () -> RANDOM.nextInt(1_000_000) / 1_000_000.0),
            Objects.requireNonNull(clock, "A clock is missing: call clock(Clock.systemUTC())"),
            List.copyOf(listeners));
    if (file != null) {
      return new MetadataFeed(FeedEngine.whole(rules, new FileMetadataSource(file), disk(copy)));
    }
    URI from = Objects.requireNonNull(address, "address");
    HttpClient client = HttpMetadataSource.client(timeout, Optional.ofNullable(tls));
    if (entityIds == null) {
      return new MetadataFeed(
          FeedEngine.whole(rules, new HttpMetadataSource(client, from, timeout), disk(copy)));
    }
    return new MetadataFeed(
        FeedEngine.perEntity(
            rules,
            entityIds,
            entityId -> new HttpMetadataSource(client, entity(from, entityId), timeout),
            entityId ->
                copy == null ? Optional.empty() : Optional.of(DiskCopy.named(copy, entityId))));
  }

  private MetadataTrust trust() {
    if (unsigned == !signers.isEmpty()) {
      throw new IllegalArgumentException(
          "Metadata are believed by the federation's certificate, or said to be unsigned");
    }
    requireAddress();
    if (!unsigned) {
      return MetadataTrust.signedBy(signers, Optional.of(maxValidity));
    }
    if (copy != null) {
      throw new IllegalArgumentException("A copy on disk takes signed metadata");
    }
    return MetadataTrust.unsigned();
  }

  private void requireAddress() {
    if (address == null) {
      return;
    }
    String scheme = String.valueOf(address.getScheme());
    String host = address.getHost();
    if (host == null
        || !Set.of("https", "http").contains(scheme)
        || address.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "Metadata are fetched from https or http, from an address without a name before its host,"
              + " and not from "
              + HttpMetadataSource.shown(address)
              + "; for a file use MetadataFeed.from(Path)");
    }
    if (unsigned && "http".equals(scheme) && !isThisMachine(host)) {
      throw new IllegalArgumentException("Unsigned metadata are fetched from https");
    }
    if (entityIds != null && (address.getQuery() != null || address.getFragment() != null)) {
      throw new IllegalArgumentException("The base address of a query server is a path");
    }
  }

  private static boolean isThisMachine(String host) {
    return InetAddress.getLoopbackAddress().getHostAddress().equals(host)
        || Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
  }

  private static Optional<DiskCopy> disk(@Nullable Path path) {
    return path == null ? Optional.empty() : Optional.of(new DiskCopy(path));
  }

  private static URI entity(URI base, String entityId) {
    String path = base.toString();
    // A form writes a blank as a plus sign, which in a path is a plus sign.
    String name = URLEncoder.encode(entityId, StandardCharsets.UTF_8).replace("+", "%20");
    return URI.create(path + (path.endsWith("/") ? "" : "/") + "entities/" + name);
  }
}
