package se.byggsten.forms;

/**
 * Somebody besides the applicant who has a part in the application.
 *
 * <p>Who it is stands in a field with a personnummer; nobody else may do that person's part. Its
 * texts have the keys {@code <party>.name} and {@code <party>.task}.
 *
 * @param id a lower-case letter, then letters and digits
 * @param identifier the id of the field that holds the person's personnummer
 * @param showIf the condition for there being such a person; empty for always
 * @param task what the person does
 */
public record PartyDefinition(String id, String identifier, String showIf, Task task) {
  /** What a party does. */
  public enum Task {
    /** Reads the applicant's pages and approves them. */
    APPROVE,
    /** Fills in the pages of the party and sends them; sees no others. */
    FILL
  }

  /**
   * Checks the ids.
   *
   * @throws FormException {@link FormException#DEFINITION} when they will not do
   */
  public PartyDefinition {
    showIf = showIf.strip();
    if (!FieldDefinition.isId(id) || !FieldDefinition.isId(identifier)) {
      throw new FormException(
          FormException.DEFINITION,
          "A party has an id and the id of a field, of letters and digits");
    }
  }
}
