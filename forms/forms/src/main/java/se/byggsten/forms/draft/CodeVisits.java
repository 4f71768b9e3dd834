package se.byggsten.forms.draft;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.store.ExpiringStore;
import se.byggsten.core.store.StoredValue;
import se.byggsten.forms.draft.internal.Pack;
import se.byggsten.forms.draft.internal.Sealing;

/**
 * Lets a browser go on with the draft of a resume code from page to page without the code, where
 * nobody logs in.
 *
 * <p>The browser has a random token in a cookie; the code lies sealed with the token and is never
 * in a page, an address or a cookie but once: {@link #show} gives it out for five minutes from the
 * first time, so that a page can be loaded again and printed, and whoever comes to the same
 * computer later does not see it. A visit ends by itself some time after it was last used; then the
 * code brings the draft back.
 *
 * <pre>{@code
 * ResumeCode code = ResumeCode.generate();
 * setCookie(visits.begin(code));
 * Draft draft = drafts.open(DraftOwner.code(code), "felanmalan", Map.of());
 * }</pre>
 */
public final class CodeVisits {
  private static final String NAMESPACE = "form-visit";
  private static final Duration SHOWN_FOR = Duration.ofMinutes(5);
  private static final Duration PROLONGED_AFTER = Duration.ofMinutes(1);
  private static final int TOKEN_BYTES = 32;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final ExpiringStore store;
  private final DraftKeys keys;
  private final Clock clock;
  private final Duration life;

  private CodeVisits(ExpiringStore store, DraftKeys keys, Clock clock, Duration life) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.life = life;
  }

  /**
   * Returns the visits of a store.
   *
   * @param store where they lie
   * @param keys seal them
   * @param clock the time
   * @param life how long a visit lasts after it was last used
   * @return the visits
   * @throws IllegalArgumentException when the life is not longer than two minutes
   */
  public static CodeVisits in(ExpiringStore store, DraftKeys keys, Clock clock, Duration life) {
    if (life.compareTo(PROLONGED_AFTER.multipliedBy(2)) <= 0) {
      throw new IllegalArgumentException("A visit lasts longer than two minutes");
    }
    return new CodeVisits(store, keys, clock, life);
  }

  /**
   * Begins the visit of somebody who has just got a code and not seen it.
   *
   * @param code the new code
   * @return the token for the browser
   */
  public String begin(ResumeCode code) {
    return put(code, Optional.empty());
  }

  /**
   * Begins the visit of somebody who has typed a code that was found; they know it, so that it is
   * not shown.
   *
   * @param code the code
   * @return the token for the browser, another for each visit
   */
  public String resume(ResumeCode code) {
    return put(code, Optional.of(Instant.EPOCH));
  }

  private String put(ResumeCode code, Optional<Instant> shownAt) {
    byte[] random = Sealing.random(TOKEN_BYTES);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    sealed(token).putIfAbsent(NAMESPACE, Sealing.hash(token), write(code, shownAt), until());
    return token;
  }

  /**
   * Finds whose drafts a browser works on, and prolongs the visit.
   *
   * @param token what the browser has; null is nothing
   * @return whoever has the code; empty when there is no such visit or it has ended
   */
  public Optional<DraftOwner> find(@Nullable String token) {
    Optional<Found> found = read(token);
    found.ifPresent(
        visit -> {
          Instant prolonged = until();
          if (visit.value().expiresAt().isBefore(prolonged.minus(PROLONGED_AFTER))) {
            replace(visit, visit.shownAt(), prolonged);
          }
        });
    return found.map(visit -> DraftOwner.code(visit.code()));
  }

  /**
   * Gives out the code to be shown: for five minutes from the first time that it is asked for.
   *
   * @param token what the browser has; null is nothing
   * @return the code; empty when it has been shown, was typed by the visitor or there is no visit
   */
  public Optional<ResumeCode> show(@Nullable String token) {
    Optional<Found> found = read(token);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Found visit = found.get();
    if (visit.shownAt().isEmpty()) {
      // Whoever marks it as shown shows it; two at once are the same visitor's two windows.
      replace(visit, Optional.of(now), until());
      return Optional.of(visit.code());
    }
    return visit.shownAt().filter(at -> now.isBefore(at.plus(SHOWN_FOR))).map(at -> visit.code());
  }

  /**
   * Tells whether the visitor has seen the code, so that the draft can be found again.
   *
   * @param token what the browser has; null is nothing
   * @return true when it was shown or typed
   */
  public boolean isKnown(@Nullable String token) {
    return read(token).flatMap(Found::shownAt).isPresent();
  }

  /**
   * Ends a visit; the draft stays.
   *
   * @param token what the browser has; null is nothing
   */
  public void end(@Nullable String token) {
    read(token)
        .ifPresent(visit -> sealed(visit.token()).remove(NAMESPACE, Sealing.hash(visit.token())));
  }

  private void replace(Found visit, Optional<Instant> shownAt, Instant until) {
    sealed(visit.token())
        .replace(
            NAMESPACE,
            Sealing.hash(visit.token()),
            visit.value().version(),
            write(visit.code(), shownAt),
            until);
  }

  private Instant until() {
    return clock.instant().plus(life);
  }

  private static byte[] write(ResumeCode code, Optional<Instant> shownAt) {
    return new Pack.Writer()
        .text(code.shown())
        .number(shownAt.isPresent() ? 1 : 0)
        .number(shownAt.map(Instant::toEpochMilli).orElse(0L))
        .done();
  }

  private record Found(
      String token, StoredValue value, ResumeCode code, Optional<Instant> shownAt) {
    /** Leaves out the code and the token. */
    @Override
    public String toString() {
      return "Found";
    }
  }

  private Optional<Found> read(@Nullable String token) {
    if (token == null || !TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return sealed(token)
        .find(NAMESPACE, Sealing.hash(token))
        .flatMap(
            value ->
                Pack.read(value.bytes(), in -> read(token, value, in)).flatMap(found -> found));
  }

  private static Optional<Found> read(String token, StoredValue value, Pack in) {
    String code = in.text();
    boolean shown = in.number() == 1;
    Instant at = Instant.ofEpochMilli(in.number());
    Optional<Instant> shownAt = shown ? Optional.of(at) : Optional.empty();
    return ResumeCode.read(code).map(read -> new Found(token, value, read, shownAt));
  }

  private SealedStore sealed(String token) {
    return new SealedStore(store, keys, token.getBytes(StandardCharsets.US_ASCII), "");
  }

  @Override
  public String toString() {
    return "CodeVisits";
  }
}
