package se.byggsten.identity;

import org.jspecify.annotations.Nullable;
import se.byggsten.identity.internal.Secrets;

/**
 * Tokens that prove that a form was filled in on a page of this service.
 *
 * <p>Each page gets another text for the same secret, so that compression reveals nothing of it
 * (the BREACH attack). Tokens are compared in constant time.
 */
public final class CsrfTokens {
  /** The name of the form field. */
  public static final String FIELD = "_csrf";

  /** The name of the request header, for scripts. */
  public static final String HEADER = "X-CSRF-Token";

  private final byte[] key;

  private CsrfTokens(byte[] key) {
    this.key = key.clone();
  }

  /**
   * Returns tokens under a key that is made now, for a service that runs on one node.
   *
   * @return the tokens
   */
  public static CsrfTokens withFreshKey() {
    return new CsrfTokens(Secrets.random());
  }

  /**
   * Returns tokens under a key that all nodes share.
   *
   * @param key at least 32 bytes; a secret
   * @return the tokens
   * @throws IllegalArgumentException when the key is shorter
   */
  public static CsrfTokens withKey(byte[] key) {
    if (key.length < Secrets.BYTES) {
      throw new IllegalArgumentException("A key has at least " + Secrets.BYTES + " bytes");
    }
    return new CsrfTokens(key);
  }

  /**
   * Returns a new text of the session's token, for one page.
   *
   * @param session the session
   * @return base64url
   */
  public String forSession(Session session) {
    return Secrets.mask(session.csrfSecret());
  }

  /**
   * Says whether a text is the session's token.
   *
   * @param session the session
   * @param submitted what the form or the header held, or null
   * @return true when it is
   */
  public boolean isValid(Session session, @Nullable String submitted) {
    return Secrets.unmask(submitted)
        .filter(secret -> Secrets.same(secret, session.csrfSecret()))
        .isPresent();
  }

  /**
   * Returns a value for the cookie of a visitor without a session.
   *
   * @return base64url for {@link CookieSpec#visit}
   */
  public String newVisit() {
    return Secrets.text(Secrets.random());
  }

  /**
   * Returns a new text of the token that belongs to a visit, for one page.
   *
   * @param visit the value of the visitor's cookie
   * @return base64url
   */
  public String forVisit(String visit) {
    return Secrets.mask(visitSecret(visit));
  }

  /**
   * Says whether a text is the token of a visit.
   *
   * <p>The token is signed with the service's key, so somebody who can plant a cookie still cannot
   * make the token that goes with it.
   *
   * @param visit the value of the visitor's cookie, or null
   * @param submitted what the form or the header held, or null
   * @return true when it is
   */
  public boolean isValid(@Nullable String visit, @Nullable String submitted) {
    return visit != null
        && Secrets.read(visit, Secrets.BYTES).isPresent()
        && Secrets.unmask(submitted)
            .filter(secret -> Secrets.same(secret, visitSecret(visit)))
            .isPresent();
  }

  private byte[] visitSecret(String visit) {
    return Secrets.mac(key, "visit", visit.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "CsrfTokens[masked]";
  }
}
