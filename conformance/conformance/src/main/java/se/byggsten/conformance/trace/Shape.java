package se.byggsten.conformance.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;

/**
 * What a part of a trace looks like: from it the file is checked and the JSON Schema written, so
 * that the two cannot differ.
 */
sealed interface Shape {
  /** Refuses what is not of the shape, with its line and column. */
  void check(DataView view);

  /** The JSON Schema (2020-12) of the shape. */
  Map<String, Object> schema();

  /** Data as maps, lists, texts, numbers and booleans. */
  static @Nullable Object plain(DataNode node) {
    if (node instanceof DataNode.Text text) {
      return text.value();
    } else if (node instanceof DataNode.Numeric number) {
      return number.value();
    } else if (node instanceof DataNode.Bool bool) {
      return bool.value();
    } else if (node instanceof DataNode.Items items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.values().forEach(value -> list.add(plain(value)));
      return list;
    } else if (node instanceof DataNode.Fields fields) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      fields.values().forEach((key, value) -> map.put(key, plain(value)));
      return map;
    }
    return null;
  }

  /** A map that keeps its order, of keys each with its value. */
  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
    }
    return map;
  }

  /** A text that fits a pattern, or any text when there is none. */
  record Text(int most, @Nullable String pattern, String meant) implements Shape {
    static Text any(int most) {
      return new Text(most, null, "");
    }

    @Override
    public void check(DataView view) {
      String text = view.exact(most);
      if (pattern != null && !Pattern.compile(pattern).matcher(text).matches()) {
        throw view.problem(DataException.BAD_VALUE, "must be " + meant);
      }
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> schema = ordered("type", "string");
      if (pattern == null) {
        schema.put("maxLength", most);
      } else {
        schema.put("pattern", "^(?:" + pattern + ")$");
      }
      return schema;
    }
  }

  /** One of some words. */
  record Word(List<String> words) implements Shape {
    @Override
    public void check(DataView view) {
      view.oneOf(words);
    }

    @Override
    public Map<String, Object> schema() {
      return ordered("enum", words);
    }
  }

  /** A whole number. */
  record Whole(int least, int most) implements Shape {
    @Override
    public void check(DataView view) {
      view.integer(least, most);
    }

    @Override
    public Map<String, Object> schema() {
      return ordered("type", "integer", "minimum", least, "maximum", most);
    }
  }

  /** True or false. */
  record Flag() implements Shape {
    @Override
    public void check(DataView view) {
      view.bool();
    }

    @Override
    public Map<String, Object> schema() {
      return ordered("type", "boolean");
    }
  }

  /** Any data. */
  record Anything() implements Shape {
    @Override
    public void check(DataView view) {
      // Whatever the reader of the file lets through.
    }

    @Override
    public Map<String, Object> schema() {
      return ordered();
    }
  }

  /** A list. */
  record Items(Shape each, int most) implements Shape {
    @Override
    public void check(DataView view) {
      List<DataView> list = view.list();
      if (list.size() > most) {
        throw view.problem(DataException.BAD_VALUE, "must be at most " + most + " of them");
      }
      list.forEach(each::check);
    }

    @Override
    public Map<String, Object> schema() {
      return ordered("type", "array", "items", each.schema(), "maxItems", most);
    }
  }

  /** One of it, or a list. */
  record OneOrMore(Text each) implements Shape {
    @Override
    public void check(DataView view) {
      if (view.isList()) {
        view.list().forEach(each::check);
      } else {
        each.check(view);
      }
    }

    @Override
    public Map<String, Object> schema() {
      return ordered("anyOf", List.of(each.schema(), new Items(each, 1_000).schema()));
    }
  }

  /** A map whose keys are names of the form. */
  record Named(Shape each) implements Shape {
    @Override
    public void check(DataView view) {
      view.entries().values().forEach(each::check);
    }

    @Override
    public Map<String, Object> schema() {
      return ordered("type", "object", "additionalProperties", each.schema());
    }
  }

  /** A key of a map. */
  record Key(String name, Shape shape, boolean required, String about) {}

  /** A map whose keys are known. */
  record Keys(List<Key> keys) implements Shape {
    /** The first keys of a new map. */
    static Keys none() {
      return new Keys(List.of());
    }

    Keys must(String name, Shape shape, String about) {
      return and(new Key(name, shape, true, about));
    }

    Keys may(String name, Shape shape, String about) {
      return and(new Key(name, shape, false, about));
    }

    private Keys and(Key key) {
      List<Key> more = new ArrayList<>(keys);
      more.add(key);
      return new Keys(List.copyOf(more));
    }

    @Override
    public void check(DataView view) {
      view.onlyKeys(keys.stream().map(Key::name).toArray(String[]::new));
      for (Key key : keys) {
        if (key.required()) {
          key.shape().check(view.required(key.name()));
        } else {
          view.optional(key.name()).ifPresent(key.shape()::check);
        }
      }
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> properties = new LinkedHashMap<>();
      for (Key key : keys) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", key.about());
        property.putAll(key.shape().schema());
        properties.put(key.name(), property);
      }
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "object");
      schema.put("properties", properties);
      List<String> required = keys.stream().filter(Key::required).map(Key::name).toList();
      if (!required.isEmpty()) {
        schema.put("required", required);
      }
      schema.put("additionalProperties", false);
      return schema;
    }
  }
}
