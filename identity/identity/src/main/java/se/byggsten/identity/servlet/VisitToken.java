package se.byggsten.identity.servlet;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.CsrfTokens;

/**
 * The token of a visitor who is not logged in. When it is first asked for, the cookie that goes
 * with it is sent to who has none, and no cache may keep the page.
 */
final class VisitToken {
  private final CsrfTokens csrf;
  private final CookieSpec cookie;
  private final HttpServletResponse response;
  private @Nullable String visit;

  VisitToken(
      CsrfTokens csrf, CookieSpec cookie, @Nullable String visit, HttpServletResponse response) {
    this.csrf = csrf;
    this.cookie = cookie;
    this.visit = visit;
    this.response = response;
  }

  @Override
  public String toString() {
    response.setHeader("Cache-Control", "no-store");
    if (visit == null) {
      visit = csrf.newVisit();
      response.addHeader("Set-Cookie", cookie.set(visit));
    }
    return csrf.forVisit(visit);
  }
}
