package se.byggsten.web;

import java.util.Locale;
import java.util.Set;
import se.byggsten.web.internal.Texts;

/**
 * The fixed texts of the shell and the components, such as {@code Tillbaka} and {@code Fel}.
 *
 * <p>Swedish, English and Finnish come with the module, and some words of the other minority
 * languages of Sweden. For any other language, or to put other words in the place of ours, put a
 * file on the class path, {@code META-INF/byggsten/web/texts_<language tag>.properties} in UTF-8,
 * such as {@code texts_de.properties}, with the keys of {@link #keys()} and the same {@code {0}}
 * and {@code %{count}} in it as in {@link #swedish(String)}. What a language lacks is shown in
 * Swedish and marked as Swedish, so that it is read aloud rightly (WCAG 2.2, 3.1.2).
 */
public final class ShellTexts {
  private ShellTexts() {}

  /** Returns the keys of all texts. */
  public static Set<String> keys() {
    return Texts.keys();
  }

  /**
   * Returns a text in Swedish, to be translated.
   *
   * @param key one of {@link #keys()}
   * @return the text, with its places for numbers and names
   * @throws IllegalArgumentException when there is no such key
   */
  public static String swedish(String key) {
    return Texts.swedish(key);
  }

  /**
   * Returns what would be shown in Swedish on a page in another language.
   *
   * @param locale the language
   * @return the keys that it lacks; empty when its texts are complete
   */
  public static Set<String> missing(Locale locale) {
    return Texts.of(locale).missing();
  }
}
