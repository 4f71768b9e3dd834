package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * The label of one field.
 *
 * @param content the text; empty gives no element
 * @param classes extra classes, may be empty
 * @param pageHeading true when the label is the page's only h1
 * @param attributes extra attributes
 * @param forId the id of the field, or null until the field sets it
 */
public record Label(
    Html content,
    String classes,
    boolean pageHeading,
    Attributes attributes,
    @Nullable String forId)
    implements Component {

  /** Returns a plain label. */
  public static Label of(String text) {
    return of(Html.text(text));
  }

  /** Returns a plain label with markup in it. */
  public static Label of(Html content) {
    return new Label(content, "", false, Attributes.NONE, null);
  }

  /** Returns the label in this size. */
  public Label size(Size size) {
    return withClasses((classes + " govuk-label" + size.suffix()).strip());
  }

  /** Returns the label as the page's h1. */
  public Label asPageHeading() {
    return new Label(content, classes, true, attributes, forId);
  }

  /** Returns the label with these classes instead. */
  public Label withClasses(String classes) {
    return new Label(content, classes, pageHeading, attributes, forId);
  }

  /** Returns the label with these attributes instead. */
  public Label withAttributes(Attributes attributes) {
    return new Label(content, classes, pageHeading, attributes, forId);
  }

  /** Returns the label for the field of this id. */
  public Label forField(String id) {
    return new Label(content, classes, pageHeading, attributes, id);
  }

  @Override
  public Html toHtml() {
    if (content.isEmpty()) {
      return Html.EMPTY;
    }
    Element label =
        Element.of("label")
            .cls("govuk-label", classes)
            .attrs(attributes.values())
            .attr("for", forId)
            .html(content.value());
    return Render.html(
        pageHeading ? Element.of("h1").cls("govuk-label-wrapper").add(label) : label);
  }
}
