package se.byggsten.conformance.internal;

/** Escapes text for HTML and XML. */
public final class Markup {
  private Markup() {}

  /**
   * Returns text that is safe as content and in a quoted attribute of HTML and of XML 1.0.
   *
   * <p>What XML cannot hold becomes U+FFFD, so that a hostile string breaks no parser.
   */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
    return safe.toString();
  }

  private static boolean allowed(int c) {
    boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !bidi
        && (c == '\t'
            || c == '\n'
            || (c >= 0x20 && c < 0x7F)
            || (c >= 0xA0 && c <= 0xD7FF)
            || (c >= 0xE000 && c <= 0xFFFD && !(c >= 0xFDD0 && c <= 0xFDEF))
            || (c >= 0x10000 && (c & 0xFFFE) != 0xFFFE));
  }
}
