package se.byggsten.forms.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.forms.FormException;

/** The library's own words in one language: Swedish, else English. */
public final class Words {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]{1,20})\\}");
  private static final Words SV = load("sv");
  private static final Words EN = load("en");

  private final Map<Object, Object> texts;

  private Words(Properties texts) {
    this.texts = Map.copyOf(texts);
  }

  private static Words load(String language) {
    Properties properties = new Properties();
    try (InputStream stream =
        Words.class.getResourceAsStream("/se/byggsten/forms/texts_" + language + ".properties")) {
      if (stream == null) {
        throw new FormException(FormException.TEXTS, "The library's own texts are missing");
      }
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new FormException(FormException.TEXTS, "The library's own texts cannot be read");
    }
    return new Words(properties);
  }

  /**
   * Returns the words of a language.
   *
   * @param language a BCP 47 tag
   * @return Swedish for {@code sv}, else English
   */
  public static Words of(String language) {
    return language.equals("sv") || language.startsWith("sv-") ? SV : EN;
  }

  /**
   * Finds a text.
   *
   * @param key the key
   * @return the text
   */
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key)).map(Object::toString);
  }

  /**
   * Returns a text.
   *
   * @param key the key
   * @return the text, the key when there is none
   */
  public String get(String key) {
    return find(key).orElse(key);
  }

  /**
   * Returns a text with values put in.
   *
   * @param key the key
   * @param values by the name in braces
   * @return the text
   */
  public String get(String key, Map<String, String> values) {
    return fill(get(key), values);
  }

  /**
   * Puts values in a text, once: a value that looks like a placeholder stays as it is.
   *
   * @param template the text with names in braces
   * @param values by name
   * @return the text
   */
  public static String fill(String template, Map<String, String> values) {
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = values.getOrDefault(matcher.group(1), matcher.group());
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }
}
