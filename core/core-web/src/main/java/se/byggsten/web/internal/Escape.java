package se.byggsten.web.internal;

import org.jspecify.annotations.Nullable;

/** Escapes text for HTML. */
public final class Escape {
  private Escape() {}

  /** Escapes text for an element's content or a quoted attribute value. */
  public static String html(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String replacement = replacement(c);
      if (replacement == null) {
        if (out != null) {
          out.append(c);
        }
      } else {
        if (out == null) {
          out = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        out.append(replacement);
      }
    }
    return out == null ? text : out.toString();
  }

  /** Replaces the characters that HTML does not allow, wherever they came from. */
  public static String clean(String markup) {
    for (int i = 0; i < markup.length(); i++) {
      if (control(markup.charAt(i))) {
        StringBuilder out = new StringBuilder(markup);
        for (int j = i; j < out.length(); j++) {
          if (control(out.charAt(j))) {
            out.setCharAt(j, '\uFFFD');
          }
        }
        return out.toString();
      }
    }
    return markup;
  }

  private static @Nullable String replacement(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> control(c) ? "\uFFFD" : null;
    };
  }

  /** HTML allows no control characters but tab, line feed, form feed and carriage return. */
  private static boolean control(char c) {
    boolean low = c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    return low || (c >= 0x7f && c <= 0x9f) || c == '\uFFFE' || c == '\uFFFF';
  }
}
