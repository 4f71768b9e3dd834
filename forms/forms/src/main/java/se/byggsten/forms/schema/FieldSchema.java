package se.byggsten.forms.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.internal.source.Keys;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.SettingKind;
import se.byggsten.forms.spi.Trait;
import se.byggsten.forms.type.FieldTypes;

/**
 * The schema of a field.
 *
 * <p>Every setting is a property of every field, so that editors of older drafts of JSON Schema
 * complete it, and each kind of field then refuses the settings that it does not have.
 */
final class FieldSchema {
  private final List<FieldType> types;
  private final Map<String, TreeSet<SettingKind>> settings = new TreeMap<>();

  FieldSchema(FieldTypes catalogue) {
    types = catalogue.names().stream().flatMap(name -> catalogue.find(name).stream()).toList();
    for (FieldType type : types) {
      type.settings()
          .forEach(
              (name, kind) ->
                  settings.computeIfAbsent(Keys.kebab(name), n -> new TreeSet<>()).add(kind));
    }
  }

  Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("id", Schema.described("field.id", Schema.ref("name")));
    properties.put("type", type());
    properties.put("required", described("required", Schema.flag()));
    properties.put("deferrable", described("deferrable", Schema.flag()));
    properties.put("show-if", described("show-if", Schema.text()));
    properties.put("required-if", described("required-if", Schema.text()));
    properties.put("value", described("value", value()));
    properties.put("constraints", described("constraints", listOf("constraint")));
    properties.put("options", described("options", listOf("option")));
    properties.put("warnings", described("warnings", listOf("warning")));
    properties.put("autocomplete", described("autocomplete", Schema.text()));
    properties.put("prefill", described("prefill", Schema.ref("prefill")));
    properties.put(
        "width",
        described(
            "width", Schema.oneOf(Arrays.stream(FieldWidth.values()).map(Keys::of).toList())));
    properties.put("facts", described("facts", Schema.ref("facts")));
    settings.forEach((name, kinds) -> properties.put(name, setting(name, kinds)));
    Map<String, Object> schema = Schema.map(properties, List.of("id", "type"));
    schema.put("allOf", types.stream().map(this::only).toList());
    schema.put("title", "Field");
    schema.put(
        "defaultSnippets",
        List.of(
            Schema.of(
                "label",
                "text field",
                "body",
                Schema.of("id", "${1:id}", "type", "${2:text}", "required", true))));
    return Schema.described("field", schema);
  }

  private static Map<String, Object> value() {
    Map<String, Object> rows = listOf("row");
    rows.put("minItems", 1);
    return Schema.of("anyOf", List.of(Schema.text(), rows));
  }

  private static Map<String, Object> listOf(String definition) {
    return Schema.listOf(Schema.ref(definition));
  }

  private static Map<String, Object> described(String key, Map<String, Object> schema) {
    return Schema.described("field." + key, schema);
  }

  private Map<String, Object> type() {
    Map<String, Object> schema = Schema.oneOf(types.stream().map(FieldType::name).toList());
    schema.put(
        "markdownEnumDescriptions",
        types.stream().map(type -> Descriptions.of("type." + type.name()).orElse("")).toList());
    return described("type", schema);
  }

  private static Map<String, Object> setting(String name, java.util.SortedSet<SettingKind> kinds) {
    Map<String, Object> schema =
        kinds.size() == 1
            ? kind(kinds.first())
            : Schema.of("anyOf", kinds.stream().map(FieldSchema::kind).toList());
    return Schema.described("setting." + name, schema);
  }

  private static Map<String, Object> kind(SettingKind kind) {
    return switch (kind) {
      case TEXT -> Schema.anyText();
      case NUMBER -> Schema.of("type", "number");
      case FLAG -> Schema.flag();
      case TEXTS -> Schema.listOf(Schema.anyText());
    };
  }

  /** What a field of one kind must have and must not have. */
  private Map<String, Object> only(FieldType type) {
    Map<String, Object> properties = new TreeMap<>();
    Map<String, SettingKind> own = new TreeMap<>();
    type.settings().forEach((name, kind) -> own.put(Keys.kebab(name), kind));
    for (Map.Entry<String, TreeSet<SettingKind>> setting : settings.entrySet()) {
      SettingKind kind = own.get(setting.getKey());
      if (kind == null) {
        properties.put(setting.getKey(), false);
      } else if (setting.getValue().size() > 1) {
        properties.put(setting.getKey(), kind(kind));
      }
    }
    List<String> required = new ArrayList<>();
    if (type.traits().contains(Trait.OPTIONS)) {
      required.add("options");
      properties.put("options", Schema.of("minItems", 1));
    } else {
      properties.put("options", Schema.of("maxItems", 0));
    }
    if (type.traits().contains(Trait.CALCULATED)) {
      required.add("value");
    } else {
      properties.put("value", false);
    }
    Map<String, Object> then = Schema.of("properties", properties);
    if (!required.isEmpty()) {
      then.put("required", required);
    }
    return Schema.of(
        "if",
        Schema.of(
            "properties",
            Schema.of("type", Schema.of("const", type.name())),
            "required",
            List.of("type")),
        "then",
        then);
  }
}
