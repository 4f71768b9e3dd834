package se.byggsten.core.text;

import java.util.List;
import java.util.Locale;

/**
 * All texts of one page in one language.
 *
 * @param name the page, for the findings, such as {@code kolloplats/barn}
 * @param language the language tag (BCP 47), such as {@code sv} or {@code en-GB}
 * @param items the texts, in the order of the page
 */
public record PageText(String name, String language, List<TextItem> items) {

  /** Copies the list. */
  public PageText {
    items = List.copyOf(items);
  }

  /**
   * Returns a page with one running text.
   *
   * @param name the page
   * @param language the language tag
   * @param text the text, without markup
   * @return the page
   */
  public static PageText of(String name, String language, String text) {
    return new PageText(name, language, List.of(TextItem.of("", TextRole.BODY, text)));
  }

  /**
   * Returns the language without region or script.
   *
   * @return the primary subtag in small letters, such as {@code sv}
   */
  public String primaryLanguage() {
    int end = 0;
    while (end < language.length() && Character.isLetter(language.charAt(end))) {
      end++;
    }
    return language.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
