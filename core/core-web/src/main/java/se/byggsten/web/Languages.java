package se.byggsten.web;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a page must know of a language: what it calls itself, and which way it is written.
 *
 * <p>The languages that the law names come with their own names: Swedish and the minority languages
 * Finnish, Meänkieli, Sami, Romani and Yiddish (språklagen 2009:600, 4 and 7 §§).
 */
public final class Languages {
  private static final Map<String, String> OWN_NAMES =
      Map.ofEntries(
          Map.entry("sv", "Svenska"),
          Map.entry("en", "English"),
          Map.entry("fi", "Suomi"),
          Map.entry("fit", "Meänkieli"),
          Map.entry("se", "Davvisámegiella"),
          Map.entry("sma", "Åarjelsaemien"),
          Map.entry("smj", "Julevsámegiella"),
          Map.entry("sje", "Bidumsámegiella"),
          Map.entry("sju", "Ubmejesámiengiälla"),
          Map.entry("rom", "Romani"),
          Map.entry("rmu", "Svensk romani"),
          Map.entry("rmf", "Kaale"),
          Map.entry("yi", "ייִדיש"));

  // ISO 15924 codes of the scripts in use that run from right to left.
  private static final Set<String> SCRIPTS =
      Set.of("Hebr", "Arab", "Aran", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr");
  private static final Set<String> WRITTEN_SO =
      Set.of("yi", "ji", "he", "iw", "ar", "fa", "ur", "ps", "dv", "ug", "sd", "ckb", "syr", "arc");

  private static final Locale SWEDEN = new Locale.Builder().setRegion("SE").build();
  private static final Locale SWEDISH = Locale.forLanguageTag("sv");

  private Languages() {}

  /**
   * Tells whether a language is written from right to left.
   *
   * @param locale the language; its script decides, when it names one
   * @return true for Yiddish, and for {@code az-Arab}; false for {@code yi-Latn}
   */
  public static boolean rightToLeft(Locale locale) {
    return locale.getScript().isEmpty()
        ? WRITTEN_SO.contains(locale.getLanguage())
        : SCRIPTS.contains(locale.getScript());
  }

  /**
   * Returns the value of the attribute {@code dir}.
   *
   * @param locale the language
   * @return {@code rtl} or {@code ltr}
   */
  public static String direction(Locale locale) {
    return rightToLeft(locale) ? "rtl" : "ltr";
  }

  /**
   * Returns what a language calls itself, for a link to the page in that language.
   *
   * @param locale the language
   * @return the name in the language itself; the tag when nobody knows it
   */
  public static String ownName(Locale locale) {
    String own = OWN_NAMES.get(locale.getLanguage());
    if (own != null) {
      return own;
    }
    Locale language = Locale.forLanguageTag(locale.getLanguage());
    String name = language.getDisplayLanguage(language);
    // What the platform has no name for in the language itself it gives in English.
    boolean borrowed = name.equals(language.getDisplayLanguage(Locale.ENGLISH));
    return name.isEmpty() || borrowed ? locale.toLanguageTag() : name;
  }

  /**
   * Returns the language to take names of months and countries in.
   *
   * @param locale the language of the page
   * @return the same; Swedish when the platform knows no names in it, or those of another script
   */
  public static Locale ofNames(Locale locale) {
    Locale general = Locale.forLanguageTag(locale.getLanguage());
    boolean known =
        locale.getLanguage().equals("en")
            || !SWEDEN.getDisplayCountry(locale).equals(SWEDEN.getDisplayCountry(Locale.ENGLISH));
    return known && rightToLeft(locale) == rightToLeft(general) ? locale : SWEDISH;
  }

  /**
   * Writes what names of the platform are in, such as a date.
   *
   * @param locale the language of the page
   * @param text writes it in a language
   * @return the text; a {@link Passage} in Swedish where {@link #ofNames(Locale)} says so
   */
  public static String named(Locale locale, Function<Locale, String> text) {
    Locale names = ofNames(locale);
    String written = text.apply(names);
    return names.equals(locale) ? written : Passage.of(written, names);
  }
}
