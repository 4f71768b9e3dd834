package se.byggsten.samples.gates;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import se.byggsten.core.cases.Actor;
import se.byggsten.core.cases.Case;
import se.byggsten.core.cases.NewDocument;
import se.byggsten.core.cases.Submission;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.person.AuthenticatedPerson;
import se.byggsten.core.person.ForeignIdentity;
import se.byggsten.core.person.OrganisationAffiliation;

/** A concrete type of our API that holds somebody's number, name or words. */
final class PersonalTypes {
  private static final Set<String> NAMES =
      Set.of(
          Actor.class.getName(),
          AuthenticatedPerson.class.getName(),
          Case.class.getName(),
          ForeignIdentity.class.getName(),
          NewDocument.class.getName(),
          OrganisationAffiliation.class.getName(),
          PersonIdentifier.class.getName(),
          Submission.class.getName());

  private PersonalTypes() {}

  static boolean test(JavaClass type) {
    boolean holds =
        type.getFields().stream()
            .filter(
                f ->
                    !f.getModifiers()
                        .contains(com.tngtech.archunit.core.domain.JavaModifier.STATIC))
            .flatMap(f -> f.getType().getAllInvolvedRawTypes().stream())
            .anyMatch(raw -> NAMES.contains(raw.getName()));
    boolean is = NAMES.contains(type.getName()) || type.isAssignableTo(PersonIdentifier.class);
    return (is || (holds && type.isRecord()))
        && !type.isInterface()
        && type.getPackageName().startsWith("se.byggsten.")
        && !type.getPackageName().startsWith("se.byggsten.samples");
  }
}
