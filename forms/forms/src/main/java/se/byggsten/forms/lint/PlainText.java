package se.byggsten.forms.lint;

import java.util.regex.Pattern;

/** Takes away the marks of Markdown, so that only what people read is judged. */
final class PlainText {
  private static final Pattern LINE_START =
      Pattern.compile("(?m)^[ \\t]{0,8}(#{1,6}[ \\t]+|[-*+][ \\t]+|\\d{1,3}[.)][ \\t]+|>[ \\t]?)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]\\n]{0,500})\\]\\([^)\\n]{0,500}\\)");
  private static final Pattern EMPHASIS =
      Pattern.compile("\\*{1,3}|`|(?<!\\w)_{1,3}|_{1,3}(?!\\w)");

  private PlainText() {}

  static String of(String markdown) {
    // Each item of a list ends its sentence, as a heading does.
    String text = LINE_START.matcher(markdown).replaceAll("\n");
    return EMPHASIS.matcher(LINK.matcher(text).replaceAll("$1")).replaceAll("").strip();
  }
}
