package se.byggsten.web.component;

import java.util.Locale;
import se.byggsten.web.Component;
import se.byggsten.web.Html;

/**
 * A word that tells the status of something.
 *
 * @param content the word
 * @param block classes and attributes
 */
public record Tag(Html content, Block block) implements Component {
  /** The colours; the word carries the meaning, never the colour alone. */
  public enum Colour {
    /** Not begun, or closed. */
    GREY,
    /** Done. */
    GREEN,
    /** Being worked on. */
    BLUE,
    /** Waiting for the citizen. */
    YELLOW,
    /** Refused or failed. */
    RED
  }

  /** Returns a word in blue. */
  public static Tag of(String text) {
    return new Tag(Html.text(text), Block.NONE);
  }

  /** Returns a word in a colour. */
  public static Tag of(String text, Colour colour) {
    return new Tag(
        Html.text(text), Block.withClasses("govuk-tag--" + colour.name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public Html toHtml() {
    return Render.html(block.on("strong", "govuk-tag").html(content.value()));
  }
}
