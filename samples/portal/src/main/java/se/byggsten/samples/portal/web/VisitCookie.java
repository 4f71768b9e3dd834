package se.byggsten.samples.portal.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.servlet.CurrentSession;

/** The browser's half of a visit to a service that nobody logs in to. */
final class VisitCookie {
  /** How long a visit lasts after it was last used. */
  static final Duration LIFE = Duration.ofHours(2);

  private static final Duration KEPT = Duration.ofHours(12);

  private VisitCookie() {}

  static @Nullable String get(Exchange x, boolean https) {
    return CurrentSession.cookie(x.request(), cookie(https));
  }

  static void set(Exchange x, String token, boolean https) {
    x.response().addHeader("Set-Cookie", cookie(https).set(token, KEPT));
  }

  static void remove(Exchange x, boolean https) {
    x.response().addHeader("Set-Cookie", cookie(https).remove());
  }

  private static CookieSpec cookie(boolean https) {
    return new CookieSpec(https ? "__Host-anmalan" : "anmalan", https, "Lax");
  }
}
