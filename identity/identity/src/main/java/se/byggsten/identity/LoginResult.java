package se.byggsten.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
   * @param attributes all that the identity provider told and that was verified, by the attribute's
   *     name, such as {@code urn:oid:0.9.2342.19200300.100.1.3} for the e-mail address; personal
   *     data
   * @param returnTo where in the service the visitor was on the way
   */
  record Success(AuthenticatedPerson person, Map<String, List<String>> attributes, String returnTo)
      implements LoginResult {

    /** Copies the attributes. */
    public Success {
      attributes =
          attributes.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, attribute -> List.copyOf(attribute.getValue())));
    }

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
