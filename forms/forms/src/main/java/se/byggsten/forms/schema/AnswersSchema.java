package se.byggsten.forms.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.byggsten.data.JsonWriter;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Route;
import se.byggsten.forms.spi.Trait;

/**
 * The JSON Schema (draft 2020-12) of the answers to a form.
 *
 * <p>There are two: of plain answers, a map with the value of each field by its id and for each
 * repeating group a list with such a map for each row; and of the document that goes with a
 * submission, see {@link se.byggsten.forms.render.FormDocuments#answersJson}. Only what must be
 * answered whatever else is answered is required; conditions, rules and warnings are judged by the
 * form itself.
 */
public final class AnswersSchema {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private final FormDefinition form;
  private final String language;
  private final boolean document;

  private AnswersSchema(FormDefinition form, String language, boolean document) {
    this.form = form;
    this.language = language;
    this.document = document;
  }

  /**
   * Returns the schema of plain answers.
   *
   * @param form the definition
   * @param language the language of its titles and descriptions, as a BCP 47 tag
   * @return the JSON, always the same for the same definition and language
   */
  public static String of(FormDefinition form, String language) {
    AnswersSchema answers = new AnswersSchema(form, language, false);
    Map<String, Object> schema = answers.head("answers");
    schema.putAll(answers.pages(form.pages(), ""));
    return JsonWriter.pretty().write(schema);
  }

  /**
   * Returns the schema of the document with the answers that goes with a submission.
   *
   * @param form the definition
   * @param language the language of its titles and descriptions, as a BCP 47 tag
   * @return the JSON, always the same for the same definition and language
   */
  public static String ofDocument(FormDefinition form, String language) {
    AnswersSchema answers = new AnswersSchema(form, language, true);
    Map<String, Object> schema = answers.head("document");
    Map<String, Object> reference =
        Schema.of(
            "id",
            Schema.of("const", form.id()),
            "version",
            Schema.of("const", form.version()),
            "sha256",
            Schema.of("const", form.sha256()));
    Map<String, Object> missing =
        Schema.map(
            Schema.of("field", Schema.anyText(), "constraint", Schema.anyText()),
            List.of("field", "constraint"));
    schema.putAll(
        Schema.map(
            Schema.of(
                "format",
                Schema.of("const", "byggsten-answers/3"),
                "form",
                Schema.map(reference, List.of("id", "version", "sha256")),
                "language",
                Schema.anyText(),
                "receivedAt",
                Schema.of("type", "string", "format", "date-time"),
                "answers",
                answers.pages(form.pages(), ""),
                "inputs",
                inputs(form),
                "missing",
                Schema.listOf(missing),
                "parties",
                Schema.listOf(parties()),
                "assisted",
                assisted()),
            List.of("format", "form", "language", "receivedAt", "answers")));
    return JsonWriter.pretty().write(schema);
  }

  private static Map<String, Object> inputs(FormDefinition form) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    form.inputs()
        .forEach(
            (name, type) ->
                inputs.put(
                    name,
                    switch (type) {
                      case TEXT -> Schema.anyText();
                      case NUMBER -> Schema.of("type", "number");
                      case DATE -> Schema.of("type", "string", "format", "date");
                      case YES_NO -> Schema.of("type", "boolean");
                      case TEXTS -> Schema.listOf(Schema.anyText());
                    }));
    return Schema.map(inputs, List.of());
  }

  private static Map<String, Object> parties() {
    return Schema.map(
        Schema.of(
            "party",
            Schema.anyText(),
            "state",
            Schema.anyText(),
            "person",
            Schema.anyText(),
            "name",
            Schema.anyText(),
            "at",
            Schema.of("type", "string", "format", "date-time"),
            "contentSha256",
            Schema.anyText()),
        List.of("party", "state"));
  }

  private static Map<String, Object> assisted() {
    return Schema.map(
        Schema.of(
            "official",
            Schema.anyText(),
            "officialName",
            Schema.anyText(),
            "identification",
            Schema.anyText(),
            "arrival",
            Schema.anyText(),
            "arrivedAt",
            Schema.of("type", "string", "format", "date-time")),
        List.of("official", "officialName", "identification", "arrival", "arrivedAt"));
  }

  private Map<String, Object> head(String kind) {
    Map<String, Object> schema =
        Schema.of(
            "$schema",
            DRAFT,
            "$id",
            "urn:byggsten:form:%s:%d:%s:%s"
                .formatted(form.id(), form.version(), form.sha256(), kind));
    title(schema, "form.title");
    return schema;
  }

  /** Of whom the pages of a group are says the page that the group stands on. */
  private Map<String, Object> pages(List<PageDefinition> pages, String around) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    Set<String> passable = passable(pages);
    for (PageDefinition page : pages) {
      String party = around.isEmpty() ? page.party() : around;
      boolean always = page.showIf().isEmpty() && party.isEmpty() && !passable.contains(page.id());
      for (FieldDefinition field : page.fields()) {
        if (!field.has(Trait.CONTENT)) {
          boolean given = required(field);
          // Somebody else's page may be shown and sent before they have answered it.
          properties.put(
              field.id(), document ? answer(field, given && party.isEmpty()) : field(field));
          if (always && given) {
            required.add(field.id());
          }
        }
      }
      page.group()
          .ifPresent(
              group -> {
                properties.put(group.id(), group(group, always, party));
                if (always && group.min() > 0) {
                  required.add(group.id());
                }
              });
    }
    return Schema.map(properties, required);
  }

  /** A page that some route leads past may never be shown. */
  private static Set<String> passable(List<PageDefinition> pages) {
    List<String> ids = pages.stream().map(PageDefinition::id).toList();
    Set<String> passable = new HashSet<>();
    for (int i = 0; i < pages.size(); i++) {
      for (Route route : pages.get(i).routes()) {
        passable.addAll(ids.subList(i + 1, ids.indexOf(route.to())));
      }
    }
    return passable;
  }

  private boolean required(FieldDefinition field) {
    return field.required()
        && field.isAsked()
        && field.showIf().isEmpty()
        && !(form.sendAnyway() && field.deferrable());
  }

  private Map<String, Object> group(GroupDefinition group, boolean always, String party) {
    Map<String, Object> schema = Schema.of("type", "array");
    title(schema, group.id() + ".one");
    if (always) {
      schema.put("minItems", group.min());
    }
    schema.put("maxItems", group.max());
    schema.put("items", pages(group.pages(), party));
    Map<String, Object> number = Schema.of("type", "integer", "minimum", 1);
    return document
        ? Schema.map(
            Schema.of("rows", schema, "numbers", Schema.listOf(number), "next", number),
            List.of("rows", "numbers", "next"))
        : schema;
  }

  /** The value with where it came from; a shown field without an answer has the value null. */
  private Map<String, Object> answer(FieldDefinition field, boolean given) {
    Map<String, Object> value =
        field.deferrable() && form.sendAnyway()
            ? Schema.of()
            : given
                ? value(field)
                : Schema.of("anyOf", List.of(value(field), Schema.of("type", "null")));
    Map<String, Object> prefilled =
        Schema.map(
            Schema.of(
                "source",
                Schema.anyText(),
                "at",
                Schema.of("type", "string", "format", "date-time"),
                "changed",
                Schema.flag(),
                "value",
                Schema.anyText(),
                "parts",
                Schema.of("type", "object", "additionalProperties", Schema.anyText())),
            List.of("source", "at", "changed"));
    Map<String, Object> schema = new LinkedHashMap<>();
    describe(schema, field);
    schema.putAll(
        Schema.map(
            Schema.of(
                "type",
                Schema.of("const", field.type().name()),
                "value",
                value,
                "written",
                Schema.listOf(Schema.anyText()),
                "prefilled",
                prefilled),
            List.of("type", "value")));
    return schema;
  }

  private Map<String, Object> field(FieldDefinition field) {
    Map<String, Object> schema = new LinkedHashMap<>();
    describe(schema, field);
    schema.putAll(value(field));
    return schema;
  }

  private static Map<String, Object> value(FieldDefinition field) {
    return field
        .type()
        .jsonSchema(
            field.settings(), field.options().stream().map(OptionDefinition::value).toList());
  }

  private void describe(Map<String, Object> schema, FieldDefinition field) {
    title(schema, field.id() + ".label");
    form.texts()
        .find(language, field.id() + ".hint")
        .ifPresent(hint -> schema.put("description", hint));
    if (field.has(Trait.CALCULATED)) {
      schema.put("readOnly", true);
    }
  }

  private void title(Map<String, Object> schema, String key) {
    form.texts().find(language, key).ifPresent(title -> schema.put("title", title));
  }
}
