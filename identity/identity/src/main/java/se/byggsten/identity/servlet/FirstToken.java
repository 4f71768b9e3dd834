package se.byggsten.identity.servlet;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.CsrfTokens;

/** The token of a visitor without a cookie; sends the cookie when the token is first asked for. */
final class FirstToken {
  private final CsrfTokens csrf;
  private final CookieSpec cookie;
  private final HttpServletResponse response;
  private @Nullable String visit;

  FirstToken(CsrfTokens csrf, CookieSpec cookie, HttpServletResponse response) {
    this.csrf = csrf;
    this.cookie = cookie;
    this.response = response;
  }

  @Override
  public String toString() {
    if (visit == null) {
      visit = csrf.newVisit();
      response.addHeader("Set-Cookie", cookie.set(visit));
    }
    return csrf.forVisit(visit);
  }
}
