package se.byggsten.forms.internal.validation;

import org.jspecify.annotations.Nullable;
import se.byggsten.forms.internal.constraint.RequiredValidator;

/** The answers of a page that are to be judged, by the number of the field on the page, from 0. */
public final class PageAnswers {
  private final @Nullable Object[] values;
  private final boolean[] judged;
  private final boolean[] required;
  private boolean empty = true;
  private boolean lacking;

  /**
   * Makes room for the answers of a page.
   *
   * @param fields how many fields the page has
   */
  public PageAnswers(int fields) {
    values = new @Nullable Object[fields];
    judged = new boolean[fields];
    required = new boolean[fields];
  }

  /**
   * Puts an answer that is to be judged.
   *
   * @param field the number of the field
   * @param value the value, null when absent
   * @param requiredNow whether it must be answered
   */
  public void put(int field, @Nullable Object value, boolean requiredNow) {
    values[field] = value;
    judged[field] = true;
    required[field] = requiredNow;
    empty = false;
    lacking |= lacksRequired(field);
  }

  boolean isEmpty() {
    return empty;
  }

  /** One value for each field of the page; null for what is absent or not judged. */
  @Nullable Object[] values() {
    return values;
  }

  @Nullable Object value(int field) {
    return values[field];
  }

  boolean isJudged(int field) {
    return judged[field];
  }

  boolean isRequired(int field) {
    return required[field];
  }

  boolean lacksRequired(int field) {
    return required[field] && !RequiredValidator.isAnswered(values[field]);
  }

  /** Whether any field that must be answered is not. */
  boolean lacksRequired() {
    return lacking;
  }

  /** Leaves out the answers. */
  @Override
  public String toString() {
    return "PageAnswers[" + values.length + " fields]";
  }
}
