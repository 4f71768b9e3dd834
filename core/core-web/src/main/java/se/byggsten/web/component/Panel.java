package se.byggsten.web.component;

import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * Says that it is done: the top of a receipt.
 *
 * @param title the heading
 * @param content what follows, may be empty
 * @param headingLevel the level of the heading, from 1
 * @param block classes and attributes
 */
public record Panel(Html title, Html content, int headingLevel, Block block) implements Component {
  /** Returns a panel with the page's h1. */
  public static Panel of(String title, Html content) {
    return new Panel(Html.text(title), content, 1, Block.NONE);
  }

  @Override
  public Html toHtml() {
    Element panel =
        block
            .on("div", "govuk-panel", "govuk-panel--confirmation")
            .add(Element.of("h" + headingLevel).cls("govuk-panel__title").html(title.value()));
    if (!content.isEmpty()) {
      panel.add(Element.of("div").cls("govuk-panel__body").html(content.value()));
    }
    return Render.html(panel);
  }
}
