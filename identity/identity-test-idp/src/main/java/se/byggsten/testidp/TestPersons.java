package se.byggsten.testidp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.ProtectedIdentity;

/**
 * Made-up people: Skatteverket's test numbers, which belong to nobody, with made-up names, and
 * visitors from other countries.
 */
public final class TestPersons {
  /** The organisation number of the made-up municipality Eksta kommun. */
  public static final String MUNICIPALITY = "2120002999";

  private static final LocalDate JUDGED = LocalDate.of(2026, 1, 1);

  /** A parent of two. */
  public static final TestPerson ANNA = citizen("anna", "198401042380", "Anna", "Lindström");

  /** The other parent. */
  public static final TestPerson ERIK = citizen("erik", "198303012390", "Erik", "Lindström");

  /** A parent who lives alone with the child. */
  public static final TestPerson FATIMA = citizen("fatima", "199001122382", "Fatima", "Åkerblom");

  /** A parent with protected registration, whose address nobody may see. */
  public static final TestPerson PROTECTED =
      citizen("skyddad", "198601102380", "Sara", "Öberg")
          .protectedBy(ProtectedIdentity.PROTECTED_REGISTRATION);

  /** A parent with a samordningsnummer. */
  public static final TestPerson COORDINATION_NUMBER =
      citizen("samordning", "198206722392", "Mateusz", "Nowak");

  /** A case handler. */
  public static final TestPerson CASE_HANDLER =
      employee("handlaggare1", "197901052394", "Karin", "Ek");

  /** Another case handler. */
  public static final TestPerson OTHER_CASE_HANDLER =
      employee("handlaggare2", "197201189268", "Lars", "Ström");

  /** Somebody who had a samordningsnummer before the personnummer. */
  public static final TestPerson PREVIOUS_NUMBER =
      citizen("tidigare-nummer", "198809042396", "Lina", "Haddad")
          .with("urn:oid:1.2.752.201.3.15", "198809642393");

  /** Somebody from Norway without a known Swedish number. */
  public static final TestPerson EIDAS =
      foreigner("eidas", "NO", "Ingrid", "Solberg", "1978-05-17");

  /** Somebody from Finland whose Swedish number is known from the population register. */
  public static final TestPerson EIDAS_MAPPED =
      foreigner("eidas-kopplad", "FI", "Aino", "Virtanen", "1992-07-15")
          .with("urn:oid:1.2.752.201.3.16", "199207152399")
          .with(
              "urn:oid:1.2.752.201.3.6",
              "http://id.swedenconnect.se/id-binding/process/populationregister");

  private TestPersons() {}

  /**
   * Returns those who can log in.
   *
   * @return citizens first, then employees
   */
  public static List<TestPerson> all() {
    return List.of(
        ANNA, ERIK, FATIMA, PROTECTED, COORDINATION_NUMBER, CASE_HANDLER, OTHER_CASE_HANDLER);
  }

  /**
   * Returns all: those of {@link #all()}, and people with an earlier number or from another
   * country.
   *
   * @return the citizens of the municipality first
   */
  public static List<TestPerson> everybody() {
    return Stream.concat(all().stream(), Stream.of(PREVIOUS_NUMBER, EIDAS, EIDAS_MAPPED)).toList();
  }

  /**
   * Returns the children of the parents, who do not log in.
   *
   * @return Elsa, Nils and Amina
   */
  public static List<TestPerson> children() {
    return List.of(
        citizen("elsa", "201601122383", "Elsa", "Lindström"),
        citizen("nils", "201401132392", "Nils", "Lindström"),
        citizen("amina", "201502042391", "Amina", "Åkerblom"));
  }

  /**
   * Finds somebody who can log in.
   *
   * @param id the key
   * @return the person, or empty
   */
  public static Optional<TestPerson> find(String id) {
    return everybody().stream().filter(person -> person.id().equals(id)).findFirst();
  }

  /**
   * Returns the protection that the population register would tell of, for services that look it
   * up.
   *
   * @param identifier a person's number
   * @return the protection; none for a number that is not among the test persons
   */
  public static ProtectedIdentity protectionOf(PersonIdentifier identifier) {
    return all().stream()
        .filter(person -> person.identifier().filter(identifier::equals).isPresent())
        .findFirst()
        .map(TestPerson::protection)
        .orElse(ProtectedIdentity.NONE);
  }

  private static TestPerson citizen(String id, String number, String given, String family) {
    return TestPerson.of(id, number(number), given, family);
  }

  private static TestPerson employee(String id, String number, String given, String family) {
    return citizen(id, number, given, family).employedAs(id);
  }

  private static TestPerson foreigner(
      String id, String country, String given, String family, String born) {
    String digits = born.replace("-", "");
    return TestPerson.foreign(id, given, family)
        .with("urn:oid:1.2.752.201.3.4", country + ":" + digits + "-4711")
        .with("urn:oid:1.2.752.201.3.5", "A")
        .with("urn:oid:1.2.752.201.3.7", country + "/SE/" + digits + "4711")
        .with("urn:oid:1.3.6.1.5.5.7.9.1", born)
        .with("urn:oid:2.5.4.6", country);
  }

  private static PersonIdentifier number(String text) {
    return PersonIdentifier.parse(text, JUDGED);
  }
}
