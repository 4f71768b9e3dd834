package se.byggsten.forms;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Turns a definition into the data whose JSON is canonical; the order of keys is fixed here. */
final class DefinitionData {
  private DefinitionData() {}

  static Map<String, Object> of(FormDefinition form) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("form", 1);
    data.put("id", form.id());
    data.put("version", form.version());
    data.put("languages", form.languages());
    data.put("facts", facts(form.facts()));
    data.put("classification", form.classification());
    data.put("pages", form.pages().stream().map(DefinitionData::page).toList());
    data.put("texts", form.texts().all());
    return data;
  }

  private static Map<String, Object> page(PageDefinition page) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", page.id());
    data.put("kind", page.kind().name().toLowerCase(Locale.ROOT));
    data.put("showIf", page.showIf());
    data.put("fields", page.fields().stream().map(DefinitionData::field).toList());
    return data;
  }

  private static Map<String, Object> field(FieldDefinition field) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", field.id());
    data.put("type", field.type().yamlName());
    data.put("required", field.required());
    data.put("showIf", field.showIf());
    data.put("requiredIf", field.requiredIf());
    data.put(
        "constraints",
        field.constraints().stream().map(rule -> Map.of(rule.name(), rule.parameters())).toList());
    data.put(
        "options",
        field.options().stream()
            .map(option -> Map.of("value", option.value(), "showIf", option.showIf()))
            .toList());
    data.put("autocomplete", field.autocomplete());
    field
        .prefill()
        .ifPresent(p -> data.put("prefill", Map.of("source", p.source(), "locked", p.locked())));
    data.put("width", field.width().name().toLowerCase(Locale.ROOT));
    data.put("facts", facts(field.facts()));
    return data;
  }

  private static Map<String, Object> facts(DataFacts facts) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("purpose", facts.purpose());
    data.put("legalBasis", facts.legalBasis());
    data.put("personalData", facts.personalData().name().toLowerCase(Locale.ROOT));
    data.put("secrecy", facts.secrecy());
    data.put("retention", facts.retention());
    return data;
  }
}
