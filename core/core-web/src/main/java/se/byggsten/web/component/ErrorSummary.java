package se.byggsten.web.component;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * All that is wrong on the page, first on it; the script moves focus there.
 *
 * @param title the heading
 * @param description more about it, may be empty
 * @param errors links to the fields, with the same words as at the field
 * @param disableAutoFocus whether focus stays, or null for not saying
 * @param block classes and attributes
 */
public record ErrorSummary(
    Html title,
    Html description,
    List<Link> errors,
    @Nullable Boolean disableAutoFocus,
    Block block)
    implements Component {
  /** Keeps a copy of the errors. */
  public ErrorSummary {
    errors = List.copyOf(errors);
  }

  /** Returns a summary in a language that the shell has texts in. */
  public static ErrorSummary of(Locale locale, List<Link> errors) {
    return new ErrorSummary(
        Html.trusted(Texts.of(locale).html("error.summary.title")),
        Html.EMPTY,
        errors,
        null,
        Block.NONE);
  }

  @Override
  public Html toHtml() {
    Element body = Element.of("div").cls("govuk-error-summary__body");
    if (!description.isEmpty()) {
      body.add(Element.of("p").html(description.value()));
    }
    if (!errors.isEmpty()) {
      Element list = Element.of("ul").cls("govuk-list", "govuk-error-summary__list");
      for (Link error : errors) {
        Element item = Element.of("li");
        list.add(
            error.href().isEmpty() ? item.html(error.content().value()) : item.add(error.on(null)));
      }
      body.add(list);
    }
    return Render.html(
        block
            .on("div", "govuk-error-summary")
            .attr(
                "data-disable-auto-focus",
                disableAutoFocus == null ? null : disableAutoFocus.toString())
            .attr("data-module", "govuk-error-summary")
            .add(
                Element.of("div")
                    .attr("role", "alert")
                    .add(Element.of("h2").cls("govuk-error-summary__title").html(title.value()))
                    .add(body)));
  }

  /** Leaves out the texts, which may quote an answer. */
  @Override
  public String toString() {
    return "ErrorSummary[" + errors.size() + " errors]";
  }
}
