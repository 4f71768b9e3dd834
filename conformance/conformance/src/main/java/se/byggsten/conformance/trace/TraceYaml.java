package se.byggsten.conformance.trace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.data.JsonWriter;

/** Writes data as YAML that people can read and compare line by line. */
final class TraceYaml {
  /** Nothing that any reader of YAML takes for something else than a text. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{IsLatin}/_](?:[\\p{IsLatin}0-9 _./=()-]*[\\p{IsLatin}0-9.)])?");

  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");
  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();

  private TraceYaml() {}

  static String write(Map<String, ? extends @Nullable Object> root) {
    TraceYaml yaml = new TraceYaml();
    yaml.map(root, 0, true);
    return yaml.out.toString();
  }

  private void map(Map<?, ?> map, int indent, boolean newLine) {
    boolean indented = newLine;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(indented ? " ".repeat(indent) : "").append(scalar(entry.getKey())).append(':');
      value(entry.getValue(), indent);
      indented = true;
    }
  }

  private void value(@Nullable Object value, int indent) {
    String flow = flow(value);
    if (flow != null && indent + flow.length() <= WIDTH) {
      out.append(' ').append(flow).append('\n');
    } else if (value instanceof Map<?, ?> map) {
      out.append('\n');
      map(map, indent + 2, true);
    } else if (value instanceof List<?> list) {
      out.append('\n');
      for (Object item : list) {
        item(item, indent + 2);
      }
    } else {
      out.append(' ').append(scalar(value)).append('\n');
    }
  }

  private void item(@Nullable Object item, int indent) {
    out.append(" ".repeat(indent)).append('-');
    if (item instanceof Map<?, ?> map && !map.isEmpty()) {
      out.append(' ');
      map(map, indent + 2, false);
    } else {
      value(item, indent);
    }
  }

  /** A list or map of a few scalars on one line; null for what needs more. */
  private static @Nullable String flow(@Nullable Object value) {
    if (value instanceof List<?> list && list.stream().noneMatch(TraceYaml::isNested)) {
      return "[" + String.join(", ", list.stream().map(TraceYaml::scalar).toList()) + "]";
    }
    return value instanceof Map<?, ?> map && map.isEmpty() ? "{}" : null;
  }

  private static boolean isNested(@Nullable Object value) {
    return value instanceof Map || value instanceof List;
  }

  private static String scalar(@Nullable Object value) {
    if (!(value instanceof String text)) {
      return JsonWriter.compact().write(value);
    }
    boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : printable(JsonWriter.compact().write(text));
  }

  /** JSON lets through signs that YAML takes for line ends or refuses. */
  private static String printable(String json) {
    StringBuilder safe = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean strange =
          (c >= '\u007f' && c <= '\u00a0') || c == '\u2028' || c == '\u2029' || c >= '\ufdd0';
      safe.append(strange ? "\\u%04x".formatted((int) c) : String.valueOf(c));
    }
    return safe.toString();
  }
}
