package se.byggsten.saml.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.servlet.CurrentSession;

/**
 * The visitor's choice of language: in the address for once, then in a cookie.
 *
 * <p>Swedish for who has chosen nothing: it is the language of the authorities (språklagen 10 §),
 * and what a browser says of itself is more often how it came than what somebody wants.
 */
final class PageLanguage {
  static final Locale SWEDISH = Locale.forLanguageTag("sv");

  private static final Duration KEPT = Duration.ofDays(365);

  private PageLanguage() {}

  static Locale of(HttpServletRequest request, boolean https) {
    String chosen = asked(request);
    if (chosen == null) {
      chosen = CurrentSession.cookie(request, kept(https));
    }
    if (chosen == null) {
      chosen = CurrentSession.cookie(request, underWay(https));
    }
    return "en".equals(chosen) ? Locale.ENGLISH : SWEDISH;
  }

  /** Keeps a choice that the address makes. */
  static void remember(HttpServletRequest request, HttpServletResponse response, boolean https) {
    String chosen = asked(request);
    if (chosen != null) {
      response.addHeader("Set-Cookie", kept(https).set(chosen, KEPT));
    }
  }

  /** Takes the language along to the page after the answer, a post from another site. */
  static void takeAlong(HttpServletRequest request, HttpServletResponse response, boolean https) {
    if (of(request, https).equals(Locale.ENGLISH)) {
      response.addHeader("Set-Cookie", underWay(https).set("en"));
    } else if (CurrentSession.cookie(request, underWay(https)) != null) {
      response.addHeader("Set-Cookie", underWay(https).remove());
    }
  }

  private static @Nullable String asked(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null) {
      return null;
    }
    for (String pair : query.split("&", 20)) {
      if (pair.equals("lang=sv") || pair.equals("lang=en")) {
        return pair.substring(5);
      }
    }
    return null;
  }

  private static CookieSpec kept(boolean https) {
    return new CookieSpec(https ? "__Host-sprak" : "sprak", https, "Lax");
  }

  /**
   * The other cookie is not sent with a post from another site; this is, and holds nothing else.
   */
  private static CookieSpec underWay(boolean https) {
    return https
        ? new CookieSpec("__Host-sprak-login", true, "None")
        : new CookieSpec("sprak-login", false, "Lax");
  }
}
