package se.byggsten.web.component;

import java.util.Locale;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;
import se.byggsten.web.internal.Texts;

/**
 * What the citizen must know before going on.
 *
 * @param content the text
 * @param prefix what a screen reader says in place of the mark, such as {@code Varning}
 * @param block classes and attributes
 */
public record WarningText(Html content, Html prefix, Block block) implements Component {
  /** Returns a warning in a language that the shell has texts in. */
  public static WarningText of(Locale locale, String text) {
    return new WarningText(
        Html.text(text), Html.trusted(Texts.of(locale).html("warning")), Block.NONE);
  }

  @Override
  public Html toHtml() {
    return Render.html(
        block
            .on("div", "govuk-warning-text")
            .add(
                Element.of("span")
                    .cls("govuk-warning-text__icon")
                    .attr("aria-hidden", "true")
                    .text("!"))
            .add(
                Element.of("strong")
                    .cls("govuk-warning-text__text")
                    .add(Element.of("span").cls("govuk-visually-hidden").html(prefix.value()))
                    .text(" ")
                    .html(content.value())));
  }
}
