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
 * <p>Answers are a map with the value of each field by its id, and for each repeating group a list
 * with such a map for each row. Only what must be answered whatever else is answered is required;
 * conditions, rules and warnings are judged by the form itself.
 */
public final class AnswersSchema {
  private final FormDefinition form;
  private final String language;

  private AnswersSchema(FormDefinition form, String language) {
    this.form = form;
    this.language = language;
  }

  /**
   * Returns the schema as JSON.
   *
   * @param form the definition
   * @param language the language of its titles and descriptions, as a BCP 47 tag
   * @return the JSON, always the same for the same definition and language
   */
  public static String of(FormDefinition form, String language) {
    return JsonWriter.pretty().write(data(form, language));
  }

  /**
   * Returns the schema as data, to be put into a larger schema.
   *
   * @param form the definition
   * @param language the language of its titles and descriptions, as a BCP 47 tag
   * @return the schema with its keys in order
   */
  public static Map<String, Object> data(FormDefinition form, String language) {
    Map<String, Object> schema =
        Schema.of(
            "$schema",
            "https://json-schema.org/draft/2020-12/schema",
            "$id",
            "urn:byggsten:form:" + form.id() + ":" + form.version() + ":" + form.sha256());
    AnswersSchema answers = new AnswersSchema(form, language);
    answers.title(schema, "form.title");
    schema.putAll(answers.pages(form.pages()));
    return schema;
  }

  private Map<String, Object> pages(List<PageDefinition> pages) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    Set<String> passable = passable(pages);
    for (PageDefinition page : pages) {
      boolean always =
          page.showIf().isEmpty() && page.party().isEmpty() && !passable.contains(page.id());
      for (FieldDefinition field : page.fields()) {
        if (!field.has(Trait.CONTENT)) {
          properties.put(field.id(), field(field));
          if (always && required(field)) {
            required.add(field.id());
          }
        }
      }
      page.group()
          .ifPresent(
              group -> {
                properties.put(group.id(), group(group, always));
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

  private Map<String, Object> group(GroupDefinition group, boolean always) {
    Map<String, Object> schema = Schema.of("type", "array");
    title(schema, group.id() + ".one");
    if (always) {
      schema.put("minItems", group.min());
    }
    schema.put("maxItems", group.max());
    schema.put("items", pages(group.pages()));
    return schema;
  }

  private Map<String, Object> field(FieldDefinition field) {
    Map<String, Object> schema = new LinkedHashMap<>();
    title(schema, field.id() + ".label");
    form.texts()
        .find(language, field.id() + ".hint")
        .ifPresent(hint -> schema.put("description", hint));
    if (field.has(Trait.CALCULATED)) {
      schema.put("readOnly", true);
    }
    schema.putAll(
        field
            .type()
            .jsonSchema(
                field.settings(), field.options().stream().map(OptionDefinition::value).toList()));
    return schema;
  }

  private void title(Map<String, Object> schema, String key) {
    form.texts().find(language, key).ifPresent(title -> schema.put("title", title));
  }
}
