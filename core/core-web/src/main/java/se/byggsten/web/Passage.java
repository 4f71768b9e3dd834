package se.byggsten.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.byggsten.web.internal.Passages;
import se.byggsten.web.internal.Written;

/**
 * A text, or a part of one, that is in another language than the page, and says so wherever it is
 * written (WCAG 2.2, 3.1.2).
 *
 * <p>A passage is a text like any other, so it can be joined with others, put into a sentence and
 * given to every component. {@link Html#text(String)} and the components write its language and
 * direction around it; in an attribute, which can hold no markup, they write them on the element
 * where they may. What is not written as markup, such as an e-mail, takes {@link #plain(String)}.
 *
 * <p>The marks are noncharacters (Unicode 16, 23.7) with a secret of the running program, so that
 * nothing from outside is taken for a passage.
 */
public final class Passage {
  private Passage() {}

  /**
   * Returns the text as a passage.
   *
   * @param text any text, which may hold passages in other languages
   * @param language the language that it is in
   * @return the passage; an empty text as it is
   */
  public static String of(String text, Locale language) {
    return text.isEmpty() ? text : Passages.mark(text, language);
  }

  /**
   * Returns a text of which nobody knows the language, such as an answer or a name, so that it
   * keeps its order where the page runs the other way.
   *
   * <p>Which way it runs its first letter says (Unicode UAX 9, P2 and P3); without letters it runs
   * from left to right, as a telephone number does.
   *
   * @param text any text
   * @param page the language of the page
   * @return a passage in a language that is not known ({@code und}); the text as it is when it runs
   *     as the page, or is a passage already
   */
  public static String written(String text, Locale page) {
    boolean turned = Languages.rightToLeft(page);
    Locale language = Written.language(text);
    return turned == Languages.rightToLeft(language) || text.isBlank() || Passages.has(text)
        ? text
        : of(text, language);
  }

  /**
   * Returns the language of a text that is one passage.
   *
   * @param text any text
   * @return its language; empty when there is anything beside the passage, and for other texts
   */
  public static Optional<Locale> language(String text) {
    return Optional.ofNullable(Passages.tag(text)).map(Locale::forLanguageTag);
  }

  /**
   * Returns the text without saying which language anything is in.
   *
   * @param text any text
   * @return the text alone
   */
  public static String plain(String text) {
    return Passages.plain(text);
  }

  /**
   * Changes a text, and leaves it a passage if it was one.
   *
   * @param text any text
   * @param change what to do with it
   * @return the changed text
   */
  public static String within(String text, UnaryOperator<String> change) {
    return language(text)
        .map(language -> of(change.apply(Passages.inner(text)), language))
        .orElseGet(() -> change.apply(text));
  }

  /**
   * Splits a text; the parts of a passage are passages.
   *
   * @param text any text
   * @param separator what stands between the parts
   * @return the parts in order
   */
  public static List<String> split(String text, String separator) {
    Locale language = language(text).orElse(null);
    String inner = language == null ? text : Passages.inner(text);
    Stream<String> parts = Stream.of(inner.split(Pattern.quote(separator), -1));
    return (language == null ? parts : parts.map(part -> of(part, language))).toList();
  }
}
