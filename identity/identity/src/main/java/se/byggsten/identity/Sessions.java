package se.byggsten.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.identity.internal.Secrets;

/**
 * Opens, finds, extends and closes sessions.
 *
 * <p>The store's key is the hash of the browser's token and the value is encrypted with a key
 * derived from that token, so a copy of the store tells neither who is logged in nor how to become
 * them. Every login gets a new token (no session fixation). A session ends after a time without
 * requests and, however busy, after a maximum time. May be used from many threads and nodes.
 */
public final class Sessions {
  /** The most that the attributes of a session may hold, names and values together. */
  public static final int MAX_ATTRIBUTE_CHARACTERS = 4096;

  private static final String NAMESPACE = "session";
  private static final int ATTEMPTS = 20;

  private final ExpiringStore store;
  private final Clock clock;
  private final Duration inactivity;
  private final Duration maximum;

  private Sessions(Builder builder) {
    store =
        Objects.requireNonNull(
            builder.store, "A store is missing: call store(InMemoryStore.with(clock))");
    clock =
        Objects.requireNonNull(builder.clock, "A clock is missing: call clock(Clock.systemUTC())");
    inactivity = builder.inactivity;
    maximum = builder.maximum;
    if (inactivity.isNegative() || inactivity.isZero() || maximum.compareTo(inactivity) < 0) {
      throw new IllegalArgumentException(
          "The time of inactivity is positive and the maximum time at least as long");
    }
  }

  /**
   * Returns a builder; the store and the clock are needed.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Opens a session for somebody who has just logged in.
   *
   * @param person who
   * @param roles what they may be here
   * @param attributes small values to keep with the session
   * @param previous the token that the browser had, whose session ends now, or null
   * @return the session and its token
   * @throws IllegalArgumentException when the attributes are too large
   */
  public OpenedSession open(
      AuthenticatedPerson person,
      Set<String> roles,
      Map<String, String> attributes,
      @Nullable SessionToken previous) {
    Instant now = clock.instant();
    Session session = new Session(person, roles, attributes, now, now, Secrets.random());
    requireSmall(session);
    if (previous != null) {
      close(previous);
    }
    return store(session);
  }

  /**
   * Finds the session of a token, and notes that the person was seen.
   *
   * @param token the browser's token
   * @return the session, or empty when it has ended or never was
   */
  public Optional<Session> find(SessionToken token) {
    return peek(token)
        .map(
            session -> {
              Instant now = clock.instant();
              // Noting each request would cost a write for each; a sixtieth is near enough.
              boolean fresh = now.isBefore(session.lastSeenAt().plus(inactivity.dividedBy(60)));
              return fresh ? session : noteSeen(token, session, now);
            });
  }

  private Session noteSeen(SessionToken token, Session session, Instant now) {
    try {
      return update(token, s -> s.seenAt(now)).orElse(session);
    } catch (SessionBusyException othersNoteItNow) {
      return session;
    }
  }

  /**
   * Finds the session of a token without noting that the person was seen.
   *
   * @param token the browser's token
   * @return the session, or empty when it has ended or never was
   */
  public Optional<Session> peek(SessionToken token) {
    return store
        .find(NAMESPACE, token.storeKey())
        .flatMap(value -> read(token, value))
        .filter(session -> clock.instant().isBefore(endOf(session)));
  }

  /**
   * Returns how long the session lasts if nothing more is heard from the browser.
   *
   * @param session the session
   * @return the time that is left; zero when it has ended
   */
  public Duration timeLeft(Session session) {
    Duration left = Duration.between(clock.instant(), endOf(session));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Says whether the session can be made to last longer than it now will.
   *
   * @param session the session
   * @return false when the maximum time is what ends it
   */
  public boolean canBeExtended(Session session) {
    return clock.instant().isBefore(endOf(session))
        && endOf(session).isBefore(session.openedAt().plus(maximum));
  }

  /**
   * Makes the session last a full time of inactivity from now, within the maximum time (WCAG
   * 2.2.1).
   *
   * @param token the browser's token
   * @return the session, or empty when it has ended
   */
  public Optional<Session> extend(SessionToken token) {
    return update(token, session -> session.seenAt(clock.instant()));
  }

  /**
   * Keeps a small value with the session.
   *
   * @param token the browser's token
   * @param name the value's name
   * @param value the value
   * @return the session with the value, or empty when it has ended
   * @throws IllegalArgumentException when the attributes become too large
   */
  public Optional<Session> putAttribute(SessionToken token, String name, String value) {
    return update(token, session -> session.withAttribute(name, value));
  }

  /**
   * Gives the person other roles, under a new token.
   *
   * @param token the browser's token, which is worthless afterwards
   * @param roles the roles
   * @return the session and its new token, or empty when it has ended
   */
  public Optional<OpenedSession> changeRoles(SessionToken token, Set<String> roles) {
    return store
        .take(NAMESPACE, token.storeKey())
        .flatMap(value -> read(token, value))
        .filter(session -> clock.instant().isBefore(endOf(session)))
        .map(session -> store(session.withRoles(roles)));
  }

  /**
   * Ends a session; does nothing when there is none.
   *
   * @param token the browser's token
   */
  public void close(SessionToken token) {
    store.remove(NAMESPACE, token.storeKey());
  }

  /**
   * Ends the session that a mark is of; does nothing when there is none.
   *
   * @param mark what {@link SessionToken#mark} gave
   */
  public void closeMarked(String mark) {
    store.remove(NAMESPACE, mark);
  }

  private OpenedSession store(Session session) {
    SessionToken token = SessionToken.random();
    if (!store.putIfAbsent(NAMESPACE, token.storeKey(), seal(token, session), endOf(session))) {
      throw new IllegalStateException("Two random tokens of 256 bits are the same");
    }
    return new OpenedSession(token, session);
  }

  private Optional<Session> update(SessionToken token, UnaryOperator<Session> change) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StoredValue> stored = store.find(NAMESPACE, token.storeKey());
      Optional<Session> current =
          stored
              .flatMap(value -> read(token, value))
              .filter(session -> clock.instant().isBefore(endOf(session)));
      if (stored.isEmpty() || current.isEmpty()) {
        return Optional.empty();
      }
      Session changed = change.apply(current.get());
      requireSmall(changed);
      if (store
          .replace(
              NAMESPACE,
              token.storeKey(),
              stored.get().version(),
              seal(token, changed),
              endOf(changed))
          .isPresent()) {
        return Optional.of(changed);
      }
    }
    throw new SessionBusyException();
  }

  private Instant endOf(Session session) {
    Instant byInactivity = session.lastSeenAt().plus(inactivity);
    Instant byMaximum = session.openedAt().plus(maximum);
    return byInactivity.isBefore(byMaximum) ? byInactivity : byMaximum;
  }

  private static byte[] seal(SessionToken token, Session session) {
    return Secrets.seal(token.derive("session data"), SessionCodec.write(session));
  }

  private static Optional<Session> read(SessionToken token, StoredValue value) {
    return Secrets.open(token.derive("session data"), value.bytes()).flatMap(SessionCodec::read);
  }

  private static void requireSmall(Session session) {
    int characters =
        session.attributes().entrySet().stream()
            .mapToInt(e -> e.getKey().length() + e.getValue().length())
            .sum();
    if (characters > MAX_ATTRIBUTE_CHARACTERS) {
      throw new IllegalArgumentException(
          "The attributes of a session hold at most " + MAX_ATTRIBUTE_CHARACTERS + " characters");
    }
  }

  /** Gathers the parts of {@link Sessions}. */
  public static final class Builder {
    private @Nullable ExpiringStore store;
    private @Nullable Clock clock;
    private Duration inactivity = Duration.ofMinutes(30);
    private Duration maximum = Duration.ofHours(8);

    private Builder() {}

    /**
     * Sets where sessions are kept.
     *
     * @param value the store
     * @return this builder
     */
    public Builder store(ExpiringStore value) {
      store = value;
      return this;
    }

    /**
     * Sets what says what time it is.
     *
     * @param value the clock
     * @return this builder
     */
    public Builder clock(Clock value) {
      clock = value;
      return this;
    }

    /**
     * Sets how long a session lasts without requests; 30 minutes unless set.
     *
     * @param value the time
     * @return this builder
     */
    public Builder inactivity(Duration value) {
      inactivity = value;
      return this;
    }

    /**
     * Sets how long a session lasts at most; 8 hours unless set.
     *
     * @param value the time
     * @return this builder
     */
    public Builder maximum(Duration value) {
      maximum = value;
      return this;
    }

    /**
     * Builds the sessions.
     *
     * @return the sessions
     * @throws IllegalArgumentException when the times contradict each other
     */
    public Sessions build() {
      return new Sessions(this);
    }
  }
}
