package se.byggsten.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import se.byggsten.web.internal.Escape;

/**
 * Markup that is safe to put on a page as it is.
 *
 * <p>Whatever comes from outside becomes {@code Html} through {@link #text(String)}, which escapes
 * it. {@link #trusted(String)} is for markup that the program itself wrote.
 *
 * <p>A page may hold what a citizen wrote, so {@link #toString()} tells only the length; {@link
 * #value()} gives the markup.
 */
public final class Html {
  /** Nothing at all. */
  public static final Html EMPTY = new Html("");

  private final String value;

  private Html(String value) {
    this.value = value;
  }

  /**
   * Returns the text with every character escaped that means something in HTML.
   *
   * @param text any text
   * @return the text as markup
   */
  public static Html text(String text) {
    return new Html(Escape.html(text));
  }

  /**
   * Takes markup as it is; never give it anything that comes from outside the program.
   *
   * @param markup well-formed markup
   * @return the markup
   */
  public static Html trusted(String markup) {
    return new Html(Objects.requireNonNull(markup, "markup"));
  }

  /**
   * Puts pieces after each other.
   *
   * @param parts the pieces
   * @return all of them
   */
  public static Html concat(Html... parts) {
    return concat(Arrays.asList(parts));
  }

  /**
   * Puts pieces after each other.
   *
   * @param parts the pieces
   * @return all of them
   */
  public static Html concat(List<Html> parts) {
    int length = 0;
    for (Html part : parts) {
      length += part.value.length();
    }
    StringBuilder all = new StringBuilder(length);
    for (Html part : parts) {
      all.append(part.value);
    }
    return new Html(all.toString());
  }

  /**
   * Renders components after each other.
   *
   * @param components the components
   * @return their markup
   */
  public static Html of(Component... components) {
    return concat(Arrays.stream(components).map(Component::toHtml).toList());
  }

  /**
   * Returns this and then the other.
   *
   * @param other what follows
   * @return both
   */
  public Html and(Html other) {
    return new Html(value + other.value);
  }

  /**
   * Returns the markup.
   *
   * @return the markup, to be written to the response as UTF-8
   */
  public String value() {
    return value;
  }

  /**
   * Tells whether there is nothing.
   *
   * @return true when the markup is empty
   */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Html html && html.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "Html[" + value.length() + " characters]";
  }
}
