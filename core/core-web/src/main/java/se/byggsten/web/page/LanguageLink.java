package se.byggsten.web.page;

import java.util.Locale;

/**
 * The same page in another language.
 *
 * @param locale the language
 * @param href the address; nothing that was answered is lost by going there
 */
public record LanguageLink(Locale locale, String href) {}
