package se.byggsten.web.component;

import se.byggsten.web.Component;
import se.byggsten.web.Html;

/**
 * Text that stands out from what is around it.
 *
 * @param content the text
 * @param block id, classes and attributes
 */
public record InsetText(Html content, Block block) implements Component {
  /** Returns the text. */
  public static InsetText of(String text) {
    return new InsetText(Html.text(text), Block.NONE);
  }

  @Override
  public Html toHtml() {
    return Render.html(block.on("div", "govuk-inset-text").html(content.value()));
  }
}
