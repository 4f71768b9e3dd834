package se.byggsten.web.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Tells which addresses may stand in a link, and writes parts of them. */
public final class Urls {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
  private static final String HEX = "0123456789ABCDEF";

  private Urls() {}

  /** Tells whether an address is relative, or of a scheme that only leads somewhere. */
  public static boolean safe(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      // Browsers drop some of these before they read the scheme.
      if (c <= ' ' || c == '\\' || (c >= 0x7f && c <= 0xa0)) {
        return false;
      }
    }
    int end = 0;
    while (end < url.length() && ":/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    boolean hasScheme = end < url.length() && url.charAt(end) == ':';
    return !hasScheme || SCHEMES.contains(url.substring(0, end).toLowerCase(Locale.ROOT));
  }

  /** Writes text as one part of an address: all but the unreserved is percent-encoded. */
  public static void appendPart(StringBuilder out, String text) {
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || "-._~".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
  }
}
