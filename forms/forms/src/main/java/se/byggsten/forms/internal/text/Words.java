package se.byggsten.forms.internal.text;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.byggsten.web.Passage;
import se.byggsten.web.TextBundle;

/** The library's own words in one language, with Swedish for those that the language lacks. */
public final class Words {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,9})?");
  private static final Pattern GROUPS = Pattern.compile("(?<=[0-9])(?=(?:[0-9]{3})+$)");

  /** From here on digits stand in groups of three; a year does not. */
  private static final int LONG_NUMBER = 5;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]{0,39})\\}");
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");
  private static final TextBundle BUNDLE =
      TextBundle.of(Words.class, "/se/byggsten/forms/texts", SWEDISH)
          .extended("META-INF/byggsten/forms/texts");
  private static final Set<String> KEYS =
      Collections.unmodifiableSet(new TreeSet<>(BUNDLE.own().keySet()));
  // Languages come from definitions, not from visitors; the bound is for the mistake.
  private static final int MOST = 200;
  private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, String> texts;
  private final Map<String, String> instead;
  private final Locale locale;
  private final Words shown;

  private Words(Map<String, String> texts, Map<String, String> instead, Locale locale) {
    this.texts = texts;
    this.instead = instead;
    this.locale = locale;
    this.shown = texts.keySet().containsAll(instead.keySet()) ? this : new Words(this);
  }

  private Words(Words plain) {
    this.texts = plain.texts;
    this.locale = plain.locale;
    this.instead = new HashMap<>(plain.instead);
    this.instead.replaceAll((key, text) -> Passage.of(text, SWEDISH));
    this.shown = this;
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
      Locale locale = Locale.forLanguageTag(language);
      known = new Words(BUNDLE.in(locale), BUNDLE.instead(), locale);
      if (KNOWN.size() < MOST) {
        KNOWN.put(language, known);
      }
    }
    return known;
  }

  /**
   * Returns the words of a language for markup: those that it lacks are {@link Passage}s in
   * Swedish, and what is put into them passages in the language of the page.
   *
   * @param language a BCP 47 tag
   * @return its words
   */
  public static Words shown(String language) {
    return of(language).shown;
  }

  /**
   * Returns the keys of the library's own words.
   *
   * @return the keys, sorted
   */
  public static Set<String> keys() {
    return KEYS;
  }

  /**
   * Returns the library's own words that this language lacks.
   *
   * @return the keys, sorted; those of Swedish are never missing
   */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>(KEYS);
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
   * Returns the language.
   *
   * @return the locale that was asked for
   */
  public Locale locale() {
    return locale;
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
    String own = texts.get(key);
    if (own != null || shown != this) {
      return fill(own == null ? get(key) : own, values);
    }
    Map<String, String> inPage = new HashMap<>();
    values.forEach((name, value) -> inPage.put(name, inPage(value)));
    return fill(get(key), inPage);
  }

  private String inPage(String value) {
    boolean said = Passage.language(value).isPresent();
    return said || value.codePoints().noneMatch(Character::isLetter)
        ? value
        : Passage.of(value, locale);
  }

  /**
   * Writes numbers as the language does: 0,5 and 99 999 999 in all that the library knows but
   * English.
   *
   * @param values by name, numbers with a point before decimals
   * @return the same, all that are no numbers as they are
   */
  public Map<String, String> numbers(Map<String, String> values) {
    Map<String, String> written = new HashMap<>(values);
    written.replaceAll((name, value) -> NUMBER.matcher(value).matches() ? number(value) : value);
    return written;
  }

  private String number(String value) {
    boolean english = locale.getLanguage().equals("en");
    int point = value.indexOf('.');
    String whole = point < 0 ? value : value.substring(0, point);
    String grouped =
        whole.length() < LONG_NUMBER
            ? whole
            : GROUPS.matcher(whole).replaceAll(english ? "," : "\u00a0");
    return point < 0 ? grouped : grouped + (english ? '.' : ',') + value.substring(point + 1);
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
