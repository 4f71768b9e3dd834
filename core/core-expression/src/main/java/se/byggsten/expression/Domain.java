package se.byggsten.expression;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the value of a variable, or of a field of a typed row, can be; for {@link
 * ExpressionCompiler#outcomes}.
 */
public sealed interface Domain {
  /**
   * One of these texts.
   *
   * @param values every value that it may have; with the empty text when it may be absent
   */
  record Texts(Set<String> values) implements Domain {
    /** Copies the values. */
    public Texts {
      values = Set.copyOf(values);
    }
  }

  /**
   * A number between two, or zero, which stands for an absent one.
   *
   * @param min the least; empty for no limit
   * @param max the greatest; empty for no limit
   * @param whole whether it has no decimals
   */
  record Numbers(Optional<BigDecimal> min, Optional<BigDecimal> max, boolean whole)
      implements Domain {
    /**
     * Tells whether a number is in the domain.
     *
     * @param number the number
     * @return true when it is
     */
    public boolean contains(BigDecimal number) {
      return number.signum() == 0
          || (min.map(least -> number.compareTo(least) >= 0).orElse(true)
              && max.map(most -> number.compareTo(most) <= 0).orElse(true));
    }
  }

  /** A day as text, such as {@code 2026-06-30}, or the empty text. */
  record Days() implements Domain {}

  /**
   * A list.
   *
   * @param values every text that may be in it; empty when it may hold anything
   * @param most the most elements
   */
  record Items(Set<String> values, int most) implements Domain {
    /** Copies the values. */
    public Items {
      values = Set.copyOf(values);
    }
  }

  /**
   * Returns the domain of one of some texts, or none.
   *
   * @param values the texts; the empty text is added
   * @return the domain
   */
  static Domain texts(Collection<String> values) {
    Set<String> all = new HashSet<>(values);
    all.add("");
    return new Texts(all);
  }
}
