package se.byggsten.forms.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small parts of JSON Schemas, whose keys keep their order. */
final class Schema {
  private Schema() {}

  static Map<String, Object> of(Object... keysAndValues) {
    Map<String, Object> schema = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      schema.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return schema;
  }

  /** Editors show the one or the other. */
  static Map<String, Object> described(String key, Map<String, Object> schema) {
    Descriptions.of(key)
        .ifPresent(
            text -> {
              schema.put("description", text);
              schema.put("markdownDescription", text);
            });
    return schema;
  }

  static Map<String, Object> text() {
    return of("type", "string", "pattern", "\\S");
  }

  static Map<String, Object> anyText() {
    return of("type", "string");
  }

  static Map<String, Object> matching(String pattern) {
    return of("type", "string", "pattern", "^(?:" + pattern + ")$");
  }

  static Map<String, Object> integer(int least, int most) {
    return of("type", "integer", "minimum", least, "maximum", most);
  }

  static Map<String, Object> flag() {
    return of("type", "boolean");
  }

  static Map<String, Object> oneOf(List<String> words) {
    return of("enum", words);
  }

  static Map<String, Object> listOf(Object items) {
    return of("type", "array", "items", items);
  }

  static Map<String, Object> ref(String definition) {
    return of("$ref", "#/$defs/" + definition);
  }

  /** Only these keys, of which some must be there. */
  static Map<String, Object> map(Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema =
        of("type", "object", "additionalProperties", false, "properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }
}
