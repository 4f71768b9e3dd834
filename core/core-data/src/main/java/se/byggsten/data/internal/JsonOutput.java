package se.byggsten.data.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.data.DataNode;

/** Writes values to a Jackson generator. */
public final class JsonOutput {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DEEPEST = 200;

  private JsonOutput() {}

  /** Returns the JSON of a value. */
  public static String write(@Nullable Object value, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      if (pretty) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
            new DefaultPrettyPrinter(
                Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        json.setPrettyPrinter(printer);
      }
      value(json, value, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pretty ? text.append('\n').toString() : text.toString();
  }

  private static void value(JsonGenerator json, @Nullable Object value, int depth)
      throws IOException {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("The value is nested too deep, or holds itself");
    }
    if (value == null) {
      json.writeNull();
    } else if (value instanceof DataNode node) {
      value(json, plain(node), depth);
    } else if (value instanceof CharSequence text) {
      json.writeString(wellFormed(text.toString()));
    } else if (value instanceof Boolean bool) {
      json.writeBoolean(bool);
    } else if (value instanceof Number number) {
      number(json, number);
    } else if (value instanceof Map<?, ?> map) {
      map(json, map, depth);
    } else if (value instanceof Iterable<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        value(json, item, depth + 1);
      }
      json.writeEndArray();
    } else {
      throw new IllegalArgumentException("No JSON for a value of " + value.getClass());
    }
  }

  private static @Nullable Object plain(DataNode node) {
    if (node instanceof DataNode.Text text) {
      return text.value();
    } else if (node instanceof DataNode.Numeric number) {
      return number.value();
    } else if (node instanceof DataNode.Bool bool) {
      return bool.value();
    } else if (node instanceof DataNode.Items items) {
      return items.values();
    } else if (node instanceof DataNode.Fields fields) {
      return new LinkedHashMap<>(fields.values());
    }
    return null;
  }

  private static void number(JsonGenerator json, Number number) throws IOException {
    if (number instanceof BigDecimal decimal) {
      json.writeNumber(decimal);
    } else if (number instanceof BigInteger whole) {
      json.writeNumber(whole);
    } else if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("JSON has no infinite number");
      }
      json.writeNumber(value);
    } else {
      json.writeNumber(number.longValue());
    }
  }

  private static void map(JsonGenerator json, Map<?, ?> map, int depth) throws IOException {
    boolean ordered = map instanceof LinkedHashMap || map instanceof SortedMap;
    Map<String, @Nullable Object> byKey = ordered ? new LinkedHashMap<>() : new TreeMap<>();
    map.forEach((key, value) -> byKey.put(String.valueOf(key), value));
    json.writeStartObject();
    for (Map.Entry<String, @Nullable Object> entry : byKey.entrySet()) {
      json.writeFieldName(wellFormed(entry.getKey()));
      value(json, entry.getValue(), depth + 1);
    }
    json.writeEndObject();
  }

  private static String wellFormed(String text) {
    StringBuilder fixed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else {
        fixed = fixed == null ? new StringBuilder(text) : fixed;
        fixed.setCharAt(i, '\uFFFD');
      }
    }
    return fixed == null ? text : fixed.toString();
  }
}
