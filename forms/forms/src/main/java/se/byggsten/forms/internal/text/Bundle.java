package se.byggsten.forms.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import se.byggsten.forms.FormException;

/** Sentences of a part of the library, in Swedish and English. */
public final class Bundle {
  private final Map<String, String> swedish;
  private final Map<String, String> english;

  private Bundle(Map<String, String> swedish, Map<String, String> english) {
    this.swedish = swedish;
    this.english = english;
  }

  /**
   * Reads the two property files of a bundle.
   *
   * @param home a class beside the files
   * @param name what their names begin with
   * @return the bundle
   */
  public static Bundle of(Class<?> home, String name) {
    return new Bundle(read(home, name + "_sv"), read(home, name + "_en"));
  }

  private static Map<String, String> read(Class<?> home, String name) {
    Properties properties = new Properties();
    try (InputStream stream = home.getResourceAsStream(name + ".properties")) {
      if (stream == null) {
        throw new FormException(FormException.TEXTS, "The library's own texts are missing");
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new FormException(FormException.TEXTS, "The library's own texts cannot be read");
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return Map.copyOf(texts);
  }

  /**
   * Returns every text.
   *
   * @param language a BCP 47 tag
   * @return texts by key: Swedish for {@code sv}, else English
   */
  public Map<String, String> all(String language) {
    return Locale.forLanguageTag(language).getLanguage().equals("sv") ? swedish : english;
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
