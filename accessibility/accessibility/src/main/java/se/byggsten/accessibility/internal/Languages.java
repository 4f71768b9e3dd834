package se.byggsten.accessibility.internal;

import java.util.HashSet;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;

/** Whether a language tag begins with a language that exists (BCP 47, RFC 5646). */
final class Languages {
  private static final Set<String> TWO = Set.of(Locale.getISOLanguages());
  private static final Set<String> SHORTENED = shortened();

  private Languages() {}

  /**
   * Returns whether the primary subtag is a registered language. A three-letter code is taken as
   * registered unless the language has a two-letter code, which is then the only right one.
   */
  static boolean valid(String tag) {
    String primary = tag.strip().toLowerCase(Locale.ROOT).split("-", 2)[0];
    if (!tag.strip().matches("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*")) {
      return false;
    }
    return switch (primary.length()) {
      case 2 -> TWO.contains(primary);
      case 3 ->
          primary.matches("[a-z]{3}")
              && !SHORTENED.contains(primary)
              && !primary.matches("q[a-t][a-z]");
      default -> false;
    };
  }

  private static Set<String> shortened() {
    Set<String> codes = new HashSet<>();
    for (String two : Locale.getISOLanguages()) {
      try {
        codes.add(Locale.forLanguageTag(two).getISO3Language());
      } catch (MissingResourceException none) {
        // A language without a three-letter code has nothing to shorten.
      }
    }
    return codes;
  }
}
