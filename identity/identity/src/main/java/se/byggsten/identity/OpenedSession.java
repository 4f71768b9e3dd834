package se.byggsten.identity;

/**
 * A session just opened, with the token that goes to the browser.
 *
 * @param token the token for the cookie
 * @param session the session
 */
public record OpenedSession(SessionToken token, Session session) {
  @Override
  public String toString() {
    return "OpenedSession[" + session + "]";
  }
}
