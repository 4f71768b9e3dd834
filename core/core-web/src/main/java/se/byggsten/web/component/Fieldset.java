package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * A group of fields that belong together.
 *
 * @param legend what the group is about, or null
 * @param content the fields
 * @param role the role, or null; a date's group needs {@code group} for JAWS to read its hint
 * @param describedBy ids of what describes the group, or null
 * @param classes extra classes, may be empty
 * @param attributes extra attributes
 */
public record Fieldset(
    @Nullable Legend legend,
    Html content,
    @Nullable String role,
    @Nullable String describedBy,
    String classes,
    Attributes attributes)
    implements Component {

  /** Returns a group with a legend, still without content. */
  public static Fieldset of(Legend legend) {
    return new Fieldset(legend, Html.EMPTY, null, null, "", Attributes.NONE);
  }

  /** Returns the group with this content. */
  public Fieldset withContent(Html content) {
    return new Fieldset(legend, content, role, describedBy, classes, attributes);
  }

  /** Returns the group described by these ids. */
  public Fieldset withDescribedBy(@Nullable String ids) {
    return new Fieldset(legend, content, role, ids, classes, attributes);
  }

  /** Returns the group with this role. */
  public Fieldset withRole(@Nullable String role) {
    return new Fieldset(legend, content, role, describedBy, classes, attributes);
  }

  /** Returns the group with these classes instead. */
  public Fieldset withClasses(String classes) {
    return new Fieldset(legend, content, role, describedBy, classes, attributes);
  }

  @Override
  public Html toHtml() {
    Element fieldset =
        Element.of("fieldset")
            .cls("govuk-fieldset", classes)
            .attrIfAny("role", role)
            .attrIfAny("aria-describedby", describedBy)
            .attrs(attributes.values());
    if (legend != null && !legend.content().isEmpty()) {
      Element text = Element.of("legend").cls("govuk-fieldset__legend", legend.classes());
      fieldset.add(
          legend.pageHeading()
              ? text.add(
                  Element.of("h1").cls("govuk-fieldset__heading").html(legend.content().value()))
              : text.html(legend.content().value()));
    }
    return Render.html(fieldset.html(content.value()));
  }
}
