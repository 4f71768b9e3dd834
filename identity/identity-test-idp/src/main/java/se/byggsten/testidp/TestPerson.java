package se.byggsten.testidp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.ProtectedIdentity;

/**
 * A made-up person who can log in: behind one of Skatteverket's test numbers, or from another
 * country.
 *
 * @param id the key in forms and addresses, such as {@code anna}
 * @param identifier the test number; empty for somebody from another country
 * @param givenName the made-up given name
 * @param surname the made-up surname
 * @param userId the user id at the municipality, for somebody who works there
 * @param protection the protection in the population register
 * @param more further attributes that the identity provider tells of, by name such as {@code
 *     urn:oid:1.2.752.201.3.4} (Swedish eID Attribute Specification)
 */
public record TestPerson(
    String id,
    Optional<PersonIdentifier> identifier,
    String givenName,
    String surname,
    Optional<String> userId,
    ProtectedIdentity protection,
    Map<String, String> more) {

  /**
   * Keeps a copy of the attributes.
   *
   * @throws IllegalArgumentException when the id has other characters than {@code a-z}, {@code 0-9}
   *     and hyphen
   */
  public TestPerson {
    if (!id.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("The key of a test person has a-z, 0-9 and hyphen");
    }
    more = Map.copyOf(more);
  }

  /**
   * Returns a person with a number and a name.
   *
   * @param id the key in forms and addresses
   * @param identifier the test number
   * @param givenName the made-up given name
   * @param surname the made-up surname
   * @return the person
   */
  public static TestPerson of(
      String id, PersonIdentifier identifier, String givenName, String surname) {
    return new TestPerson(
        id,
        Optional.of(identifier),
        givenName,
        surname,
        Optional.empty(),
        ProtectedIdentity.NONE,
        Map.of());
  }

  /**
   * Returns a person from another country, without a Swedish number.
   *
   * @param id the key in forms and addresses
   * @param givenName the made-up given name
   * @param surname the made-up surname
   * @return the person
   */
  public static TestPerson foreign(String id, String givenName, String surname) {
    return new TestPerson(
        id,
        Optional.empty(),
        givenName,
        surname,
        Optional.empty(),
        ProtectedIdentity.NONE,
        Map.of());
  }

  /**
   * Returns the same person with one more attribute.
   *
   * @param name the name, such as {@code urn:oid:1.2.752.201.3.4}
   * @param value the value
   * @return the person
   */
  public TestPerson with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(more);
    all.put(name, value);
    return new TestPerson(id, identifier, givenName, surname, userId, protection, all);
  }

  /**
   * Returns the same person as somebody who works at the municipality.
   *
   * @param value the user id there
   * @return the person
   */
  public TestPerson employedAs(String value) {
    return new TestPerson(id, identifier, givenName, surname, Optional.of(value), protection, more);
  }

  /**
   * Returns the same person with protection in the population register.
   *
   * @param value the protection
   * @return the person
   */
  public TestPerson protectedBy(ProtectedIdentity value) {
    return new TestPerson(id, identifier, givenName, surname, userId, value, more);
  }

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
