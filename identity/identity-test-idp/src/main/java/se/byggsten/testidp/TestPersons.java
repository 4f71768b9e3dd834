package se.byggsten.testidp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.ProtectedIdentity;

/**
 * The people of the demonstration: Skatteverket's test numbers, which belong to nobody, with
 * made-up names.
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
      new TestPerson(
          "skyddad",
          number("198601102380"),
          "Sara",
          "Öberg",
          Optional.empty(),
          ProtectedIdentity.PROTECTED_REGISTRATION);

  /** A parent with a samordningsnummer. */
  public static final TestPerson COORDINATION_NUMBER =
      citizen("samordning", "198206722392", "Mateusz", "Nowak");

  /** A case handler. */
  public static final TestPerson CASE_HANDLER =
      employee("handlaggare1", "197901052394", "Karin", "Ek");

  /** Another case handler. */
  public static final TestPerson OTHER_CASE_HANDLER =
      employee("handlaggare2", "197201189268", "Lars", "Ström");

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
    return all().stream().filter(person -> person.id().equals(id)).findFirst();
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
        .filter(person -> person.identifier().equals(identifier))
        .findFirst()
        .map(TestPerson::protection)
        .orElse(ProtectedIdentity.NONE);
  }

  private static TestPerson citizen(String id, String number, String given, String family) {
    return new TestPerson(
        id, number(number), given, family, Optional.empty(), ProtectedIdentity.NONE);
  }

  private static TestPerson employee(String id, String number, String given, String family) {
    return new TestPerson(
        id, number(number), given, family, Optional.of(id), ProtectedIdentity.NONE);
  }

  private static PersonIdentifier number(String text) {
    return PersonIdentifier.parse(text, JUDGED);
  }
}
