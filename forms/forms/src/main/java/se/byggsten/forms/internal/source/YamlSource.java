package se.byggsten.forms.internal.source;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.byggsten.core.ErrorCode;
import se.byggsten.core.cases.PersonalData;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.DecisionTable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormDefinitionBuilder;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.InputType;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PartyDefinition;
import se.byggsten.forms.PrefillRule;
import se.byggsten.forms.Route;
import se.byggsten.forms.ValidateOn;
import se.byggsten.forms.WarningRule;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.internal.evaluation.Plan;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.SettingKind;
import se.byggsten.forms.type.FieldTypes;

/** Reads a definition from YAML. */
public final class YamlSource {
  private static final int MOST = 1_000_000;
  private static final List<String> TEXTS = List.of("label", "hint", "why", "title", "intro");

  private final FieldTypes types;
  private final ConstraintCatalog constraints;
  private final Map<String, String> constraintNames = new TreeMap<>();

  /** What stands in tables, by where a plan would say that it is. */
  private final Map<String, DataView> cells = new HashMap<>();

  private YamlSource(FieldTypes types, ConstraintCatalog constraints) {
    this.types = types;
    this.constraints = constraints;
    constraints.names().forEach(name -> constraintNames.put(Keys.kebab(name), name));
  }

  /**
   * Reads the definition.
   *
   * @param view the YAML
   * @param texts its texts
   * @param types the kinds of fields
   * @param constraints the constraints that may be named
   * @return the definition
   */
  public static FormDefinition read(
      DataView view, FormTexts texts, FieldTypes types, ConstraintCatalog constraints) {
    return new YamlSource(types, constraints).form(view, texts);
  }

  /**
   * Reads only the languages.
   *
   * @param view the YAML
   * @return BCP 47 tags
   */
  public static List<String> languages(DataView view) {
    return view.required("languages").list().stream().map(DataView::text).toList();
  }

  private FormDefinition form(DataView view, FormTexts texts) {
    DataView format = view.required("form");
    if (format.number().compareTo(BigDecimal.valueOf(Keys.FORMAT)) != 0) {
      throw format.problem(
          DataException.UNKNOWN_VERSION,
          "this program reads version " + Keys.FORMAT + " of the format");
    }
    only(view, Keys.FORM);
    Map<String, InputType> inputs = new LinkedHashMap<>();
    map(view, "inputs").forEach((name, value) -> inputs.put(name, value.oneOf(InputType.class)));
    FormDefinitionBuilder builder =
        FormDefinition.builder(
                view.required("id").text(), view.required("version").integer(1, MOST))
            .languages(languages(view))
            .facts(facts(view, Keys.FORM_FACTS))
            .classification(text(view, "classification"))
            .draftDays(view.optional("draft-days").map(v -> v.integer(1, 366)).orElse(7))
            .drafts(view.optional("drafts").map(v -> v.integer(1, 20)).orElse(1))
            .sendAnyway(flag(view, "send-anyway"))
            .validateOn(
                view.optional("validate-on")
                    .map(v -> v.oneOf(ValidateOn.class))
                    .orElse(ValidateOn.PAGE))
            .plainLanguage(settings(map(view, "plain-language")))
            .inputs(inputs)
            .parties(view.list("parties").stream().map(YamlSource::party).toList())
            .pages(view.required("pages").list().stream().map(this::page).toList())
            .texts(texts);
    return judged(at(view, builder::build));
  }

  /** Numbers, lists of texts, and maps of both by language. */
  private static Map<String, Object> settings(Map<String, DataView> entries) {
    Map<String, Object> settings = new LinkedHashMap<>();
    entries.forEach((name, value) -> settings.put(name, setting(value)));
    return settings;
  }

  private static Object setting(DataView value) {
    if (value.isMap()) {
      return settings(value.entries());
    }
    return value.isList()
        ? value.list().stream().map(DataView::text).toList()
        : (Object) value.integer(0, MOST);
  }

  private static PartyDefinition party(DataView view) {
    only(view, Keys.PARTY);
    return at(
        view,
        () ->
            new PartyDefinition(
                view.required("id").text(),
                view.required("identifier").text(),
                text(view, "show-if"),
                view.optional("task")
                    .map(v -> v.oneOf(PartyDefinition.Task.class))
                    .orElse(PartyDefinition.Task.APPROVE)));
  }

  private PageDefinition page(DataView view) {
    only(view, Keys.PAGE);
    return at(
        view,
        () ->
            new PageDefinition(
                view.required("id").text(),
                view.optional("kind").map(v -> v.oneOf(PageKind.class)).orElse(PageKind.QUESTIONS),
                text(view, "show-if"),
                view.list("fields").stream().map(this::field).toList(),
                view.optional("group").map(this::group),
                view.list("routes").stream().map(YamlSource::route).toList(),
                text(view, "party")));
  }

  private static Route route(DataView view) {
    only(view, Keys.ROUTE);
    return new Route(text(view, "if"), view.required("to").text());
  }

  private GroupDefinition group(DataView view) {
    only(view, Keys.GROUP);
    return at(
        view,
        () ->
            new GroupDefinition(
                view.required("id").text(),
                view.optional("min").map(v -> v.integer(0, GroupDefinition.MOST)).orElse(0),
                view.required("max").integer(1, GroupDefinition.MOST),
                text(view, "prefill"),
                view.required("pages").list().stream().map(this::page).toList()));
  }

  private FieldDefinition field(DataView view) {
    FieldType type = type(view);
    FieldDefinition.Builder builder =
        FieldDefinition.builder(view.required("id").text(), type)
            .required(flag(view, "required"))
            .deferrable(flag(view, "deferrable"))
            .showIf(text(view, "show-if"))
            .requiredIf(text(view, "required-if"))
            .value(
                view.optional("value")
                    .map(v -> at(v, () -> table(view, v)))
                    .orElse(DecisionTable.NONE))
            .settings(settings(view, type))
            .constraints(view.list("constraints").stream().map(this::rule).toList())
            .options(view.list("options").stream().map(YamlSource::option).toList())
            .warnings(view.list("warnings").stream().map(YamlSource::warning).toList())
            .autocomplete(text(view, "autocomplete"))
            .width(
                view.optional("width").map(v -> v.oneOf(FieldWidth.class)).orElse(FieldWidth.FULL))
            .facts(facts(view, Keys.FACTS));
    view.optional("prefill").map(YamlSource::prefill).ifPresent(builder::prefill);
    return at(view, builder::build);
  }

  /** An expression, or rows, of which only the last may have no condition. */
  private DecisionTable table(DataView field, DataView value) {
    if (!value.isList()) {
      return DecisionTable.of(value.text());
    }
    DecisionTable table = DecisionTable.NONE;
    for (DataView row : value.list()) {
      only(row, List.of("if", "then", "else"));
      boolean last = row.optional("else").isPresent();
      if (!table.otherwise().isEmpty() || (last && row.entries().size() > 1)) {
        throw row.problem(DataException.BAD_VALUE, "else stands alone, in the last row");
      }
      String where = text(field, "id") + ".value[" + (table.rows().size() + 1) + "].";
      table =
          last
              ? table.otherwise(cell(row, "else", where))
              : table.orWhen(cell(row, "if", where), cell(row, "then", where));
    }
    return table;
  }

  /** A number, true and false mean the same with quotes around them and without. */
  private String cell(DataView row, String key, String where) {
    DataView view = row.required(key);
    cells.put(where + key, view);
    if (view.node() instanceof DataNode.Numeric) {
      return view.number().toPlainString();
    }
    return view.node() instanceof DataNode.Bool ? String.valueOf(view.bool()) : view.text();
  }

  /** What is wrong in a table is told where it is written. */
  private FormDefinition judged(FormDefinition form) {
    if (!cells.isEmpty()) {
      for (Plan.Problem problem : Plan.tried(form).problems()) {
        DataView cell = cells.get(problem.where());
        if (cell != null) {
          throw cell.problem(ErrorCode.of(problem.code()), problem.message());
        }
      }
    }
    return form;
  }

  /** Without its type, any setting could be meant, and a slip in the key should be told first. */
  private FieldType type(DataView view) {
    Optional<DataView> named = view.optional("type");
    Optional<FieldType> type = named.flatMap(name -> types.find(name.oneOf(types.names())));
    Set<String> keys = new TreeSet<>(Keys.FIELD);
    Stream<FieldType> possible =
        type.isPresent()
            ? type.stream()
            : types.names().stream().flatMap(n -> types.find(n).stream());
    possible.forEach(t -> t.settings().keySet().forEach(name -> keys.add(Keys.kebab(name))));
    only(view, keys);
    return type.orElseThrow(
        () -> view.problem(DataException.MISSING_KEY, "the key 'type' must be here"));
  }

  private static Map<String, Object> settings(DataView view, FieldType type) {
    Map<String, Object> settings = new LinkedHashMap<>();
    type.settings()
        .forEach(
            (name, kind) ->
                view.optional(Keys.kebab(name))
                    .ifPresent(value -> settings.put(name, setting(value, kind))));
    return settings;
  }

  private static Object setting(DataView view, SettingKind kind) {
    return switch (kind) {
      case TEXT -> view.exact(DataView.LONGEST_TEXT);
      case NUMBER -> view.number();
      case FLAG -> view.bool();
      case TEXTS -> view.list().stream().map(text -> text.exact(DataView.LONGEST_TEXT)).toList();
    };
  }

  private static PrefillRule prefill(DataView view) {
    only(view, Keys.PREFILL);
    return new PrefillRule(view.required("source").text(), flag(view, "locked"));
  }

  private static WarningRule warning(DataView view) {
    only(view, Keys.WARNING);
    return at(view, () -> new WarningRule(view.required("id").text(), view.required("if").text()));
  }

  private static OptionDefinition option(DataView view) {
    if (!view.isMap()) {
      return at(view, () -> OptionDefinition.of(view.text()));
    }
    only(view, Keys.OPTION);
    return at(
        view, () -> new OptionDefinition(view.required("value").text(), text(view, "show-if")));
  }

  private static DataFacts facts(DataView owner, List<String> keys) {
    return owner.optional("facts").map(view -> read(view, keys)).orElse(DataFacts.NONE);
  }

  private static DataFacts read(DataView view, List<String> keys) {
    only(view, keys);
    return at(
        view,
        () ->
            new DataFacts(
                text(view, "purpose"),
                text(view, "legal-basis"),
                view.optional("personal-data")
                    .map(v -> v.oneOf(PersonalData.class))
                    .orElse(PersonalData.NONE),
                text(view, "secrecy"),
                text(view, "retention"),
                text(view, "classification")));
  }

  /** A constraint is a name, or a map of one name to its parameters. */
  private ConstraintRule rule(DataView view) {
    if (!view.isMap()) {
      return rule(view, view.oneOf(constraintNames.keySet()), Map.of());
    }
    only(view, constraintNames.keySet());
    Map<String, DataView> entries = view.entries();
    if (entries.size() != 1) {
      throw view.problem(
          DataException.BAD_VALUE,
          "write one constraint for each item, such as 'size: {max: 100}'");
    }
    Map.Entry<String, DataView> entry = entries.entrySet().iterator().next();
    Map<String, Object> parameters = new LinkedHashMap<>();
    Class<? extends Annotation> type = constraint(entry.getValue(), entry.getKey());
    only(entry.getValue(), Rules.parameters(type).stream().map(p -> Keys.kebab(p.name())).toList());
    entry
        .getValue()
        .entries()
        .forEach((key, value) -> parameters.put(Keys.camel(key), value(value)));
    return rule(entry.getValue(), entry.getKey(), parameters);
  }

  private ConstraintRule rule(DataView view, String key, Map<String, Object> parameters) {
    Class<? extends Annotation> type = constraint(view, key);
    return at(view, () -> Rules.normalised(type, parameters));
  }

  private Class<? extends Annotation> constraint(DataView view, String key) {
    return Optional.ofNullable(constraintNames.get(key))
        .flatMap(constraints::find)
        .orElseThrow(() -> view.problem(FormException.CONSTRAINT, "there is no such constraint"));
  }

  private static Object value(DataView view) {
    if (view.isList()) {
      return view.list().stream().map(text -> text.exact(DataView.LONGEST_TEXT)).toList();
    }
    if (view.node() instanceof DataNode.Bool) {
      return view.bool();
    }
    return view.node() instanceof DataNode.Numeric
        ? view.number()
        : view.exact(DataView.LONGEST_TEXT);
  }

  private static Map<String, DataView> map(DataView view, String key) {
    return view.optional(key).map(DataView::entries).orElse(Map.of());
  }

  /** A text that stands where the question is asked is told where it belongs. */
  private static void only(DataView view, Collection<String> keys) {
    for (String text : TEXTS) {
      Optional<DataView> here = keys.contains(text) ? Optional.empty() : view.optional(text);
      if (here.isPresent()) {
        throw here.get()
            .problem(
                DataException.UNKNOWN_KEY,
                "put the text in the .properties file of each language, as "
                    + view.optional("id").map(DataView::text).orElse("ID")
                    + "."
                    + text);
      }
    }
    view.onlyKeys(keys.toArray(new String[0]));
  }

  private static boolean flag(DataView view, String key) {
    return view.optional(key).map(DataView::bool).orElse(false);
  }

  private static String text(DataView view, String key) {
    return view.optional(key).map(DataView::text).orElse("");
  }

  /** Gives what the definition itself refuses a line and column. */
  private static <T> T at(DataView view, Supplier<T> part) {
    try {
      return part.get();
    } catch (FormException e) {
      String message = e.getMessage();
      throw view.problem(
          e.code(), message == null ? "" : message.substring(e.code().value().length() + 2));
    }
  }
}
