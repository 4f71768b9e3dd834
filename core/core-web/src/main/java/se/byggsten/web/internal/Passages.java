package se.byggsten.web.internal;

import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.byggsten.web.Languages;

/**
 * The marks of passages in a text: where one begins, with the tag of its language, and where it
 * ends. A mark without the program's own key is not a mark but a broken character.
 */
public final class Passages {
  private static final char BEGIN = '\uFDD0';
  private static final char TEXT = '\uFDD1';
  private static final char END = '\uFDD2';
  private static final char KEY_END = '\uFDD3';
  private static final String KEY = Integer.toString(new SecureRandom().nextInt(), 36);
  private static final String OPEN = BEGIN + KEY + KEY_END;
  private static final String CLOSE = END + KEY + KEY_END;

  private Passages() {}

  /** Puts marks around a text. */
  public static String mark(String text, Locale language) {
    return OPEN + language.toLanguageTag() + TEXT + text + CLOSE;
  }

  /** Tells whether a character is one that marks are made of. */
  static boolean isMark(char c) {
    return c >= BEGIN && c <= END;
  }

  /** Tells whether any of a text is a passage. */
  public static boolean has(String text) {
    return next(text, 0) >= 0;
  }

  /** Returns the tag of a text that is one passage, or null. */
  public static @Nullable String tag(String text) {
    if (!text.startsWith(OPEN) || !text.endsWith(CLOSE)) {
      return null;
    }
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith(OPEN, i)) {
        depth++;
      } else if (text.startsWith(CLOSE, i) && --depth == 0 && i + CLOSE.length() < text.length()) {
        return null;
      }
    }
    return text.substring(OPEN.length(), text.indexOf(TEXT));
  }

  /** Returns what stands in a text that is one passage. */
  public static String inner(String text) {
    return text.substring(text.indexOf(TEXT) + 1, text.length() - CLOSE.length());
  }

  /** Returns a text without marks. */
  public static String plain(String text) {
    int at = next(text, 0);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (; at >= 0; at = next(text, from)) {
      out.append(text, from, at);
      from = after(text, at);
    }
    return out.append(text, from, text.length()).toString();
  }

  private static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (isMark(text.charAt(i)) && after(text, i) > i) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns where the text goes on after the mark at a place; the same place when none is there.
   */
  static int after(String text, int at) {
    if (text.startsWith(OPEN, at)) {
      return text.indexOf(TEXT, at) + 1;
    }
    return text.startsWith(CLOSE, at) ? at + CLOSE.length() : at;
  }

  /** Returns the tag of the passage that begins at a place, or null when one ends there. */
  static @Nullable String opened(String text, int at) {
    return text.charAt(at) == BEGIN
        ? text.substring(at + OPEN.length(), text.indexOf(TEXT, at))
        : null;
  }

  /** Returns the beginning of an element that says which language is in it. */
  public static String start(String element, String tag) {
    return "<" + element + attributes(tag) + ">";
  }

  /** Returns the attributes that say which language is in an element. */
  static String attributes(String tag) {
    StringBuilder out = new StringBuilder(" lang=\"");
    Escape.value(out, tag);
    String direction = Languages.direction(Locale.forLanguageTag(tag));
    return out.append("\" dir=\"").append(direction).append('"').toString();
  }
}
