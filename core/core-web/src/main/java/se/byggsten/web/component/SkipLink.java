package se.byggsten.web.component;

import se.byggsten.web.Component;
import se.byggsten.web.Html;

/**
 * Lets keyboard users pass the header.
 *
 * @param content the text
 * @param href the place of the content, such as {@code #main}
 * @param block classes and attributes
 */
public record SkipLink(Html content, String href, Block block) implements Component {
  /** Returns the link. */
  public static SkipLink of(String text, String href) {
    return new SkipLink(Html.text(text), href, Block.NONE);
  }

  @Override
  public Html toHtml() {
    return Render.html(
        block
            .on("a", "govuk-skip-link")
            .attr("href", href)
            .attr("data-module", "govuk-skip-link")
            .html(content.value()));
  }
}
