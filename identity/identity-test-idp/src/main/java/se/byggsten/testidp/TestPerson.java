package se.byggsten.testidp;

import java.util.Optional;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.ProtectedIdentity;

/**
 * A made-up person behind one of Skatteverket's test numbers.
 *
 * @param id the key in forms and addresses, such as {@code anna}
 * @param identifier the test number
 * @param givenName the made-up given name
 * @param surname the made-up surname
 * @param userId the user id at the municipality, for somebody who works there
 * @param protection the protection in the population register
 */
public record TestPerson(
    String id,
    PersonIdentifier identifier,
    String givenName,
    String surname,
    Optional<String> userId,
    ProtectedIdentity protection) {

  /**
   * Returns the whole name.
   *
   * @return given name and surname
   */
  public String name() {
    return givenName + " " + surname;
  }

  @Override
  public String toString() {
    return "TestPerson[" + id + "]";
  }
}
