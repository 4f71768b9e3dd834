package se.byggsten.forms.internal.validation;

import org.jspecify.annotations.Nullable;

/** What every class that is made for a page can do. */
public interface Fillable {
  /**
   * Takes the answers of the page.
   *
   * @param values one for each field of the page, in order; those that nobody answers are passed
   *     over
   */
  void fill(@Nullable Object[] values);
}
