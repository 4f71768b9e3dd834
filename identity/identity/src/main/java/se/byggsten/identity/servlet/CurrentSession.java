package se.byggsten.identity.servlet;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.identity.CookieSpec;
import se.byggsten.identity.Session;
import se.byggsten.identity.SessionToken;

/** Finds what {@link WebSecurityFilter} knows about the visitor behind a request. */
public final class CurrentSession {
  static final String SESSION = "se.byggsten.identity.session";
  static final String TOKEN = "se.byggsten.identity.token";
  static final String CSRF = "se.byggsten.identity.csrf";

  private CurrentSession() {}

  /**
   * Returns the visitor's session.
   *
   * @param request a request that has passed the filter
   * @return the session, or empty for somebody who is not logged in
   */
  public static Optional<Session> of(HttpServletRequest request) {
    return Optional.ofNullable((Session) request.getAttribute(SESSION));
  }

  /**
   * Returns the token of the visitor's session.
   *
   * @param request a request that has passed the filter
   * @return the token, or empty for somebody who is not logged in
   */
  public static Optional<SessionToken> token(HttpServletRequest request) {
    return Optional.ofNullable((SessionToken) request.getAttribute(TOKEN));
  }

  /**
   * Returns the text for the hidden field {@code _csrf} of a form on this page.
   *
   * @param request a request that has passed the filter
   * @return the token, another for each request
   * @throws IllegalArgumentException when the request has not passed the filter
   */
  public static String csrfToken(HttpServletRequest request) {
    Object token = request.getAttribute(CSRF);
    if (token == null) {
      throw new IllegalArgumentException("The request has not passed WebSecurityFilter");
    }
    return token.toString();
  }

  /**
   * Returns the value of a cookie that the browser sent exactly once.
   *
   * @param request the request
   * @param spec the cookie
   * @return the value; null when the browser sent none, or several of that name
   */
  public static @Nullable String cookie(HttpServletRequest request, CookieSpec spec) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    String found = null;
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(spec.name())) {
        if (found != null) {
          return null;
        }
        found = cookie.getValue();
      }
    }
    return found;
  }
}
