package se.byggsten.forms;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Optional;

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
 */
public record DataFacts(
    String purpose,
    String legalBasis,
    PersonalData personalData,
    String secrecy,
    String retention) {
  /** No facts of its own. */
  public static final DataFacts NONE = new DataFacts("", "", PersonalData.NONE, "", "");

  /**
   * Checks the retention.
   *
   * @throws FormException {@link FormException#DEFINITION} when it is not of the form
   */
  public DataFacts {
    purpose = purpose.strip();
    legalBasis = legalBasis.strip();
    secrecy = secrecy.strip();
    retention = retention.strip();
    if (!retention.isEmpty() && !retention.equals("preserve")) {
      period(retention);
    }
  }

  private static Period period(String retention) {
    try {
      if (retention.startsWith("dispose ")) {
        return Period.parse(retention.substring(8));
      }
    } catch (DateTimeParseException e) {
      // Falls through to the one message for every wrong form.
    }
    throw new FormException(
        FormException.DEFINITION, "A retention is 'preserve' or 'dispose P2Y', with a period");
  }

  /**
   * Returns the time after which the answer is disposed of.
   *
   * @return the period; empty when it is preserved or nothing is said
   */
  public Optional<Period> disposeAfter() {
    return retention.startsWith("dispose ") ? Optional.of(period(retention)) : Optional.empty();
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
        retention.isEmpty() ? defaults.retention : retention);
  }
}
