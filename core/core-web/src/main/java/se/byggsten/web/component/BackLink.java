package se.byggsten.web.component;

import java.util.Locale;
import se.byggsten.web.Component;
import se.byggsten.web.Html;
import se.byggsten.web.internal.Texts;

/**
 * Goes one step back; nothing that was answered is lost by it.
 *
 * @param content the text
 * @param href where it goes
 * @param block classes and attributes
 */
public record BackLink(Html content, String href, Block block) implements Component {
  /** Returns the link in a language that the shell has texts in. */
  public static BackLink of(Locale locale, String href) {
    return new BackLink(Html.trusted(Texts.of(locale).html("back")), href, Block.NONE);
  }

  @Override
  public Html toHtml() {
    return Render.html(block.on("a", "govuk-back-link").attr("href", href).html(content.value()));
  }
}
