package se.byggsten.web.component;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;
import se.byggsten.web.internal.Element;

/**
 * What all fields have: name, label, hint, error, and the group around them.
 *
 * @param name the name that is sent with the form
 * @param id the id of the field, or of the first of its parts
 * @param label the label of a single field, or null
 * @param fieldset the group of a field with several parts, or null
 * @param hint the help text, or null
 * @param error what is wrong, or null
 * @param describedBy ids of other things that describe the field, or null
 * @param classes extra classes on the control, may be empty
 * @param attributes extra attributes on the control
 * @param disabled true for a control that cannot be used
 * @param groupClasses extra classes on the group, may be empty
 * @param groupAttributes extra attributes on the group
 * @param before markup before the control
 * @param after markup after the control
 * @param locale the language of the texts that the component adds
 */
public record Field(
    String name,
    String id,
    @Nullable Label label,
    @Nullable Fieldset fieldset,
    @Nullable Hint hint,
    @Nullable ErrorMessage error,
    @Nullable String describedBy,
    String classes,
    Attributes attributes,
    boolean disabled,
    String groupClasses,
    Attributes groupAttributes,
    Html before,
    Html after,
    Locale locale) {

  String hintId() {
    return id + "-hint";
  }

  String errorId() {
    return id + "-error";
  }

  /**
   * The value of dir for a control in which somebody writes: on a page that runs from right to left
   * a number or an address would else be shown with its parts in the wrong order.
   */
  @Nullable String writingDirection() {
    return Languages.rightToLeft(locale) ? "auto" : null;
  }

  /** The ids for aria-describedby, in the order in which they stand on the page. */
  @Nullable String describedByIds(@Nullable String first) {
    return Render.ids(first, hint == null ? null : hintId(), error == null ? null : errorId());
  }

  @Nullable String describedByIds() {
    return describedByIds(describedBy);
  }

  Element group() {
    return Element.of("div")
        .cls("govuk-form-group", error == null ? null : "govuk-form-group--error", groupClasses)
        .attrs(groupAttributes.values());
  }

  /** The group with label, hint and error in it. */
  Element labelledGroup() {
    return group().html(label == null ? "" : label.forField(id).toHtml().value()).html(help());
  }

  /** Hint and error, each with its id. */
  String help() {
    return Render.markup(hint == null ? null : hint.withId(hintId()))
        + Render.markup(error == null ? null : error.withId(errorId()));
  }

  /** The group of a field with several parts, with or without a fieldset. */
  Html fieldsetGroup(Element parts, @Nullable String role) {
    String inner = help() + parts;
    Element group = group();
    if (fieldset == null) {
      return Render.html(group.html(inner));
    }
    return Render.html(
        group.html(
            Render.markup(
                fieldset
                    .withRole(role == null ? fieldset.role() : role)
                    .withDescribedBy(describedByIds(fieldset.describedBy()))
                    .withContent(Html.trusted(inner)))));
  }

  @Nullable String errorClass(String className) {
    return error == null ? null : className;
  }

  /** Leaves out the texts: an error may quote an answer. */
  @Override
  public String toString() {
    return "Field[" + name + (error == null ? "" : ", in error") + "]";
  }
}
