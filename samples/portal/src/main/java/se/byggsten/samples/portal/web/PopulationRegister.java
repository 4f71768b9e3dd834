package se.byggsten.samples.portal.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.ProtectedIdentity;
import se.byggsten.forms.run.PrefillValue;
import se.byggsten.testidp.TestPerson;
import se.byggsten.testidp.TestPersons;

/** Where the population register says that people live; here made up for the test persons. */
final class PopulationRegister {
  private static final String SOURCE = "folkbokföringen";

  private static final Map<TestPerson, String> STREETS =
      Map.of(
          TestPersons.ANNA, "Ekbacken 4",
          TestPersons.ERIK, "Ekbacken 4",
          TestPersons.FATIMA, "Kvarngatan 18 lgh 1203");

  private PopulationRegister() {}

  /** The address of a person; none of who is protected, not even to the person. */
  static Optional<PrefillValue> address(PersonIdentifier person, Instant at) {
    return STREETS.entrySet().stream()
        .filter(one -> one.getKey().identifier().filter(person::equals).isPresent())
        .filter(one -> TestPersons.protectionOf(person) == ProtectedIdentity.NONE)
        .map(
            one ->
                PrefillValue.ofParts(
                    List.of(
                        Map.entry("street", one.getValue()),
                        Map.entry("postalCode", "123 47"),
                        Map.entry("city", "Eksta")),
                    SOURCE,
                    at))
        .findFirst();
  }
}
