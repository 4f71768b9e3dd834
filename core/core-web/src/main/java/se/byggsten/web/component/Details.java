package se.byggsten.web.component;

import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * Text that is shown when asked for.
 *
 * @param summary what to click on
 * @param content what is then shown
 * @param open true when it is shown from the start
 * @param block id, classes and attributes
 */
public record Details(Html summary, Html content, boolean open, Block block) implements Component {
  /** Returns closed details. */
  public static Details of(String summary, Html content) {
    return new Details(Html.text(summary), content, false, Block.NONE);
  }

  @Override
  public Html toHtml() {
    return Render.html(
        block
            .on("details", "govuk-details")
            .flag("open", open)
            .add(
                Element.of("summary")
                    .cls("govuk-details__summary")
                    .add(
                        Element.of("span")
                            .cls("govuk-details__summary-text")
                            .html(summary.value())))
            .add(Element.of("div").cls("govuk-details__text").html(content.value())));
  }
}
