package se.byggsten.forms.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.web.Html;
import se.byggsten.web.Languages;

/** The library's own words in one language, with Swedish for those that the language lacks. */
public final class Words {
  private static final Logger LOG = LoggerFactory.getLogger(Words.class);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]{1,20})\\}");
  private static final String OWN = "/se/byggsten/forms/texts_";
  private static final String ADDED = "META-INF/byggsten/forms/texts_";
  private static final String ENDING = ".properties";
  private static final Map<String, String> SWEDISH = own("sv");
  // Languages come from definitions, not from visitors; the bound is for the mistake.
  private static final int MOST = 200;
  private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, String> texts;
  private final Map<String, String> instead;

  private Words(Map<String, String> texts, Map<String, String> instead) {
    this.texts = Map.copyOf(texts);
    this.instead = Map.copyOf(instead);
  }

  /**
   * Returns the words of a language.
   *
   * @param language a BCP 47 tag; the words of {@code fi} serve {@code fi-SE} too
   * @return its words, those that it lacks in Swedish
   */
  public static Words of(String language) {
    Words known = KNOWN.get(language);
    if (known == null) {
      known = load(language);
      if (KNOWN.size() < MOST) {
        KNOWN.put(language, known);
      }
    }
    return known;
  }

  private static Words load(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    Map<String, String> swedish = new HashMap<>(SWEDISH);
    swedish.putAll(added("sv"));
    Map<String, String> texts = new HashMap<>();
    String general = locale.getLanguage();
    // The words of a language are no help in another script, where they run the other way.
    if (Languages.rightToLeft(locale) == Languages.rightToLeft(Locale.forLanguageTag(general))) {
      texts.putAll(own(general));
      texts.putAll(added(general));
    }
    if (!locale.toLanguageTag().equals(general)) {
      texts.putAll(added(locale.toLanguageTag()));
    }
    return new Words(texts, swedish);
  }

  private static Map<String, String> own(String language) {
    try (InputStream stream = Words.class.getResourceAsStream(OWN + language + ENDING)) {
      if (stream == null && language.equals("sv")) {
        throw new AssertionError("The jar lacks " + OWN + language + ENDING);
      }
      return stream == null ? Map.of() : read(stream);
    } catch (IOException e) {
      throw new AssertionError("The jar is broken at " + OWN + language + ENDING, e);
    }
  }

  private static Map<String, String> added(String tag) {
    Map<String, String> all = new HashMap<>();
    for (ClassLoader loader : loaders()) {
      try {
        for (URL url : Collections.list(loader.getResources(ADDED + tag + ENDING))) {
          try (InputStream stream = url.openStream()) {
            read(stream).forEach(all::putIfAbsent);
          }
        }
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("Words in {} cannot be read as UTF-8 properties and are left out", tag, e);
      }
    }
    return all;
  }

  private static List<ClassLoader> loaders() {
    List<ClassLoader> loaders = new ArrayList<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = Words.class.getClassLoader();
    if (context != null) {
      loaders.add(context);
    }
    if (own != null && own != context) {
      loaders.add(own);
    }
    return loaders;
  }

  private static Map<String, String> read(InputStream stream) throws IOException {
    Reader reader =
        new InputStreamReader(
            stream, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    Properties properties = new Properties();
    properties.load(reader);
    Map<String, String> all = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      String text = properties.getProperty(key);
      if (!text.isBlank()) {
        all.put(key, text);
      }
    }
    return all;
  }

  /**
   * Returns the keys of the library's own words.
   *
   * @return the keys, sorted
   */
  public static Set<String> keys() {
    return Collections.unmodifiableSet(new TreeSet<>(SWEDISH.keySet()));
  }

  /**
   * Returns the library's own words that this language lacks.
   *
   * @return the keys, sorted; those of Swedish are never missing
   */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>(SWEDISH.keySet());
    missing.removeAll(texts.keySet());
    return Collections.unmodifiableSet(missing);
  }

  /**
   * Tells whether a text is in the language itself.
   *
   * @param key the key
   * @return false when Swedish stands in for it, or nothing does
   */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /**
   * Finds a text.
   *
   * @param key the key
   * @return the text, in Swedish when the language lacks it
   */
  public Optional<String> find(String key) {
    String text = texts.get(key);
    return Optional.ofNullable(text == null ? instead.get(key) : text);
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
   * Returns a text as markup, which says when it is in Swedish on a page that is not, so that it is
   * read aloud rightly (WCAG 2.2, 3.1.2).
   *
   * @param key the key
   * @return the text, escaped
   */
  public Html html(String key) {
    return html(key, Map.of());
  }

  /**
   * Returns a text with values put in as markup, as {@link #html(String)} does.
   *
   * @param key the key
   * @param values by the name in braces
   * @return the text and the values, escaped
   */
  public Html html(String key, Map<String, String> values) {
    Html text = Html.text(get(key, values));
    return has(key) || !instead.containsKey(key)
        ? text
        : Html.concat(
            Html.trusted("<span lang=\"sv\" dir=\"ltr\">"), text, Html.trusted("</span>"));
  }

  /**
   * Puts values in a text, once: a value that looks like a placeholder stays as it is.
   *
   * @param template the text with names in braces
   * @param values by name
   * @return the text
   */
  public static String fill(String template, Map<String, String> values) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    Matcher matcher = PLACEHOLDER.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = values.getOrDefault(matcher.group(1), matcher.group());
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }
}
