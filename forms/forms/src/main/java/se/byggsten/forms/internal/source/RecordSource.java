package se.byggsten.forms.internal.source;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.DecisionTable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.InputType;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.PrefillRule;
import se.byggsten.forms.Route;
import se.byggsten.forms.WarningRule;
import se.byggsten.forms.annotation.Case;
import se.byggsten.forms.annotation.Facts;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Form;
import se.byggsten.forms.annotation.Input;
import se.byggsten.forms.annotation.Limit;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.annotation.RowPages;
import se.byggsten.forms.annotation.Rows;
import se.byggsten.forms.annotation.Setting;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.SettingKind;
import se.byggsten.forms.type.FieldTypes;

/** Reads a definition from an annotated record. */
public final class RecordSource {
  private final FieldTypes types;
  private final ConstraintCatalog constraints;
  private final TypeChoice choice;

  private RecordSource(FieldTypes types, ConstraintCatalog constraints) {
    this.types = types;
    this.constraints = constraints;
    this.choice = new TypeChoice(types);
  }

  /**
   * Reads the definition.
   *
   * @param type the record
   * @param texts its texts
   * @param types the kinds of fields
   * @param constraints the constraints that have short names
   * @return the definition
   * @throws FormException {@link FormException#DEFINITION} when the record will not do
   */
  public static FormDefinition read(
      Class<? extends Record> type,
      FormTexts texts,
      FieldTypes types,
      ConstraintCatalog constraints) {
    Form form = type.getAnnotation(Form.class);
    if (form == null) {
      throw bad("Put @Form on the record " + type.getName());
    }
    return new RecordSource(types, constraints).form(type, form, texts);
  }

  private FormDefinition form(Class<? extends Record> type, Form form, FormTexts texts) {
    Map<String, InputType> inputs = new LinkedHashMap<>();
    for (Input input : form.inputs()) {
      refuseIf(inputs.put(input.name(), input.type()) != null, "Two inputs are " + input.name());
    }
    return FormDefinition.builder(form.id(), form.version())
        .languages(List.of(form.languages()))
        .facts(facts(form.facts()))
        .classification(form.classification())
        .draftDays(form.draftDays())
        .drafts(form.drafts())
        .sendAnyway(form.sendAnyway())
        .validateOn(form.validateOn())
        .plainLanguage(settings(form.plainLanguage()))
        .inputs(inputs)
        .parties(
            Arrays.stream(form.parties())
                .map(p -> new PartyDefinition(p.id(), p.identifier(), p.showIf(), p.task()))
                .toList())
        .pages(pages(type, form.pages(), Set.of()))
        .texts(texts)
        .build();
  }

  private static Map<String, Object> settings(Limit[] limits) {
    Map<String, Object> settings = new LinkedHashMap<>();
    Map<String, Map<String, Object>> languages = new LinkedHashMap<>();
    for (Limit limit : limits) {
      Map<String, Object> of =
          limit.language().isEmpty()
              ? settings
              : languages.computeIfAbsent(limit.language(), l -> new LinkedHashMap<>());
      Object value = limit.texts().length > 0 ? List.of(limit.texts()) : limit.value();
      refuseIf(of.put(limit.name(), value) != null, "Two limits are " + limit.name());
    }
    languages.forEach(
        (language, own) ->
            refuseIf(settings.put(language, own) != null, "Two limits are " + language));
    return settings;
  }

  private List<PageDefinition> pages(Class<?> record, Page[] declared, Set<Class<?>> around) {
    Set<Class<?>> chain = new HashSet<>(around);
    refuseIf(!chain.add(record), "The rows of " + record.getSimpleName() + " contain themselves");
    List<PageDefinition> pages = new ArrayList<>();
    check(record, declared);
    for (Page page : declared) {
      List<FieldDefinition> fields = new ArrayList<>();
      GroupDefinition group = null;
      for (RecordComponent component : record.getRecordComponents()) {
        Field field = component.getAnnotation(Field.class);
        Rows rows = component.getAnnotation(Rows.class);
        if (field != null && field.page().equals(page.id())) {
          fields.add(field(component, field));
        } else if (rows != null && rows.page().equals(page.id())) {
          refuseIf(group != null, "Put one component with @Rows on the page " + page.id());
          group = group(component, rows, chain);
        }
      }
      pages.add(page(page, fields, group));
    }
    return pages;
  }

  private static void check(Class<?> record, Page[] declared) {
    Set<String> pages = Arrays.stream(declared).map(Page::id).collect(Collectors.toSet());
    for (RecordComponent component : record.getRecordComponents()) {
      String name = component.getName();
      List<String> named = new ArrayList<>();
      if (component.isAnnotationPresent(Field.class)) {
        named.add(component.getAnnotation(Field.class).page());
      }
      if (component.isAnnotationPresent(Rows.class)) {
        named.add(component.getAnnotation(Rows.class).page());
      }
      refuseIf(
          named.size() != 1,
          "Put @Field, or else @Rows, on " + record.getSimpleName() + "." + name);
      refuseIf(
          !pages.containsAll(named),
          "The component " + name + " stands on a page that is not there");
    }
  }

  private static PageDefinition page(
      Page page, List<FieldDefinition> fields, @Nullable GroupDefinition group) {
    return new PageDefinition(
        page.id(),
        page.kind(),
        page.showIf(),
        fields,
        Optional.ofNullable(group),
        Arrays.stream(page.routes()).map(way -> new Route(way.when(), way.value())).toList(),
        page.party());
  }

  private GroupDefinition group(RecordComponent component, Rows rows, Set<Class<?>> around) {
    refuseIf(
        RecordRules.required(component) || !RecordRules.rules(component, constraints).isEmpty(),
        "Say with min and max of @Rows how many rows " + component.getName() + " has");
    Class<?> record = rowType(component);
    RowPages pages = record.getAnnotation(RowPages.class);
    if (pages == null || !record.isRecord()) {
      throw bad("Let " + component.getName() + " be a List of a record with @RowPages");
    }
    return new GroupDefinition(
        component.getName(),
        rows.min(),
        rows.max(),
        rows.prefill(),
        pages(record, pages.value(), around));
  }

  private static Class<?> rowType(RecordComponent component) {
    return component.getType() == List.class
            && component.getGenericType() instanceof ParameterizedType list
            && plain(list.getActualTypeArguments()[0]) instanceof Class<?> row
        ? row
        : Object.class;
  }

  private static Type plain(Type type) {
    return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
  }

  private FieldDefinition field(RecordComponent component, Field field) {
    List<ConstraintRule> rules = RecordRules.rules(component, constraints);
    FieldType type =
        field.type().isEmpty()
            ? choice.of(component, rules, field.options().length > 0)
            : types
                .find(field.type())
                .orElseThrow(() -> bad("There is no kind of field " + field.type()));
    FieldSettings settings = settings(component, field.settings(), type);
    Class<?> javaType = type.javaType(settings);
    refuseIf(
        !component.getType().equals(javaType),
        "The component " + component.getName() + " is to be a " + javaType.getSimpleName());
    FieldDefinition.Builder builder =
        FieldDefinition.builder(component.getName(), type)
            .required(RecordRules.required(component))
            .deferrable(field.deferrable())
            .showIf(field.showIf())
            .requiredIf(field.requiredIf())
            .value(table(field))
            .settings(settings.all())
            .constraints(rules)
            .options(
                Arrays.stream(field.options())
                    .map(option -> new OptionDefinition(option.value(), option.showIf()))
                    .toList())
            .warnings(
                Arrays.stream(field.warnings())
                    .map(warning -> new WarningRule(warning.id(), warning.when()))
                    .toList())
            .autocomplete(field.autocomplete())
            .width(field.width())
            .facts(facts(field.facts()));
    if (!field.prefill().source().isEmpty()) {
      builder.prefill(new PrefillRule(field.prefill().source(), field.prefill().locked()));
    }
    return builder.build();
  }

  private static DecisionTable table(Field field) {
    DecisionTable table = DecisionTable.of(field.value());
    for (Case row : field.cases()) {
      table = table.orWhen(row.when(), row.then());
    }
    return table;
  }

  private static FieldSettings settings(
      RecordComponent component, Setting[] given, FieldType type) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (Setting setting : given) {
      SettingKind kind = type.settings().get(setting.name());
      if (kind == null) {
        throw bad("The kind of field " + type.name() + " has no setting " + setting.name());
      }
      Object value = value(kind, setting.value());
      refuseIf(
          value == null || settings.put(setting.name(), value) != null,
          "Set "
              + setting.name()
              + " of "
              + component.getName()
              + " once, to one value of its kind");
    }
    return FieldSettings.of(settings);
  }

  private static @Nullable Object value(SettingKind kind, String[] given) {
    if (kind == SettingKind.TEXTS) {
      return List.of(given);
    }
    if (given.length != 1) {
      return null;
    }
    String text = given[0];
    return switch (kind) {
      case TEXT -> text;
      case FLAG -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? false : null;
      default -> number(text);
    };
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static DataFacts facts(Facts facts) {
    return new DataFacts(
        facts.purpose(),
        facts.legalBasis(),
        facts.personalData(),
        facts.secrecy(),
        facts.retention(),
        facts.classification());
  }

  private static void refuseIf(boolean bad, String message) {
    if (bad) {
      throw bad(message);
    }
  }

  private static FormException bad(String message) {
    return new FormException(FormException.DEFINITION, message);
  }
}
