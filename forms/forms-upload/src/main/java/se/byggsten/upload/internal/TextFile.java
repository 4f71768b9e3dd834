package se.byggsten.upload.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import se.byggsten.forms.file.FileContent;

/** Tells text that is nothing but text from what only looks like it. */
public final class TextFile {
  private static final int BLOCK = 16_384;
  private static final Pattern MARKUP =
      Pattern.compile(
          "<(!doctype|html|head|body|script|svg|iframe|object|embed|\\?xml|\\?php|img|a )");

  private TextFile() {}

  /**
   * Tells whether a file is plain text.
   *
   * @param content the file
   * @return false when it has control characters, or begins like a page or a program
   */
  public static boolean isPlain(FileContent content) {
    String head =
        new String(content.read(0, 4_096), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (MARKUP.matcher(head).find() || head.startsWith("#!")) {
      return false;
    }
    for (long at = 0; at < content.size(); at += BLOCK) {
      for (byte b : content.read(at, BLOCK)) {
        if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
          return false;
        }
      }
    }
    return true;
  }
}
