package se.byggsten.web;

import java.util.function.UnaryOperator;
import se.byggsten.web.internal.MarkdownWriter;
import se.byggsten.web.internal.Passages;

/**
 * Turns the small part of Markdown (CommonMark 0.31) that forms need into markup.
 *
 * <p>There are paragraphs, headings, lists, strong and emphasised text, hard line breaks, and links
 * to {@code http}, {@code https}, {@code mailto}, {@code tel} and relative addresses. All else,
 * HTML and images too, is shown as text; nothing is left out and nothing is an error. A text of
 * more than {@value #MAX_LENGTH} characters is shown as it was written.
 */
public final class Markdown {
  /** The longest text that is read as Markdown, in characters. */
  public static final int MAX_LENGTH = 50_000;

  /**
   * The most asterisks, underscores, {@code [} and {@code <} of a text that is read as Markdown.
   */
  public static final int MAX_MARKS = 1_000;

  private static final int LAST_LEVEL = 6;

  private Markdown() {}

  /**
   * Returns the markup of a text whose first heading is an h2.
   *
   * @param text the text
   * @return the markup, well-formed as XML too
   */
  public static Html html(String text) {
    return html(text, 2);
  }

  /**
   * Returns the markup of a text.
   *
   * @param text the text
   * @param headingLevel the level of {@code #}, from 1 to 6; {@code ##} is one below, none goes
   *     below h6
   * @return the markup, well-formed as XML too
   * @throws IllegalArgumentException when there is no such level
   */
  public static Html html(String text, int headingLevel) {
    if (headingLevel < 1 || headingLevel > LAST_LEVEL) {
      throw new IllegalArgumentException("Headings have level 1 to 6, not " + headingLevel);
    }
    return written("div", text, inner -> MarkdownWriter.html(inner, headingLevel, tooMuch(inner)));
  }

  /**
   * Returns the markup of one line, without a paragraph round it: strong, emphasised and links
   * only.
   *
   * @param text the text, such as a label or an option
   * @return the markup, well-formed as XML too
   */
  public static Html inline(String text) {
    return written("span", text, inner -> MarkdownWriter.inline(inner, tooMuch(inner)));
  }

  /** A passage says which language it is in around all that is written of it. */
  private static Html written(String element, String text, UnaryOperator<String> writer) {
    String tag = Passages.tag(text);
    return Html.trusted(
        tag == null
            ? writer.apply(text)
            : Passages.start(element, tag)
                + writer.apply(Passages.inner(text))
                + "</"
                + element
                + ">");
  }

  /**
   * The parser goes down one call for each level, and looks through the rest of the text for each
   * beginning of a tag, so their number is bounded before.
   */
  private static boolean tooMuch(String text) {
    return text.length() > MAX_LENGTH
        || text.chars().filter(c -> c == '*' || c == '_' || c == '[' || c == '<').count()
            > MAX_MARKS;
  }
}
