package se.byggsten.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of a part of a program in many languages: property files in UTF-8, one for each.
 *
 * <p>A bundle has files of its own beside a class, named {@code <name>_<language>.properties}, and
 * may let services add files of the same kind anywhere on the class path, for languages and
 * dialects that it lacks or with other words. What is blank counts as lacking.
 */
public final class TextBundle {
  private static final Logger LOG = LoggerFactory.getLogger(TextBundle.class);
  private static final String ENDING = ".properties";

  private final Class<?> home;
  private final String name;
  private final Locale instead;
  private final String added;
  private final Map<String, String> own;

  private TextBundle(Class<?> home, String name, Locale instead, String added) {
    this.home = home;
    this.name = name;
    this.instead = instead;
    this.added = added;
    this.own = own(instead.getLanguage());
    if (own.isEmpty()) {
      throw new IllegalArgumentException("The jar lacks " + name + " in " + instead);
    }
  }

  /**
   * Returns a bundle with the files of a jar.
   *
   * @param home a class of the jar
   * @param name what the names of the files begin with, as {@link Class#getResource} takes it
   * @param instead the language that stands in for what another lacks; the bundle must have it
   * @return the bundle
   * @throws IllegalArgumentException when the jar lacks that language
   */
  public static TextBundle of(Class<?> home, String name, Locale instead) {
    return new TextBundle(home, name, instead, "");
  }

  /**
   * Returns the bundle with what services add to it.
   *
   * @param path what the names of their files begin with, from the root of the class path
   * @return the bundle
   */
  public TextBundle extended(String path) {
    return new TextBundle(home, name, instead, path);
  }

  /**
   * Returns the jar's own texts in the language that stands in for others.
   *
   * @return text by key
   */
  public Map<String, String> own() {
    return own;
  }

  /**
   * Returns the texts that stand in for what a language lacks.
   *
   * @return text by key; what services have added goes before the jar's own
   */
  public Map<String, String> instead() {
    return in(instead);
  }

  /**
   * Returns the texts of one language. A file that cannot be read is left out with a warning.
   *
   * @param locale the language; the texts of {@code fi} serve {@code fi-SE} too
   * @return text by key, without what it lacks
   */
  public Map<String, String> in(Locale locale) {
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
    return Collections.unmodifiableMap(texts);
  }

  private Map<String, String> own(String language) {
    String file = name + "_" + language + ENDING;
    try (InputStream stream = home.getResourceAsStream(file)) {
      return stream == null ? Map.of() : read(stream);
    } catch (IOException e) {
      throw new AssertionError("The jar is broken at " + file, e);
    }
  }

  private Map<String, String> added(String tag) {
    Map<String, String> all = new HashMap<>();
    for (ClassLoader loader : added.isEmpty() ? Set.<ClassLoader>of() : loaders()) {
      try {
        for (URL url : Collections.list(loader.getResources(added + "_" + tag + ENDING))) {
          try (InputStream stream = url.openStream()) {
            read(stream).forEach(all::putIfAbsent);
          }
        }
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("Texts in {} cannot be read as UTF-8 properties and are left out", tag, e);
      }
    }
    return all;
  }

  private Set<ClassLoader> loaders() {
    return Stream.of(Thread.currentThread().getContextClassLoader(), home.getClassLoader())
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Map<String, String> read(InputStream stream) throws IOException {
    Properties properties = new Properties();
    properties.load(
        new InputStreamReader(
            stream,
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
    return properties.stringPropertyNames().stream()
        .filter(key -> !properties.getProperty(key).isBlank())
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }
}
