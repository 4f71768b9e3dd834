package se.byggsten.forms.internal.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.Route;
import se.byggsten.forms.ValidateOn;
import se.byggsten.forms.constraint.ConstraintRule;

/** Turns a definition into the data that {@link YamlSource} reads; defaults are left out. */
public final class DefinitionOutput {
  private final Map<String, Object> data = new LinkedHashMap<>();

  private DefinitionOutput() {}

  /**
   * Returns the data.
   *
   * @param form the definition
   * @return maps, lists, texts, numbers and flags by key
   * @throws FormException {@link FormException#CONSTRAINT} when a constraint is in no catalogue
   */
  public static Map<String, Object> of(FormDefinition form) {
    DefinitionOutput output = new DefinitionOutput();
    output.data.put("form", Keys.FORMAT);
    output.data.put("id", form.id());
    output.data.put("version", form.version());
    output.data.put("languages", form.languages());
    output.put("facts", facts(form.facts()));
    output.put("classification", form.classification());
    if (form.draftDays() != 7) {
      output.data.put("draft-days", form.draftDays());
    }
    if (form.drafts() != 1) {
      output.data.put("drafts", form.drafts());
    }
    output.put("send-anyway", form.sendAnyway());
    if (form.validateOn() != ValidateOn.PAGE) {
      output.data.put("validate-on", Keys.of(form.validateOn()));
    }
    output.put("plain-language", form.plainLanguage());
    Map<String, Object> inputs = new LinkedHashMap<>();
    form.inputs().forEach((name, type) -> inputs.put(name, type.yamlName()));
    output.put("inputs", inputs);
    output.put("parties", form.parties().stream().map(DefinitionOutput::party).toList());
    output.put("pages", form.pages().stream().map(DefinitionOutput::page).toList());
    return output.data;
  }

  /** Leaves out what says nothing. */
  private void put(String key, Object value) {
    boolean nothing =
        value.equals("")
            || value.equals(false)
            || (value instanceof Map<?, ?> map && map.isEmpty())
            || (value instanceof List<?> list && list.isEmpty());
    if (!nothing) {
      data.put(key, value);
    }
  }

  private static Map<String, Object> party(PartyDefinition party) {
    DefinitionOutput output = new DefinitionOutput();
    output.data.put("id", party.id());
    output.data.put("identifier", party.identifier());
    output.put("show-if", party.showIf());
    output.data.put("task", Keys.of(party.task()));
    return output.data;
  }

  private static Map<String, Object> page(PageDefinition page) {
    DefinitionOutput output = new DefinitionOutput();
    output.data.put("id", page.id());
    if (page.kind() != PageKind.QUESTIONS) {
      output.data.put("kind", Keys.of(page.kind()));
    }
    output.put("show-if", page.showIf());
    output.put("party", page.party());
    output.put("routes", page.routes().stream().map(DefinitionOutput::route).toList());
    output.put("fields", page.fields().stream().map(DefinitionOutput::field).toList());
    page.group().ifPresent(group -> output.data.put("group", group(group)));
    return output.data;
  }

  private static Map<String, Object> route(Route route) {
    DefinitionOutput output = new DefinitionOutput();
    output.put("if", route.when());
    output.data.put("to", route.to());
    return output.data;
  }

  private static Map<String, Object> group(GroupDefinition group) {
    DefinitionOutput output = new DefinitionOutput();
    output.data.put("id", group.id());
    if (group.min() != 0) {
      output.data.put("min", group.min());
    }
    output.data.put("max", group.max());
    output.put("prefill", group.prefill());
    output.put("pages", group.pages().stream().map(DefinitionOutput::page).toList());
    return output.data;
  }

  private static Map<String, Object> field(FieldDefinition field) {
    DefinitionOutput output = new DefinitionOutput();
    output.data.put("id", field.id());
    output.data.put("type", field.type().name());
    output.put("required", field.required());
    output.put("deferrable", field.deferrable());
    output.put("show-if", field.showIf());
    output.put("required-if", field.requiredIf());
    output.put("value", field.value().written());
    field.settings().all().forEach((name, value) -> output.data.put(Keys.kebab(name), value));
    output.put("constraints", field.constraints().stream().map(DefinitionOutput::rule).toList());
    output.put("options", field.options().stream().map(DefinitionOutput::option).toList());
    output.put(
        "warnings",
        field.warnings().stream()
            .map(warning -> ordered("id", warning.id(), "if", warning.when()))
            .toList());
    output.put("autocomplete", field.autocomplete());
    field
        .prefill()
        .ifPresent(
            prefill -> {
              DefinitionOutput inner = new DefinitionOutput();
              inner.data.put("source", prefill.source());
              inner.put("locked", prefill.locked());
              output.data.put("prefill", inner.data);
            });
    if (field.width() != FieldWidth.FULL) {
      output.data.put("width", Keys.of(field.width()));
    }
    output.put("facts", facts(field.facts()));
    return output.data;
  }

  private static Object rule(ConstraintRule rule) {
    if (rule.name().indexOf('.') >= 0) {
      throw new FormException(
          FormException.CONSTRAINT, "Add the constraint " + rule.name() + " to the catalogue");
    }
    if (rule.parameters().isEmpty()) {
      return Keys.kebab(rule.name());
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    rule.parameters().forEach((name, value) -> parameters.put(Keys.kebab(name), value));
    return Map.of(Keys.kebab(rule.name()), parameters);
  }

  private static Object option(OptionDefinition option) {
    return option.showIf().isEmpty()
        ? option.value()
        : ordered("value", option.value(), "show-if", option.showIf());
  }

  private static Map<String, Object> ordered(
      String first, Object one, String second, Object other) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(first, one);
    data.put(second, other);
    return data;
  }

  private static Map<String, Object> facts(DataFacts facts) {
    DefinitionOutput output = new DefinitionOutput();
    output.put("purpose", facts.purpose());
    output.put("legal-basis", facts.legalBasis());
    if (facts.personalData() != PersonalData.NONE) {
      output.data.put("personal-data", Keys.of(facts.personalData()));
    }
    output.put("secrecy", facts.secrecy());
    output.put("retention", facts.retention());
    output.put("classification", facts.classification());
    return output.data;
  }
}
