package se.byggsten.identity;

import se.byggsten.core.ErrorCode;
import se.byggsten.core.person.AuthenticatedPerson;

/** How a login ended: with a person, or refused with a code and something to tell the visitor. */
public sealed interface LoginResult {
  /**
   * Returns where in the service the visitor was on the way.
   *
   * @return a path that begins with a single slash
   */
  String returnTo();

  /**
   * Somebody has proved who they are.
   *
   * @param person who
   * @param returnTo where in the service the visitor was on the way
   */
  record Success(AuthenticatedPerson person, String returnTo) implements LoginResult {
    @Override
    public String toString() {
      return "Success[" + person + "]";
    }
  }

  /**
   * The login was refused.
   *
   * @param code the stable code, for the log and for support
   * @param kind what to tell the visitor
   * @param returnTo where in the service the visitor was on the way; {@code /} when not known
   */
  record Refused(ErrorCode code, RefusalKind kind, String returnTo) implements LoginResult {
    /**
     * Returns the key under which {@link LoginMessages} has the texts of the page.
     *
     * @return for example {@code login.refused.cancelled}
     */
    public String messageKey() {
      return kind.messageKey();
    }
  }
}
