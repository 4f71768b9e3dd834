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
    data.put("draftDays", form.draftDays());
    data.put("drafts", form.drafts());
    data.put("sendAnyway", form.sendAnyway());
    if (form.validateOn() != ValidateOn.PAGE) {
      // Only where it is set, so that the hash of a form without it is what it has always been.
      data.put("validateOn", form.validateOn().name().toLowerCase(Locale.ROOT));
    }
    data.put("plainLanguage", form.plainLanguage());
    Map<String, Object> inputs = new LinkedHashMap<>();
    form.inputs().forEach((name, type) -> inputs.put(name, type.yamlName()));
    data.put("inputs", inputs);
    data.put("parties", form.parties().stream().map(DefinitionData::party).toList());
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
    page.group().ifPresent(group -> data.put("group", group(group)));
    data.put(
        "routes",
        page.routes().stream()
            .map(route -> ordered("when", route.when(), "to", route.to()))
            .toList());
    data.put("party", page.party());
    return data;
  }

  private static Map<String, Object> group(GroupDefinition group) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", group.id());
    data.put("min", group.min());
    data.put("max", group.max());
    data.put("prefill", group.prefill());
    data.put("pages", group.pages().stream().map(DefinitionData::page).toList());
    return data;
  }

  private static Map<String, Object> party(PartyDefinition party) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", party.id());
    data.put("identifier", party.identifier());
    data.put("showIf", party.showIf());
    data.put("task", party.task().name().toLowerCase(Locale.ROOT));
    return data;
  }

  private static Map<String, Object> ordered(
      String first, Object one, String second, Object other) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(first, one);
    data.put(second, other);
    return data;
  }

  private static Map<String, Object> field(FieldDefinition field) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", field.id());
    data.put("type", field.type().name());
    data.put("required", field.required());
    data.put("deferrable", field.deferrable());
    data.put("showIf", field.showIf());
    data.put("requiredIf", field.requiredIf());
    data.put("value", field.value().written());
    data.put(
        "constraints",
        field.constraints().stream().map(rule -> Map.of(rule.name(), rule.parameters())).toList());
    data.put(
        "options",
        field.options().stream()
            .map(option -> ordered("value", option.value(), "showIf", option.showIf()))
            .toList());
    data.put(
        "warnings",
        field.warnings().stream()
            .map(warning -> ordered("id", warning.id(), "when", warning.when()))
            .toList());
    data.put("autocomplete", field.autocomplete());
    field
        .prefill()
        .ifPresent(p -> data.put("prefill", ordered("source", p.source(), "locked", p.locked())));
    data.put("width", field.width().name().toLowerCase(Locale.ROOT));
    data.put("settings", field.settings().all());
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
    if (!facts.classification().isEmpty()) {
      // As above.
      data.put("classification", facts.classification());
    }
    return data;
  }
}
