package se.byggsten.core.cases;

import java.time.Period;
import java.util.Optional;

/**
 * What the information plan (<i>informationshanteringsplan</i>) says of the documents of a case.
 *
 * @param classification the code in the classification scheme, such as {@code 3.7.2}
 * @param disposal the term after which they are disposed of (<i>gallras</i>); empty: preserved
 * @param basis the plan or decision that says so
 */
public record RetentionRule(String classification, Optional<Period> disposal, String basis) {
  /**
   * Checks that the rule can be followed.
   *
   * @throws IllegalArgumentException when a text is blank or the term is not positive
   */
  public RetentionRule {
    if (classification.isBlank() || basis.isBlank()) {
      throw new IllegalArgumentException("A retention rule has a classification and a basis");
    }
    if (disposal.isPresent() && (disposal.get().isZero() || disposal.get().isNegative())) {
      throw new IllegalArgumentException("A disposal term is longer than nothing");
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
}
