package se.byggsten.web.internal;

import org.jspecify.annotations.Nullable;

/** Escapes text for HTML. */
public final class Escape {
  private static final int TABLE = 0xA0;
  private static final char FIRST_NONCHARACTER = '\uFDD0';
  private static final String SPAN_END = "</span>";
  private static final @Nullable String[] REPLACEMENTS = table();

  private Escape() {}

  private static @Nullable String[] table() {
    @Nullable String[] table = new @Nullable String[TABLE];
    for (char c = 0; c < TABLE; c++) {
      table[c] = control(c) ? "\uFFFD" : null;
    }
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
  }

  /** Escapes text for an element's content; each passage says which language it is in. */
  public static String html(String text) {
    return escaped(text, true);
  }

  /** Escapes text for an attribute's value, or an element that holds text alone. */
  public static String value(String text) {
    return escaped(text, false);
  }

  private static String escaped(String text, boolean content) {
    int first = firstUnsafe(text);
    if (first < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    write(out, text, first, content);
    return out.toString();
  }

  /** Writes escaped content; most text needs no escaping and is written in one piece. */
  public static void append(StringBuilder out, String text) {
    int first = firstUnsafe(text);
    if (first < 0) {
      out.append(text);
    } else {
      write(out, text, first, true);
    }
  }

  /** Writes an escaped attribute value, or the content of an element that holds text alone. */
  public static void value(StringBuilder out, String text) {
    int first = firstUnsafe(text);
    if (first < 0) {
      out.append(text);
    } else {
      write(out, text, first, false);
    }
  }

  private static void write(StringBuilder out, String text, int first, boolean content) {
    int from = 0;
    int open = 0;
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      int after = Passages.isMark(c) ? Passages.after(text, i) : i;
      if (after > i) {
        out.append(text, from, i);
        String tag = Passages.opened(text, i);
        if (content && tag != null) {
          out.append(Passages.start("span", tag));
          open++;
        } else if (open > 0) {
          // A text that was cut may lack a mark; the markup is whole all the same.
          out.append(SPAN_END);
          open--;
        }
        from = after;
        i = after - 1;
        continue;
      }
      String replacement = replacement(c);
      if (replacement != null) {
        out.append(text, from, i).append(replacement);
        from = i + 1;
      }
    }
    out.append(text, from, text.length());
    while (open-- > 0) {
      out.append(SPAN_END);
    }
  }

  private static int firstUnsafe(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (replacement(text.charAt(i)) != null) {
        return i;
      }
    }
    return -1;
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
    if (c < TABLE) {
      return REPLACEMENTS[c];
    }
    return c >= FIRST_NONCHARACTER && noncharacter(c) ? "\uFFFD" : null;
  }

  /** Kept for what goes on inside a program (Unicode 16, 23.7), as marks of passages do. */
  private static boolean noncharacter(char c) {
    return (c >= FIRST_NONCHARACTER && c <= '\uFDEF') || c >= '\uFFFE';
  }

  /** HTML allows no control characters but tab, line feed, form feed and carriage return. */
  private static boolean control(char c) {
    boolean low = c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    return low || (c >= 0x7f && c <= 0x9f) || c == '\uFFFE' || c == '\uFFFF';
  }
}
