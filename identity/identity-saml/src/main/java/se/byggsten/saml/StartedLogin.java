package se.byggsten.saml;

import java.net.URI;

/**
 * A login under way.
 *
 * @param redirect where to send the browser: the identity provider, with the signed request
 * @param browserBinding the value for the cookie {@link se.byggsten.identity.CookieSpec#login},
 *     with the browser's other logins under way; a secret
 */
public record StartedLogin(URI redirect, String browserBinding) {
  @Override
  public String toString() {
    return "StartedLogin[" + redirect.getHost() + "]";
  }
}
