package se.byggsten.web.component;

import se.byggsten.web.Attributes;
import se.byggsten.web.Html;

/**
 * A unit before or after what is typed, such as {@code kr}; screen readers do not read it.
 *
 * @param content the unit
 * @param classes extra classes, may be empty
 * @param attributes extra attributes
 */
public record Affix(Html content, String classes, Attributes attributes) {
  /** Returns a unit. */
  public static Affix of(String text) {
    return new Affix(Html.text(text), "", Attributes.NONE);
  }
}
