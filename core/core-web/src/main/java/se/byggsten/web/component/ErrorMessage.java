package se.byggsten.web.component;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * What is wrong with one answer, and how to put it right.
 *
 * @param content the text; the same words as in the error summary
 * @param prefix what a screen reader says first, such as {@code Fel}; empty for nothing
 * @param id the id, or null until the field sets it
 * @param classes extra classes, may be empty
 * @param attributes extra attributes
 */
public record ErrorMessage(
    Html content, Html prefix, @Nullable String id, String classes, Attributes attributes)
    implements Component {

  /** Returns a message in a language that the shell has texts in. */
  public static ErrorMessage of(Locale locale, String text) {
    return of(locale, Html.text(text));
  }

  /** Returns a message with markup in it. */
  public static ErrorMessage of(Locale locale, Html content) {
    return new ErrorMessage(
        content, Html.trusted(Texts.of(locale).html("error.prefix")), null, "", Attributes.NONE);
  }

  /** Returns the message with this id. */
  public ErrorMessage withId(String id) {
    return new ErrorMessage(content, prefix, id, classes, attributes);
  }

  @Override
  public Html toHtml() {
    Element p =
        Element.of("p")
            .attr("id", id)
            .cls("govuk-error-message", classes)
            .attrs(attributes.values());
    if (!prefix.isEmpty()) {
      p.add(Element.of("span").cls("govuk-visually-hidden").html(prefix.value()).text(":"))
          .text(" ");
    }
    return Render.html(p.html(content.value()));
  }
}
