package se.byggsten.saml;

/**
 * A login under way.
 *
 * @param request how the browser carries the signed request to the identity provider
 * @param browserBinding the value for the cookie {@link se.byggsten.identity.CookieSpec#login},
 *     with the browser's other logins under way; a secret
 */
public record StartedLogin(OutgoingRequest request, String browserBinding) {
  @Override
  public String toString() {
    return "StartedLogin[" + request + "]";
  }
}
