package se.byggsten.identity;

import java.time.Duration;

/**
 * The name and attributes of a cookie, and the header lines that set and remove it.
 *
 * <p>On HTTPS every name begins with {@code __Host-}, so that no sister domain can plant the cookie
 * (RFC 6265bis, section 4.1.3.2). Every cookie is HttpOnly, for the path {@code /} and for this
 * host alone.
 *
 * @param name the name
 * @param secure whether only HTTPS carries it
 * @param sameSite {@code Lax}, {@code Strict} or {@code None}
 */
public record CookieSpec(String name, boolean secure, String sameSite) {

  /**
   * Returns the cookie of a session.
   *
   * @param https whether the service is reached over HTTPS
   * @return {@code __Host-byggsten}, or {@code byggsten} without HTTPS
   */
  public static CookieSpec session(boolean https) {
    return https
        ? new CookieSpec("__Host-byggsten", true, "Lax")
        : new CookieSpec("byggsten", false, "Lax");
  }

  /**
   * Returns the cookie that ties a login under way to the browser that began it.
   *
   * <p>The answer of an identity provider is a POST from another site, which carries only cookies
   * with {@code SameSite=None}, and those only on HTTPS. Without HTTPS the login works only when
   * the identity provider is on the same site, as in a demonstration on localhost.
   *
   * @param https whether the service is reached over HTTPS
   * @return {@code __Host-byggsten-login}, or {@code byggsten-login} without HTTPS
   */
  public static CookieSpec login(boolean https) {
    return https
        ? new CookieSpec("__Host-byggsten-login", true, "None")
        : new CookieSpec("byggsten-login", false, "Lax");
  }

  /**
   * Returns the cookie that tells which session a login under way takes the place of.
   *
   * <p>The answer of an identity provider does not carry the cookie of the session, so that the
   * earlier session would live on. This holds the session's mark, by which nobody can take it over.
   *
   * @param https whether the service is reached over HTTPS
   * @return {@code __Host-byggsten-before}, or {@code byggsten-before} without HTTPS
   */
  public static CookieSpec before(boolean https) {
    return https
        ? new CookieSpec("__Host-byggsten-before", true, "None")
        : new CookieSpec("byggsten-before", false, "Lax");
  }

  /**
   * Returns the cookie of a visitor who is not logged in, for forms that anybody may send.
   *
   * @param https whether the service is reached over HTTPS
   * @return {@code __Host-byggsten-visit}, or {@code byggsten-visit} without HTTPS
   */
  public static CookieSpec visit(boolean https) {
    return https
        ? new CookieSpec("__Host-byggsten-visit", true, "Lax")
        : new CookieSpec("byggsten-visit", false, "Lax");
  }

  /**
   * Returns the value of a {@code Set-Cookie} header for a cookie that goes with the browser.
   *
   * @param value the value; no blank, comma, semicolon, quote or backslash
   * @return the header's value
   */
  public String set(String value) {
    return line(value) + attributes();
  }

  /**
   * Returns the value of a {@code Set-Cookie} header for a cookie with an age.
   *
   * @param value the value
   * @param age how long it lives
   * @return the header's value
   */
  public String set(String value, Duration age) {
    return line(value) + "; Max-Age=" + age.toSeconds() + attributes();
  }

  /**
   * Returns the value of a {@code Set-Cookie} header that removes the cookie.
   *
   * @return the header's value
   */
  public String remove() {
    return name + "=; Max-Age=0" + attributes();
  }

  private String line(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c > '~' || c == ';' || c == ',' || c == '"' || c == '\\') {
        throw new IllegalArgumentException("A cookie's value holds no such character at " + i);
      }
    }
    return name + "=" + value;
  }

  private String attributes() {
    return "; Path=/; HttpOnly; SameSite=" + sameSite + (secure ? "; Secure" : "");
  }
}
