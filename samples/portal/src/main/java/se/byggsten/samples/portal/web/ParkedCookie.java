package se.byggsten.samples.portal.web;

import java.time.Duration;
import java.util.Optional;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.servlet.CurrentSession;

/** The browser's half of what was posted after the session had ended. */
final class ParkedCookie {
  private static final Duration KEPT = Duration.ofMinutes(30);

  private ParkedCookie() {}

  static void set(Exchange x, String token, boolean https) {
    x.response().addHeader("Set-Cookie", cookie(https).set(token, KEPT));
  }

  /** The token, which is then taken from the browser. */
  static Optional<String> take(Exchange x, boolean https) {
    Optional<String> token = Optional.ofNullable(CurrentSession.cookie(x.request(), cookie(https)));
    token.ifPresent(t -> x.response().addHeader("Set-Cookie", cookie(https).remove()));
    return token;
  }

  private static CookieSpec cookie(boolean https) {
    return new CookieSpec(https ? "__Host-sparat" : "sparat", https, "Lax");
  }
}
