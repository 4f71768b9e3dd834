package se.byggsten.conformance.internal;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** The words of the reports, in Swedish or English. */
public final class Texts {
  /** Swedish. */
  public static final Locale SWEDISH = Locale.forLanguageTag("sv");

  private static final Set<String> LANGUAGES = Set.of("sv", "en");

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "se.byggsten.conformance.report",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Returns the texts of a language, Swedish for a language that there are none for. */
  public static Texts of(Locale locale) {
    String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "sv";
    return new Texts(Locale.forLanguageTag(language));
  }

  /** Returns the language. */
  public Locale locale() {
    return locale;
  }

  /** Returns a text, with the arguments in their places. */
  public String get(String key, Object... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0 ? text : String.format(locale, text, arguments);
  }

  /** Returns a text, escaped for HTML. */
  public String html(String key, Object... arguments) {
    return Markup.escape(get(key, arguments));
  }
}
