package se.byggsten.web;

import java.util.Arrays;
import se.byggsten.web.internal.Escape;

/**
 * Puts a page together of many pieces; each character is copied once, when all of them are there.
 *
 * <p>For one thread.
 */
public final class HtmlBuilder {
  private String[] pieces = new String[64];
  private int size;

  /** Makes one without pieces. */
  public HtmlBuilder() {}

  /**
   * Adds markup.
   *
   * @param markup the markup
   * @return this
   */
  public HtmlBuilder add(Html markup) {
    return addTrusted(markup.value());
  }

  /**
   * Adds text, escaped as {@link Html#text(String)} does.
   *
   * @param text any text
   * @return this
   */
  public HtmlBuilder addText(String text) {
    return addTrusted(Escape.html(text));
  }

  /**
   * Adds markup as it is; never give it anything that comes from outside the program.
   *
   * @param markup markup, or a part of it
   * @return this
   */
  public HtmlBuilder addTrusted(String markup) {
    if (size == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * size);
    }
    pieces[size++] = markup;
    return this;
  }

  /**
   * Returns the pieces after each other.
   *
   * @return the markup
   */
  public Html toHtml() {
    return Html.trusted(String.join("", Arrays.copyOf(pieces, size)));
  }

  /** Leaves out the markup, in which somebody's answers may stand. */
  @Override
  public String toString() {
    return "HtmlBuilder of " + size + " pieces";
  }
}
