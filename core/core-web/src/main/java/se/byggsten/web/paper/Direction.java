package se.byggsten.web.paper;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Languages;
import se.byggsten.web.Passage;

/** Which way a text runs that may be in another language than the form. */
final class Direction {
  private Direction() {}

  /** The direction of the text; null when it is that of the form or it has no letters. */
  static @Nullable String of(Locale locale, String written) {
    String text = Passage.plain(written);
    boolean form = Languages.rightToLeft(locale);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      byte way = Character.getDirectionality(text.codePointAt(i));
      if (way == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
        return form ? "ltr" : null;
      }
      if (way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
          || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
        return form ? null : "rtl";
      }
    }
    return null;
  }

  /** The direction of a text that stands in the element of another; null when it is that one's. */
  static @Nullable String in(Locale locale, String other, String text) {
    String own = of(locale, text);
    boolean turned = of(locale, other) != null;
    return own == null && turned ? Languages.direction(locale) : own;
  }
}
