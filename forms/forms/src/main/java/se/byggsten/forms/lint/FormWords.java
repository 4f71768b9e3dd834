package se.byggsten.forms.lint;

import java.util.Locale;
import java.util.Set;
import se.byggsten.forms.internal.text.Words;

/**
 * The words that forms have of their own, such as {@code Fortsätt} and {@code Svara på frågan}.
 *
 * <p>Swedish and English are complete, and Finnish for the pages of questions; the other minority
 * languages of Sweden (språklagen 2009:600, 7 §) have some of them. For any other language, or to
 * put other words in the place of ours, put a file on the class path, {@code
 * META-INF/byggsten/forms/texts_<language tag>.properties} in UTF-8, with keys of {@link #keys()}
 * and the same names in braces as in {@link #swedish(String)}. What a language lacks is shown in
 * Swedish. The words of the page around a form are {@link se.byggsten.web.ShellTexts}.
 */
public final class FormWords {
  private FormWords() {}

  /**
   * Returns the keys of all words.
   *
   * @return the keys, sorted
   */
  public static Set<String> keys() {
    return Words.keys();
  }

  /**
   * Returns a text in Swedish, to be translated.
   *
   * @param key one of {@link #keys()}
   * @return the text, with names in braces for what is put in
   * @throws IllegalArgumentException when there is no such key
   */
  public static String swedish(String key) {
    return Words.of("sv")
        .find(key)
        .orElseThrow(() -> new IllegalArgumentException("Forms have no text " + key));
  }

  /**
   * Returns what would be shown in Swedish on a page in another language.
   *
   * @param language the language
   * @return the keys that it lacks, sorted; empty when its words are complete
   */
  public static Set<String> missing(Locale language) {
    return Words.of(language.toLanguageTag()).missing();
  }
}
