package se.byggsten.expression;

import java.util.List;

/**
 * What an expression is made of, to be read out or analysed; it cannot be run.
 *
 * <p>Parts without a counterpart here, such as {@code exists} and {@code map}, are {@link Other}.
 * Sealed, so that a switch over it is complete.
 */
public sealed interface Syntax {
  /**
   * A variable.
   *
   * @param name its name
   */
  record Name(String name) implements Syntax {}

  /**
   * A value as written.
   *
   * @param value a String, Boolean, Long or Double
   */
  record Literal(Object value) implements Syntax {}

  /**
   * A field of a row.
   *
   * @param row what gives the row
   * @param field the name of the field
   */
  record Field(Syntax row, String field) implements Syntax {}

  /**
   * A list as written.
   *
   * @param items its elements
   */
  record Items(List<Syntax> items) implements Syntax {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * An operator or function with what it is used on.
   *
   * @param function the operator as written, such as {@code &&}, {@code ||}, {@code !}, {@code ==},
   *     {@code <=}, {@code in}, {@code +} or {@code ?:}, else the name of the function
   * @param arguments from left to right; what stands before the dot of a method comes first
   */
  record Call(String function, List<Syntax> arguments) implements Syntax {
    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Anything else, such as going through a list. */
  record Other() implements Syntax {}
}
