package se.byggsten.forms.internal.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.byggsten.web.TextBundle;

/** Sentences of a part of the library, with English for what a language lacks. */
public final class Bundle {
  private static final int MOST = 200;

  private final TextBundle bundle;
  private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

  private Bundle(TextBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Returns a bundle.
   *
   * @param home a class beside its files
   * @param name what their names begin with
   * @return the bundle
   */
  public static Bundle of(Class<?> home, String name) {
    return new Bundle(TextBundle.of(home, name, Locale.ENGLISH));
  }

  /**
   * Returns every text.
   *
   * @param language a BCP 47 tag
   * @return texts by key
   */
  public Map<String, String> all(String language) {
    Map<String, String> texts = known.get(language);
    if (texts == null) {
      Map<String, String> merged = new HashMap<>(bundle.instead());
      merged.putAll(bundle.in(Locale.forLanguageTag(language)));
      texts = Map.copyOf(merged);
      if (known.size() < MOST) {
        known.put(language, texts);
      }
    }
    return texts;
  }

  /**
   * Returns a text with values put in.
   *
   * @param language a BCP 47 tag
   * @param key the key
   * @param values by the name in braces
   * @return the text; the key when there is none
   */
  public String text(String language, String key, Map<String, String> values) {
    return Words.fill(all(language).getOrDefault(key, key), values);
  }
}
