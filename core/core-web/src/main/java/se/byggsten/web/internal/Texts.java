package se.byggsten.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.byggsten.web.Languages;

/** The fixed texts of the shell and the components in one language, with Swedish for the rest. */
public final class Texts {
  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");
  private static final String ADDED = "META-INF/byggsten/web/texts_";
  private static final Map<String, String> SV = own("sv");
  // Languages come from definitions, not from visitors; the bound is for the mistake.
  private static final int MOST = 200;
  private static final Map<String, Texts> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, String> texts;
  private final Map<String, MessageFormat> formats = new HashMap<>();
  private final Locale locale;

  private Texts(Map<String, String> texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
    SV.forEach(
        (key, swedish) -> {
          String text = texts.getOrDefault(key, swedish);
          if (swedish.contains("{0}")) {
            formats.put(key, new MessageFormat(text, texts.containsKey(key) ? locale : SWEDISH));
          }
        });
  }

  /** Returns the texts of a language. */
  public static Texts of(Locale locale) {
    String tag = locale.toLanguageTag();
    Texts known = KNOWN.get(tag);
    if (known == null) {
      known = load(locale);
      if (KNOWN.size() < MOST) {
        KNOWN.put(tag, known);
      }
    }
    return known;
  }

  private static Texts load(Locale locale) {
    String language = locale.getLanguage();
    Map<String, String> all = new HashMap<>();
    // The words of a language are no help in another script, where they run the other way.
    if (Languages.rightToLeft(locale) == Languages.rightToLeft(Locale.forLanguageTag(language))) {
      all.putAll(own(language));
      all.putAll(added(language));
    }
    if (!locale.toLanguageTag().equals(language)) {
      all.putAll(added(locale.toLanguageTag()));
    }
    all.keySet().retainAll(SV.keySet());
    return new Texts(Collections.unmodifiableMap(all), locale);
  }

  private static Map<String, String> own(String language) {
    String name = "/se/byggsten/web/texts_" + language + ".properties";
    try (InputStream in = Texts.class.getResourceAsStream(name)) {
      if (in == null && language.equals("sv")) {
        throw new AssertionError("The jar lacks " + name);
      }
      return in == null ? Map.of() : read(in);
    } catch (IOException e) {
      throw new AssertionError("The jar is broken at " + name, e);
    }
  }

  private static Map<String, String> added(String tag) {
    Map<String, String> all = new HashMap<>();
    for (ClassLoader loader : loaders()) {
      try {
        for (URL url : Collections.list(loader.getResources(ADDED + tag + ".properties"))) {
          try (InputStream in = url.openStream()) {
            read(in).forEach(all::putIfAbsent);
          }
        }
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("Texts in {} cannot be read as UTF-8 properties; Swedish is shown", tag, e);
      }
    }
    return all;
  }

  private static List<ClassLoader> loaders() {
    List<ClassLoader> loaders = new ArrayList<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = Texts.class.getClassLoader();
    if (context != null) {
      loaders.add(context);
    }
    if (own != null && own != context) {
      loaders.add(own);
    }
    return loaders;
  }

  private static Map<String, String> read(InputStream in) throws IOException {
    Reader reader =
        new InputStreamReader(
            in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
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

  /** Returns the keys of all texts. */
  public static Set<String> keys() {
    return Collections.unmodifiableSet(new TreeSet<>(SV.keySet()));
  }

  /** Returns a text in Swedish, as it is in the file. */
  public static String swedish(String key) {
    String text = SV.get(key);
    if (text == null) {
      throw new IllegalArgumentException("No text " + key);
    }
    return text;
  }

  /** Returns the keys that this language lacks. */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>(SV.keySet());
    missing.removeAll(texts.keySet());
    return Collections.unmodifiableSet(missing);
  }

  /** Returns a text with its arguments filled in, in Swedish if need be. */
  public String get(String key, String... arguments) {
    MessageFormat format = formats.get(key);
    if (format == null) {
      String text = texts.get(key);
      return text == null ? swedish(key) : text;
    }
    // A format may not be shared by threads; a copy costs less than reading the pattern again.
    return ((MessageFormat) format.clone()).format(arguments);
  }

  /** Returns the language that a text is in when it is not the page's, or null. */
  public @Nullable String lang(String key) {
    return texts.containsKey(key) || locale.getLanguage().equals("sv") ? null : "sv";
  }

  /** Returns a text as markup, which says when it is in Swedish on a page that is not. */
  public String html(String key, String... arguments) {
    String text = Escape.html(get(key, arguments));
    return lang(key) == null ? text : "<span lang=\"sv\" dir=\"ltr\">" + text + "</span>";
  }
}
