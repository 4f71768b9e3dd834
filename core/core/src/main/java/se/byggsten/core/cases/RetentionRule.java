package se.byggsten.core.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Optional;

/**
 * What the information plan (<i>informationshanteringsplan</i>) says of the documents of a case.
 *
 * @param classification the code in the classification scheme, such as {@code 3.7.2}
 * @param disposal the term after which they are disposed of (<i>gallras</i>); empty: preserved
 * @param basis the plan or decision that says so
 */
public record RetentionRule(String classification, Optional<Period> disposal, String basis) {
  static final String NO_TERM = "A disposal term is longer than nothing, and not over 1,000 years";

  /** Terms are compared from one and the same day, since months differ. */
  private static final LocalDate DAY = LocalDate.of(2000, 1, 1);

  /**
   * Checks that the rule can be followed.
   *
   * @throws IllegalArgumentException when a text is blank or the term is none by {@link #isTerm}
   */
  public RetentionRule {
    if (classification.isBlank() || basis.isBlank()) {
      throw new IllegalArgumentException("A retention rule has a classification and a basis");
    }
    if (disposal.isPresent() && !isTerm(disposal.get())) {
      throw new IllegalArgumentException(NO_TERM);
    }
  }

  /**
   * Tells whether the documents are kept for ever.
   *
   * @return true when there is no disposal term
   */
  public boolean preserved() {
    return disposal.isEmpty();
  }

  /**
   * Tells whether a period can be a disposal term.
   *
   * @param period the period
   * @return true when it is longer than nothing and at most a thousand years
   */
  public static boolean isTerm(Period period) {
    try {
      return !period.isZero()
          && !period.isNegative()
          && !DAY.plus(period).isAfter(DAY.plusYears(1_000));
    } catch (DateTimeException | ArithmeticException beyondTheCalendar) {
      return false;
    }
  }

  /**
   * Returns the rule for the whole when it holds this information too: what is to be preserved
   * makes the whole preserved, and else the longest term holds.
   *
   * @param information what is said of the information; of what nothing is said, this rule holds
   * @return this rule, with a longer term or none where that is needed
   */
  public RetentionRule covering(Collection<InformationFacts> information) {
    Optional<Period> longest = disposal;
    for (InformationFacts one : information) {
      if (one.retention() == RetentionAction.PRESERVE) {
        longest = Optional.empty();
      }
      longest = longest.map(term -> one.disposeAfter().filter(t -> isLonger(t, term)).orElse(term));
    }
    return longest.equals(disposal) ? this : new RetentionRule(classification, longest, basis);
  }

  private static boolean isLonger(Period one, Period other) {
    return DAY.plus(one).isAfter(DAY.plus(other));
  }
}
