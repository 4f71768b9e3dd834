package se.byggsten.web.internal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The fixed texts of the shell and the components, in Swedish and English. */
public final class Texts {
  private static final List<String> LANGUAGES = List.of("sv", "en");

  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "se.byggsten.web.texts",
            locale,
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Returns the texts of a language. */
  public static Texts of(Locale locale) {
    if (!LANGUAGES.contains(locale.getLanguage())) {
      throw new IllegalArgumentException(
          "No texts in " + locale.toLanguageTag() + "; there are " + LANGUAGES);
    }
    return new Texts(Locale.forLanguageTag(locale.getLanguage()));
  }

  /** Returns a text with its arguments filled in. */
  public String get(String key, Object... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
  }
}
