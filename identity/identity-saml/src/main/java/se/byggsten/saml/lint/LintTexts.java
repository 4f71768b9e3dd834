package se.byggsten.saml.lint;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the lint in one language. */
final class LintTexts {
  private final String language;
  private final ResourceBundle bundle;

  private LintTexts(String language) {
    this.language = language;
    bundle =
        ResourceBundle.getBundle(
            "se.byggsten.saml.lint.lint",
            Locale.forLanguageTag(language),
            LintTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static LintTexts in(String language) {
    if (!"sv".equals(language) && !"en".equals(language)) {
      throw new IllegalArgumentException("The lint speaks sv and en");
    }
    return new LintTexts(language);
  }

  String language() {
    return language;
  }

  String words(String key, Object... values) {
    return String.format(Locale.ROOT, bundle.getString(key), values);
  }
}
