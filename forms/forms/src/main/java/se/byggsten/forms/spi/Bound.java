package se.byggsten.forms.spi;

import org.jspecify.annotations.Nullable;

/**
 * An answer read by the type of its field.
 *
 * @param value the value of the type's Java type, null when there is none or it cannot be read
 * @param error the name of what is wrong with an answer that cannot be read: the error text has the
 *     key {@code <field>.error.<error>}; empty when it can be read
 */
public record Bound(@Nullable Object value, String error) {
  /** No answer. */
  public static final Bound ABSENT = new Bound(null, "");

  /**
   * Returns an answer that could be read.
   *
   * @param value the value
   * @return the answer
   */
  public static Bound of(Object value) {
    return new Bound(value, "");
  }

  /**
   * Returns an answer that could not be read.
   *
   * @param error the name of what is wrong, such as {@code Date}
   * @return the answer
   */
  public static Bound wrong(String error) {
    return new Bound(null, error);
  }

  /** Leaves out the value. */
  @Override
  public String toString() {
    return "Bound[" + (value == null ? "no value" : "a value") + ", " + error + "]";
  }
}
