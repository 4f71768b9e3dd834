package se.byggsten.web.component;

import org.jspecify.annotations.Nullable;
import se.byggsten.web.Attributes;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Element;

/**
 * A link, alone or as a part of another component.
 *
 * @param content the text
 * @param href where it goes; empty for text that is no link
 * @param hidden what a screen reader reads after the text, so that each link makes sense alone
 * @param block id, classes and attributes
 */
public record Link(Html content, String href, @Nullable String hidden, Block block)
    implements Component {
  /** Returns a link. */
  public static Link of(String text, String href) {
    return new Link(Html.text(text), href, null, Block.NONE);
  }

  /** Returns a link with more for screen readers, such as {@code Ändra} and {@code namn}. */
  public static Link of(String text, String href, String hidden) {
    return new Link(Html.text(text), href, hidden, Block.NONE);
  }

  /** Returns the link with one more attribute. */
  public Link with(String name, String value) {
    Attributes more = block.attributes().and(name, value);
    return new Link(content, href, hidden, new Block(block.id(), block.classes(), more));
  }

  Element on(@Nullable String className) {
    return block.on("a", className).attr("href", href).html(content.value());
  }

  Element action(@Nullable Html cardTitle) {
    Element link = on("govuk-link");
    if (hidden == null && cardTitle == null) {
      return link;
    }
    return link.add(
        Element.of("span")
            .cls("govuk-visually-hidden")
            .text(hidden == null ? "" : " " + hidden)
            .html(cardTitle == null ? "" : " (" + cardTitle.value() + ")"));
  }

  @Override
  public Html toHtml() {
    return href.isEmpty() ? content : Render.html(action(null));
  }
}
