package se.byggsten.web.internal;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Passage;
import se.byggsten.web.TextBundle;

/** The fixed texts of the shell and the components in one language, with Swedish for the rest. */
public final class Texts {
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");
  private static final TextBundle BUNDLE =
      TextBundle.of(Texts.class, "/se/byggsten/web/texts", SWEDISH)
          .extended("META-INF/byggsten/web/texts");
  private static final Map<String, String> SV = BUNDLE.own();
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
      Map<String, String> texts = new HashMap<>(BUNDLE.in(locale));
      texts.keySet().retainAll(SV.keySet());
      known = new Texts(Collections.unmodifiableMap(texts), locale);
      if (KNOWN.size() < MOST) {
        KNOWN.put(tag, known);
      }
    }
    return known;
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

  /** Returns a text that says when it is in Swedish on a page that is not. */
  public String passage(String key, String... arguments) {
    String text = get(key, arguments);
    return lang(key) == null ? text : Passage.of(text, SWEDISH);
  }

  /** Returns a text as markup, which says when it is in Swedish on a page that is not. */
  public String html(String key, String... arguments) {
    return Escape.html(passage(key, arguments));
  }

  /** Returns these texts when they have all that begin so, else the Swedish ones. */
  public Texts wholly(String beginning) {
    boolean whole =
        texts.size() == SV.size()
            || SV.keySet().stream()
                .allMatch(key -> !key.startsWith(beginning) || texts.containsKey(key));
    return whole ? this : of(SWEDISH);
  }

  /** Returns the tag of the language. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** Returns the name of an element in the page's language, or null. */
  public @Nullable String label(String key) {
    return lang(key) == null ? get(key) : null;
  }

  /** Returns the id of what names an element in Swedish on a page that is not, or null. */
  public @Nullable String labelId(String key) {
    return lang(key) == null ? null : "byggsten-" + key.replace('.', '-');
  }

  /**
   * Returns what names an element in Swedish, unseen. An attribute cannot say its language alone:
   * what is in the element would be taken for Swedish too.
   */
  public String labelText(String key) {
    String id = labelId(key);
    return id == null
        ? ""
        : Element.of("span").attr("id", id).flag("hidden", true).text(passage(key)).toString();
  }

  /**
   * Returns the title of a page that something is wrong on, in the language of the title: a sign
   * where that has no word for it, since no markup can stand in a title.
   */
  public String errorTitle(String title) {
    Locale other = Passage.language(title).orElse(locale);
    Texts own = of(other);
    return own.lang("title.error") == null
        ? Passage.within(title, inner -> own.get("title.error", inner))
        : "(!) " + title;
  }
}
