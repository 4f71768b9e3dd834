package se.byggsten.saml;

import java.util.Optional;
import java.util.Set;
import se.byggsten.core.person.AssuranceLevel;
import se.byggsten.saml.protocol.RequiredIdentity;

/**
 * What is asked of one login.
 *
 * @param returnTo where in the service the visitor is on the way: a path that begins with a single
 *     slash; kept on the server and never sent along
 * @param required what the service needs to know
 * @param levels the levels that are enough; empty for those that the service provider accepts
 * @param forceAuthn whether the visitor must identify themselves anew although the identity
 *     provider knows them
 * @param identityProvider the entity id of the identity provider; empty when there is only one
 */
public record LoginRequest(
    String returnTo,
    RequiredIdentity required,
    Set<AssuranceLevel> levels,
    boolean forceAuthn,
    Optional<String> identityProvider) {

  /**
   * Checks the path and copies the levels.
   *
   * @throws IllegalArgumentException when the path could lead out of the service
   */
  public LoginRequest {
    levels = Set.copyOf(levels);
    if (!isLocal(returnTo)) {
      throw new IllegalArgumentException("returnTo is a path that begins with a single slash");
    }
  }

  /**
   * Returns the request of a private person's login, which always asks for identification anew.
   *
   * @param returnTo where in the service the visitor is on the way
   * @return the request
   */
  public static LoginRequest person(String returnTo) {
    return new LoginRequest(
        returnTo, RequiredIdentity.PERSONAL_NUMBER, Set.of(), true, Optional.empty());
  }

  /**
   * Returns the request of an employee's login.
   *
   * @param returnTo where in the service the visitor is on the way
   * @return the request
   */
  public static LoginRequest staff(String returnTo) {
    return new LoginRequest(
        returnTo, RequiredIdentity.AFFILIATION, Set.of(), true, Optional.empty());
  }

  /**
   * Returns the request with other levels.
   *
   * @param enough the levels that are enough
   * @return the request
   */
  public LoginRequest withLevels(Set<AssuranceLevel> enough) {
    return new LoginRequest(returnTo, required, enough, forceAuthn, identityProvider);
  }

  /**
   * Returns the request to a named identity provider.
   *
   * @param entityId its entity id
   * @return the request
   */
  public LoginRequest at(String entityId) {
    return new LoginRequest(returnTo, required, levels, forceAuthn, Optional.of(entityId));
  }

  /**
   * Returns the request with or without identification anew.
   *
   * @param force whether the visitor must identify themselves anew
   * @return the request
   */
  public LoginRequest withForceAuthn(boolean force) {
    return new LoginRequest(returnTo, required, levels, force, identityProvider);
  }

  /**
   * Says whether a path leads nowhere but into this service.
   *
   * @param path the path, from outside
   * @return true when it begins with a single slash and holds nothing that a browser would read as
   *     another address
   */
  public static boolean isLocal(String path) {
    if (path.length() > 2000 || !path.startsWith("/") || path.startsWith("//")) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c >= 0x7f || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
