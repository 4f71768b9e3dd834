package se.byggsten.identity;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the pages about login, in Swedish and English.
 *
 * <p>A page about a refusal has a heading, a text that says what happened, and what to do.
 */
public final class LoginMessages {
  private final ResourceBundle bundle;

  private LoginMessages(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /**
   * Returns the texts in a language.
   *
   * @param language English for {@code en}, Swedish for all else
   * @return the texts
   */
  public static LoginMessages in(Locale language) {
    Locale chosen =
        "en".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.forLanguageTag("sv");
    return new LoginMessages(
        ResourceBundle.getBundle(
            "se.byggsten.identity.login",
            chosen,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /**
   * Returns the heading of the page.
   *
   * @param kind what happened
   * @return the heading
   */
  public String title(RefusalKind kind) {
    return bundle.getString(kind.messageKey() + ".title");
  }

  /**
   * Returns what happened.
   *
   * @param kind what happened
   * @return one or two sentences
   */
  public String text(RefusalKind kind) {
    return bundle.getString(kind.messageKey() + ".text");
  }

  /**
   * Returns what the visitor can do.
   *
   * @param kind what happened
   * @return one or two sentences
   */
  public String action(RefusalKind kind) {
    return bundle.getString(kind.messageKey() + ".action");
  }

  /**
   * Returns the text of the button that begins the login again.
   *
   * @return the text
   */
  public String tryAgain() {
    return bundle.getString("login.try-again");
  }

  /**
   * Returns the words before the code of the error.
   *
   * @return the words, for support
   */
  public String codeLabel() {
    return bundle.getString("login.code-label");
  }

  /**
   * Returns another text of the bundle.
   *
   * @param key its key
   * @return the text
   * @throws java.util.MissingResourceException when there is none
   */
  public String text(String key) {
    return bundle.getString(key);
  }
}
