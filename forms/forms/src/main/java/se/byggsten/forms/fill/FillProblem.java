package se.byggsten.forms.fill;

/**
 * Something that is wrong with answers in JSON, without the answer.
 *
 * @param path where, in the terms of the JSON: {@code barn[0].namn}; empty for the whole
 * @param name what is broken: the name of a constraint, such as {@code Required}, or {@code
 *     UnknownKey}, {@code WrongKind}, {@code Files}, {@code Calculated}, {@code NotAsked}, {@code
 *     Exit} or {@code TooMany}
 * @param message what to do about it, for a person
 * @param level how much it hinders
 * @param party the id of the party whose page it is on; empty for the applicant's
 */
public record FillProblem(String path, String name, String message, Level level, String party) {
  /** How much a problem hinders the form from being sent. */
  public enum Level {
    /** It must be put right. */
    ERROR,
    /** The form may be sent, and this completed later (förvaltningslagen 20 §). */
    DEFERRABLE,
    /** The answer is kept but not sent, as the other answers make the question fall away. */
    NOTE
  }
}
