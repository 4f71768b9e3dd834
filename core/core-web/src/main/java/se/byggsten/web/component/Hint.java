package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * The help text under a label.
 *
 * @param content the text
 * @param id the id, or null until the field sets it
 * @param classes extra classes, may be empty
 * @param attributes extra attributes
 */
public record Hint(Html content, @Nullable String id, String classes, Attributes attributes)
    implements Component {

  /** Returns a hint. */
  public static Hint of(String text) {
    return of(Html.text(text));
  }

  /** Returns a hint with markup in it. */
  public static Hint of(Html content) {
    return new Hint(content, null, "", Attributes.NONE);
  }

  /** Returns the hint with these classes instead. */
  public Hint withClasses(String classes) {
    return new Hint(content, id, classes, attributes);
  }

  /** Returns the hint with this id. */
  public Hint withId(String id) {
    return new Hint(content, id, classes, attributes);
  }

  @Override
  public Html toHtml() {
    return Render.html(
        Element.of("div")
            .attr("id", id)
            .cls("govuk-hint", classes)
            .attrs(attributes.values())
            .html(content.value()));
  }
}
