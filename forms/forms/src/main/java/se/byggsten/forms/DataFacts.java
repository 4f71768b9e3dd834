package se.byggsten.forms;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.cases.RetentionAction;
import se.byggsten.core.cases.RetentionRule;

/**
 * Why an answer is asked for and what is to become of it.
 *
 * <p>An empty text means that the form's own facts apply.
 *
 * @param purpose what the answer is used for
 * @param legalBasis the provision that allows it
 * @param personalData what kind of personal data it is
 * @param secrecy the provision of secrecy, such as {@code 26 kap. 1 § OSL}; empty for none
 * @param retention {@code preserve}, or {@code dispose} and an ISO 8601 period: {@code dispose P2Y}
 * @param classification the code in the classification scheme, such as {@code 3.7.2}; the form's
 *     own facts have none, since a form has {@link FormDefinition#classification()}
 */
public record DataFacts(
    String purpose,
    String legalBasis,
    PersonalData personalData,
    String secrecy,
    String retention,
    String classification) {
  /** No facts of its own. */
  public static final DataFacts NONE = new DataFacts("", "", PersonalData.NONE, "", "");

  /**
   * Checks the retention.
   *
   * @throws FormException {@link FormException#DEFINITION} when it is not of the form, or when the
   *     period is nothing or over a thousand years
   */
  public DataFacts {
    purpose = purpose.strip();
    legalBasis = legalBasis.strip();
    secrecy = secrecy.strip();
    retention = retention.strip();
    classification = classification.strip();
    if (!retention.isEmpty() && !retention.equals("preserve")) {
      period(retention);
    }
  }

  /**
   * Returns facts with the form's classification.
   *
   * @param purpose what the answer is used for
   * @param legalBasis the provision that allows it
   * @param personalData what kind of personal data it is
   * @param secrecy the provision of secrecy; empty for none
   * @param retention {@code preserve} or {@code dispose P2Y}
   */
  public DataFacts(
      String purpose,
      String legalBasis,
      PersonalData personalData,
      String secrecy,
      String retention) {
    this(purpose, legalBasis, personalData, secrecy, retention, "");
  }

  private static Period period(String retention) {
    try {
      if (retention.startsWith("dispose ")) {
        Period term = Period.parse(retention.substring(8));
        if (RetentionRule.isTerm(term)) {
          return term;
        }
      }
    } catch (DateTimeParseException e) {
      // Falls through to the one message for every wrong form.
    }
    throw new FormException(
        FormException.DEFINITION,
        "A retention is 'preserve' or 'dispose P2Y', with a period of at most 1,000 years");
  }

  /**
   * Tells what becomes of the answer.
   *
   * @return {@link RetentionAction#UNSTATED} when nothing is said
   */
  public RetentionAction action() {
    if (retention.isEmpty()) {
      return RetentionAction.UNSTATED;
    }
    return retention.equals("preserve") ? RetentionAction.PRESERVE : RetentionAction.DISPOSE;
  }

  /**
   * Returns the time after which the answer is disposed of.
   *
   * @return the period; empty when it is preserved or nothing is said, which {@link #action()}
   *     tells apart
   */
  public Optional<Period> disposeAfter() {
    return action() == RetentionAction.DISPOSE ? Optional.of(period(retention)) : Optional.empty();
  }

  /**
   * Returns these facts with gaps filled.
   *
   * @param defaults the facts of the form
   * @return the facts that apply
   */
  public DataFacts orElse(DataFacts defaults) {
    return new DataFacts(
        purpose.isEmpty() ? defaults.purpose : purpose,
        legalBasis.isEmpty() ? defaults.legalBasis : legalBasis,
        personalData,
        secrecy.isEmpty() ? defaults.secrecy : secrecy,
        retention.isEmpty() ? defaults.retention : retention,
        classification.isEmpty() ? defaults.classification : classification);
  }
}
