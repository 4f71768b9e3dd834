package se.byggsten.web.component;

import se.byggsten.web.Html;

/**
 * What a group of fields is about.
 *
 * @param content the text; empty gives no element
 * @param classes extra classes, may be empty
 * @param pageHeading true when the legend is the page's only h1
 */
public record Legend(Html content, String classes, boolean pageHeading) {
  /** Returns a plain legend. */
  public static Legend of(String text) {
    return of(Html.text(text));
  }

  /** Returns a plain legend with markup in it. */
  public static Legend of(Html content) {
    return new Legend(content, "", false);
  }

  /** Returns the legend in this size. */
  public Legend size(Size size) {
    return new Legend(
        content, (classes + " govuk-fieldset__legend" + size.suffix()).strip(), pageHeading);
  }

  /** Returns the legend for those alone who do not see the page. */
  public Legend hidden() {
    return new Legend(content, (classes + " govuk-visually-hidden").strip(), pageHeading);
  }

  /** Returns the legend as the page's h1. */
  public Legend asPageHeading() {
    return new Legend(content, classes, true);
  }
}
