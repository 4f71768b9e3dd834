package se.byggsten.core.cases;

import java.time.Instant;

/**
 * A decision in a case (31–34 §§ förvaltningslagen).
 *
 * @param outcome what was decided
 * @param reasons why, in plain language; may hold personal data
 * @param decidedBy the name of the person who decided
 * @param decidedAt when
 * @param howToAppeal how, where and until when it can be appealed; never blank
 * @param automated true when no person took part (28 § förvaltningslagen)
 */
public record Decision(
    Outcome outcome,
    String reasons,
    String decidedBy,
    Instant decidedAt,
    String howToAppeal,
    boolean automated) {

  /** What was decided. */
  public enum Outcome {
    /** The application is granted. */
    GRANTED,
    /** The application is granted in part. */
    PARTLY_GRANTED,
    /** The application is rejected. */
    REJECTED
  }

  /**
   * Checks that the decision holds what the law asks for.
   *
   * @throws IllegalArgumentException when reasons, decider or the way to appeal is blank
   */
  public Decision {
    if (reasons.isBlank() || decidedBy.isBlank() || howToAppeal.isBlank()) {
      throw new IllegalArgumentException(
          "A decision has its reasons, who decided and how to appeal");
    }
  }

  @Override
  public String toString() {
    return "Decision[" + outcome + "]";
  }
}
