package se.byggsten.samples.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.servlet.CurrentSession;

/** The visitor's choice of language: in the address for once, then in the login's cookie. */
final class Languages {
  private Languages() {}

  static Locale of(HttpServletRequest request, boolean https) {
    String chosen = asked(request);
    if (chosen == null) {
      chosen = CurrentSession.cookie(request, cookie(https));
    }
    return "en".equals(chosen) ? PortalTexts.ENGLISH : PortalTexts.SWEDISH;
  }

  /** Tells whether the address asks for a language. */
  static boolean isSwitch(HttpServletRequest request) {
    return asked(request) != null;
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

  private static CookieSpec cookie(boolean https) {
    return new CookieSpec(https ? "__Host-sprak" : "sprak", https, "Lax");
  }
}
