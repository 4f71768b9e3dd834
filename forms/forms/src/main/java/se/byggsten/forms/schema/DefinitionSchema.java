package se.byggsten.forms.schema;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.text.PlainLanguage;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.InputType;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.ValidateOn;
import se.byggsten.forms.internal.source.Keys;
import se.byggsten.forms.source.FormCatalog;

/**
 * The JSON Schema (draft 2020-12) of definitions in YAML, made from what the catalogue holds.
 *
 * <p>It is for editors, which complete and explain keys by it; the reader itself judges more, such
 * as that ids are not used twice. It uses nothing that draft-07 lacks but {@code $defs}. For the
 * built-in catalogue it lies in {@code docs/forms.schema.json}; name it on the first line of a
 * form:
 *
 * <pre>{@code
 * # yaml-language-server: $schema=forms.schema.json
 * }</pre>
 */
public final class DefinitionSchema {
  private static final String NAME = "[a-z][A-Za-z0-9]{0,39}";
  private static final String ID = "[a-z][a-z0-9-]{0,39}";

  private DefinitionSchema() {}

  /**
   * Returns the schema.
   *
   * @param catalog the kinds of fields and the constraints
   * @return the JSON, always the same for the same catalogue
   */
  public static String of(FormCatalog catalog) {
    Map<String, Object> schema =
        Schema.of(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "$id",
            "urn:byggsten:forms:" + Keys.FORMAT,
            "title",
            "Byggsten form");
    schema.putAll(form());
    schema.put("$defs", definitions(catalog));
    return JsonWriter.pretty().write(schema);
  }

  private static Map<String, Object> form() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("form", Schema.described("form", Schema.of("const", Keys.FORMAT)));
    put(properties, "form", "id", Schema.matching(ID));
    put(properties, "form", "version", Schema.integer(1, 1_000_000));
    Map<String, Object> languages =
        Schema.listOf(Schema.matching("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"));
    languages.put("minItems", 1);
    put(properties, "form", "languages", languages);
    put(properties, "form", "facts", facts(Keys.FORM_FACTS));
    put(properties, "form", "classification", Schema.text());
    Map<String, Object> days = Schema.integer(1, 366);
    days.put("default", 7);
    put(properties, "form", "draft-days", days);
    Map<String, Object> drafts = Schema.integer(1, 20);
    drafts.put("default", 1);
    put(properties, "form", "drafts", drafts);
    put(properties, "form", "send-anyway", Schema.flag());
    put(properties, "form", "validate-on", Schema.oneOf(words(ValidateOn.values())));
    put(
        properties,
        "form",
        "plain-language",
        Schema.of(
            "type",
            "object",
            "properties",
            plainLanguage(),
            "patternProperties",
            Schema.of("^(?!lix$|off$)[a-z]{2,3}$", Schema.map(plainLanguage(), List.of())),
            "additionalProperties",
            false));
    put(
        properties,
        "form",
        "inputs",
        Schema.of(
            "type",
            "object",
            "propertyNames",
            Schema.ref("name"),
            "additionalProperties",
            Schema.oneOf(words(InputType.values()))));
    put(properties, "form", "parties", Schema.listOf(Schema.ref("party")));
    Map<String, Object> pages = Schema.listOf(Schema.ref("page"));
    pages.put("minItems", 1);
    put(properties, "form", "pages", pages);
    return Schema.map(properties, List.of("form", "id", "version", "languages", "pages"));
  }

  private static Map<String, Object> plainLanguage() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("rules", Schema.of("const", 1));
    for (String number :
        List.of(
            "lix",
            "sentence-words",
            "word-letters",
            "label-characters",
            "hint-characters",
            "error-characters",
            "passive-percent",
            "nominalisations")) {
      settings.put(number, Schema.integer(0, 10_000));
    }
    settings.put(
        "off",
        Schema.listOf(
            Schema.oneOf(PlainLanguage.rules().stream().map(rule -> rule.id().value()).toList())));
    settings.put("words", Schema.listOf(Schema.text()));
    return settings;
  }

  private static Map<String, Object> definitions(FormCatalog catalog) {
    return Schema.of(
        "name",
        Schema.matching(NAME),
        "party",
        party(),
        "page",
        page(),
        "route",
        map("route", Schema.of("if", Schema.text(), "to", Schema.matching(ID)), "to"),
        "group",
        group(),
        "field",
        new FieldSchema(catalog.types()).schema(),
        "constraint",
        ConstraintSchema.schema(catalog.constraints()),
        "row",
        row(),
        "option",
        option(),
        "warning",
        map("warning", Schema.of("id", Schema.ref("name"), "if", Schema.text()), "id", "if"),
        "prefill",
        map("prefill", Schema.of("source", Schema.text(), "locked", Schema.flag()), "source"),
        "facts",
        facts(Keys.FACTS));
  }

  private static Map<String, Object> party() {
    return map(
        "party",
        Schema.of(
            "id",
            Schema.ref("name"),
            "identifier",
            Schema.ref("name"),
            "show-if",
            Schema.text(),
            "task",
            Schema.oneOf(words(PartyDefinition.Task.values()))),
        "id",
        "identifier");
  }

  private static Map<String, Object> page() {
    Map<String, Object> kinds = Schema.oneOf(words(PageKind.values()));
    kinds.put(
        "markdownEnumDescriptions",
        words(PageKind.values()).stream()
            .map(kind -> Descriptions.of("kind." + kind).orElse(""))
            .toList());
    kinds.put("default", Keys.of(PageKind.QUESTIONS));
    Map<String, Object> schema =
        map(
            "page",
            Schema.of(
                "id",
                Schema.matching(ID),
                "kind",
                kinds,
                "show-if",
                Schema.text(),
                "party",
                Schema.ref("name"),
                "routes",
                Schema.listOf(Schema.ref("route")),
                "fields",
                Schema.listOf(Schema.ref("field")),
                "group",
                Schema.ref("group")),
            "id");
    Map<String, Object> asks = Schema.of("fields", Schema.of("minItems", 1), "group", false);
    Map<String, Object> silent = Schema.of("fields", Schema.of("maxItems", 0), "group", false);
    Map<String, Object> repeats = Schema.of("fields", Schema.of("maxItems", 0));
    schema.put(
        "allOf",
        List.of(
            when(kinds(true), asks, "fields"),
            when(List.of(Keys.of(PageKind.REPEAT)), repeats, "group"),
            when(List.of(Keys.of(PageKind.EXIT)), silent, "show-if"),
            when(kinds(false), silent)));
    return schema;
  }

  /** Kinds with questions; or those without, which are neither rows nor ways out. */
  private static List<String> kinds(boolean fields) {
    return Arrays.stream(PageKind.values())
        .filter(kind -> kind != PageKind.REPEAT && kind != PageKind.EXIT)
        .filter(kind -> kind.hasFields() == fields)
        .map(Keys::of)
        .toList();
  }

  private static Map<String, Object> when(
      List<String> kinds, Map<String, Object> properties, String... required) {
    Map<String, Object> condition = Schema.of("properties", Schema.of("kind", Schema.oneOf(kinds)));
    if (!kinds.contains(Keys.of(PageKind.QUESTIONS))) {
      condition.put("required", List.of("kind"));
    }
    Map<String, Object> then = Schema.of("properties", properties);
    if (required.length > 0) {
      then.put("required", List.of(required));
    }
    return Schema.of("if", condition, "then", then);
  }

  private static Map<String, Object> group() {
    Map<String, Object> pages = Schema.listOf(Schema.ref("page"));
    pages.put("minItems", 1);
    return map(
        "group",
        Schema.of(
            "id",
            Schema.ref("name"),
            "min",
            Schema.integer(0, GroupDefinition.MOST),
            "max",
            Schema.integer(1, GroupDefinition.MOST),
            "prefill",
            Schema.text(),
            "pages",
            pages),
        "id",
        "max",
        "pages");
  }

  private static Map<String, Object> row() {
    Map<String, Object> cell = Schema.text();
    cell.put("type", List.of("string", "number", "boolean"));
    Map<String, Object> schema = map("row", Schema.of("if", cell, "then", cell, "else", cell));
    schema.put(
        "anyOf",
        List.of(
            Schema.of("required", List.of("if", "then"), "properties", Schema.of("else", false)),
            Schema.of("required", List.of("else"), "maxProperties", 1)));
    return schema;
  }

  private static Map<String, Object> option() {
    Map<String, Object> value = Schema.matching("[A-Za-z0-9][A-Za-z0-9-]{0,59}");
    Map<String, Object> map =
        map("option", Schema.of("value", value, "show-if", Schema.text()), "value");
    return Schema.described("option", Schema.of("title", "Option", "anyOf", List.of(value, map)));
  }

  private static Map<String, Object> facts(List<String> keys) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String key : keys) {
      facts.put(
          key,
          switch (key) {
            case "personal-data" -> Schema.oneOf(words(PersonalData.values()));
            case "retention" -> Schema.matching("preserve|dispose P[0-9YMWD]+");
            default -> Schema.text();
          });
    }
    return map("facts", facts);
  }

  /** A map whose keys are explained under its name. */
  private static Map<String, Object> map(
      String name, Map<String, Object> properties, String... required) {
    Map<String, Object> described = new LinkedHashMap<>();
    properties.forEach(
        (key, value) -> {
          Map<String, Object> copy = new LinkedHashMap<>();
          if (value instanceof Map<?, ?> schema) {
            schema.forEach((k, v) -> copy.put(String.valueOf(k), v));
          }
          described.put(key, Schema.described(name + "." + key, copy));
        });
    Map<String, Object> schema = Schema.map(described, List.of(required));
    return Schema.described(name, schema);
  }

  private static void put(
      Map<String, Object> properties, String name, String key, Map<String, Object> schema) {
    properties.put(key, Schema.described(name + "." + key, schema));
  }

  private static List<String> words(Enum<?>... constants) {
    return Arrays.stream(constants).map(Keys::of).toList();
  }
}
