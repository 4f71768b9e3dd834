package se.byggsten.web.component;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.byggsten.web.Attributes;
import se.byggsten.web.Html;

/** The options of a fixture; it remembers which of them were read. */
final class Options {
  private final Map<String, Object> values;
  private final Map<String, Object> seen = new LinkedHashMap<>();

  private Options(Map<String, Object> values) {
    this.values = values;
  }

  static Options parse(InputStream in) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(in)) {
      parser.nextToken();
      return (Options) read(parser);
    }
  }

  private static Object read(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        map.put(key, read(parser));
      }
      return new Options(map);
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(read(parser));
      }
      return list;
    }
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> "";
      default -> parser.getText();
    };
  }

  private Object get(String key) {
    Object value = values.get(key);
    if (value != null) {
      seen.put(key, value);
    }
    return value;
  }

  boolean has(String key) {
    Object value = get(key);
    return value != null && !value.equals(false) && !value.equals("");
  }

  /** Whether the option is there at all, false and empty too. */
  boolean said(String key) {
    return get(key) != null;
  }

  String text(String key) {
    Object value = get(key);
    return value == null ? null : value.toString();
  }

  String textOr(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  String classes() {
    return textOr("classes", "");
  }

  int number(String key, int otherwise) {
    return has(key) ? Integer.parseInt(text(key)) : otherwise;
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(get(key));
  }

  Boolean flagOrNull(String key) {
    return get(key) instanceof Boolean flag ? flag : null;
  }

  Options map(String key) {
    return get(key) instanceof Options options ? options : null;
  }

  Options mapOrEmpty(String key) {
    Options options = map(key);
    return options == null ? new Options(Map.of()) : options;
  }

  List<Options> list(String key) {
    List<Options> all = new ArrayList<>();
    if (get(key) instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Options options && !options.values.isEmpty()) {
          all.add(options);
        }
      }
    }
    return all;
  }

  List<String> texts(String key) {
    return get(key) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  List<List<Options>> rows(String key) {
    List<List<Options>> rows = new ArrayList<>();
    if (get(key) instanceof List<?> list) {
      for (Object row : list) {
        if (row instanceof List<?> cells) {
          rows.add(cells.stream().map(Options.class::cast).toList());
        }
      }
    }
    return rows;
  }

  /** Markup under one key or text under another; empty when neither is there. */
  Html content(String textKey, String htmlKey) {
    String text = text(textKey);
    if (has(htmlKey)) {
      return Html.trusted(text(htmlKey));
    }
    return text == null ? Html.EMPTY : Html.text(text);
  }

  Html content() {
    return content("text", "html");
  }

  Attributes attributes() {
    Options options = map("attributes");
    Attributes attributes = Attributes.NONE;
    if (options != null) {
      for (String name : options.values.keySet()) {
        attributes = attributes.and(name, options.text(name));
      }
    }
    return attributes;
  }

  Map<String, Object> all() {
    return values;
  }

  Block block() {
    return new Block(has("id") ? text("id") : null, classes(), attributes());
  }

  /** The options that nothing read, as paths. */
  Set<String> unread() {
    Set<String> unread = new TreeSet<>();
    values.forEach(
        (key, value) -> {
          if (!seen.containsKey(key)) {
            unread.add(key);
          } else {
            below(value).forEach(path -> unread.add(key + "." + path));
          }
        });
    return unread;
  }

  private static Set<String> below(Object value) {
    Set<String> paths = new TreeSet<>();
    if (value instanceof Options options) {
      paths.addAll(options.unread());
    } else if (value instanceof List<?> list) {
      list.forEach(item -> paths.addAll(below(item)));
    }
    return paths;
  }
}
