package se.byggsten.web.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The same page in another language.
 *
 * @param locale the language
 * @param href the address; nothing that was answered is lost by going there
 * @param form the id of the form that is posted to the address, so that what is written and not yet
 *     sent comes along; null when the page has none, for a plain link
 * @param name the name of what the post says besides, such as that it only saves; null without form
 * @param value the value of it; null without form
 */
public record LanguageLink(
    Locale locale,
    String href,
    @Nullable String form,
    @Nullable String name,
    @Nullable String value) {
  /**
   * Returns a plain link.
   *
   * @param locale the language
   * @param href the address
   */
  public LanguageLink(Locale locale, String href) {
    this(locale, href, null, null, null);
  }
}
