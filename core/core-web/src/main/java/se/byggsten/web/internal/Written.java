package se.byggsten.web.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which way a text runs that somebody has written. */
public final class Written {
  private static final Locale UNKNOWN = Locale.forLanguageTag("und");
  private static final Locale HEBREW = Locale.forLanguageTag("und-Hebr");
  private static final Locale ARABIC = Locale.forLanguageTag("und-Arab");

  private Written() {}

  /** The language that is not known, with the script of the first letter where it says the way. */
  public static Locale language(String text) {
    int point;
    for (int i = 0; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      Locale known = letter(point);
      if (known != null) {
        return known;
      }
    }
    return UNKNOWN;
  }

  private static @Nullable Locale letter(int point) {
    return switch (Character.getDirectionality(point)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> UNKNOWN;
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT -> HEBREW;
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> ARABIC;
      default -> null;
    };
  }
}
