package se.byggsten.forms;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a form, by language and key.
 *
 * <p>Languages are BCP 47 tags such as {@code sv}. Keys follow the names in the definition: {@code
 * form.title}, {@code <page>.title}, {@code <field>.label} and so on.
 */
public final class FormTexts {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final SortedMap<String, SortedMap<String, String>> byLanguage;

  private FormTexts(SortedMap<String, SortedMap<String, String>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /**
   * Returns texts.
   *
   * @param texts text by key by language
   * @return the texts
   */
  public static FormTexts of(Map<String, ? extends Map<String, String>> texts) {
    SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
    texts.forEach(
        (language, byKey) ->
            copy.put(language, Collections.unmodifiableSortedMap(new TreeMap<>(byKey))));
    return new FormTexts(Collections.unmodifiableSortedMap(copy));
  }

  /**
   * Reads property files.
   *
   * @param files the bytes of a property file in UTF-8, by language
   * @return the texts
   * @throws FormException {@link FormException#TEXTS} when one is not UTF-8 or not a property file,
   *     or says a key twice
   */
  public static FormTexts ofProperties(Map<String, byte[]> files) {
    Map<String, Map<String, String>> texts = new TreeMap<>();
    files.forEach((language, bytes) -> texts.put(language, read(language, bytes)));
    return of(texts);
  }

  private static Map<String, String> read(String language, byte[] bytes) {
    Once properties = new Once();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // Some editors put a mark at the start, which would be part of the first key.
      properties.load(
          new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      throw new FormException(FormException.TEXTS, "Save the texts in " + language + " as UTF-8");
    } catch (IOException | IllegalArgumentException e) {
      throw new FormException(
          FormException.TEXTS, "The texts in " + language + " are not a property file");
    }
    if (!properties.twice.isEmpty()) {
      throw new FormException(
          FormException.TEXTS,
          "The texts in "
              + language
              + " say "
              + String.join(", ", properties.twice)
              + " twice; keep one of them");
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }

  /** Remembers the keys that come again, of which the last would win unseen. */
  private static final class Once extends Properties {
    private static final long serialVersionUID = 1L;
    private final transient Set<String> twice = new TreeSet<>();

    @Override
    public synchronized @Nullable Object put(Object key, Object value) {
      Object before = super.put(key, value);
      if (before != null) {
        twice.add(String.valueOf(key));
      }
      return before;
    }
  }

  /**
   * Finds a text.
   *
   * @param language the language
   * @param key the key
   * @return the text
   */
  public Optional<String> find(String language, String key) {
    return Optional.ofNullable(byLanguage.get(language)).map(texts -> texts.get(key));
  }

  /**
   * Returns a text, in another language if this one lacks it, and the key itself if all do.
   *
   * @param language the language
   * @param key the key
   * @return something to show
   */
  public String text(String language, String key) {
    return find(language, key)
        .or(
            () ->
                byLanguage.values().stream()
                    .filter(texts -> texts.containsKey(key))
                    .findFirst()
                    .map(texts -> texts.get(key)))
        .orElse(key);
  }

  /**
   * Returns the languages that have any text.
   *
   * @return BCP 47 tags
   */
  public Set<String> languages() {
    return byLanguage.keySet();
  }

  /**
   * Returns every key of every language.
   *
   * @return the keys, sorted
   */
  public Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    byLanguage.values().forEach(texts -> keys.addAll(texts.keySet()));
    return keys;
  }

  /**
   * Returns all texts.
   *
   * @return text by key by language
   */
  public Map<String, SortedMap<String, String>> all() {
    return byLanguage;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FormTexts texts && texts.byLanguage.equals(byLanguage);
  }

  @Override
  public int hashCode() {
    return byLanguage.hashCode();
  }

  @Override
  public String toString() {
    return "FormTexts" + byLanguage.keySet();
  }
}
