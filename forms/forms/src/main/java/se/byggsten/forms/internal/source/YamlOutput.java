package se.byggsten.forms.internal.source;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import se.byggsten.data.JsonWriter;

/**
 * Writes data as YAML 1.2 for people to read on.
 *
 * <p>What is short stands on one line in brackets, the rest is indented. A text is quoted unless it
 * is plainly a word, also to readers of YAML 1.1.
 */
public final class YamlOutput {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 3;
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");
  private static final Set<String> OTHER_THAN_TEXT =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder out = new StringBuilder();

  private YamlOutput() {}

  /**
   * Writes a map.
   *
   * @param data maps, lists, texts, numbers and flags
   * @return the YAML, with a line feed last
   */
  public static String write(Map<String, Object> data) {
    YamlOutput output = new YamlOutput();
    output.map(data, 0);
    return output.out.toString();
  }

  private void map(Map<?, ?> map, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!first) {
        out.append(" ".repeat(indent));
      }
      first = false;
      String key = scalar(String.valueOf(entry.getKey()));
      out.append(key).append(':');
      Object value = entry.getValue();
      String flow = flow(value);
      if (fits(value, flow, indent + key.length() + 2)) {
        out.append(' ').append(flow).append('\n');
      } else {
        out.append('\n').append(" ".repeat(indent + 2));
        block(value, indent + 2);
      }
    }
  }

  private void block(Object value, int indent) {
    if (value instanceof Map<?, ?> map) {
      map(map, indent);
      return;
    }
    Iterator<?> items = ((List<?>) value).iterator();
    while (items.hasNext()) {
      Object item = items.next();
      String flow = flow(item);
      out.append("- ");
      if (fits(item, flow, indent + 2)) {
        out.append(flow).append('\n');
      } else {
        block(item, indent + 2);
      }
      if (items.hasNext()) {
        out.append(" ".repeat(indent));
      }
    }
  }

  private static boolean fits(Object value, String flow, int indent) {
    int height = height(value);
    return height == 0 || (height <= HEIGHT && indent + flow.length() <= WIDTH);
  }

  /** An empty map or list has no block form. */
  private static int height(Object value) {
    Iterable<?> inner =
        value instanceof Map<?, ?> map
            ? map.values()
            : value instanceof List<?> list ? list : List.of();
    int height = 0;
    for (Object item : inner) {
      height = Math.max(height, 1 + height(item));
    }
    return height;
  }

  private static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringJoiner joiner = new StringJoiner(", ", "{", "}");
      map.forEach((key, item) -> joiner.add(scalar(String.valueOf(key)) + ": " + flow(item)));
      return joiner.toString();
    }
    if (value instanceof List<?> list) {
      StringJoiner joiner = new StringJoiner(", ", "[", "]");
      list.forEach(item -> joiner.add(flow(item)));
      return joiner.toString();
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof String text ? scalar(text) : String.valueOf(value);
  }

  private static String scalar(String text) {
    if (WORD.matcher(text).matches() && !OTHER_THAN_TEXT.contains(text.toLowerCase(Locale.ROOT))) {
      return text;
    }
    String quoted = JsonWriter.compact().write(text);
    StringBuilder safe = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (breaksYaml(c)) {
        safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  /** JSON lets them stand as they are, but YAML (1.2.2, 5.1 and 5.4) does not. */
  private static boolean breaksYaml(char c) {
    return (c >= 0x7f && c <= 0x9f)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\ufeff'
        || c >= '\ufffe';
  }
}
