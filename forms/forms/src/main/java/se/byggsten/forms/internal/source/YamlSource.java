package se.byggsten.forms.internal.source;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.core.data.DataException;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.FieldWidth;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PageKind;
import se.byggsten.forms.PersonalData;
import se.byggsten.forms.PrefillRule;
import se.byggsten.forms.constraint.ConstraintCatalog;

/** Reads a definition from YAML. */
public final class YamlSource {
  /** The version of the format, which is the value of the key {@code form}. */
  private static final int FORMAT = 1;

  private final ConstraintCatalog catalog;

  private YamlSource(ConstraintCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Reads the definition.
   *
   * @param view the YAML
   * @param texts its texts
   * @param catalog the constraints that may be named
   * @return the definition
   */
  public static FormDefinition read(DataView view, FormTexts texts, ConstraintCatalog catalog) {
    return new YamlSource(catalog).form(view, texts);
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
    if (format.number().compareTo(BigDecimal.valueOf(FORMAT)) != 0) {
      throw format.problem(
          DataException.UNKNOWN_VERSION, "this program reads version " + FORMAT + " of the format");
    }
    view.onlyKeys("form", "id", "version", "languages", "facts", "classification", "pages");
    FormDefinition.Builder builder =
        FormDefinition.builder(
                view.required("id").text(), view.required("version").integer(1, 1_000_000))
            .languages(languages(view))
            .facts(view.optional("facts").map(YamlSource::facts).orElse(DataFacts.NONE))
            .classification(text(view, "classification"))
            .pages(view.required("pages").list().stream().map(this::page).toList())
            .texts(texts);
    return at(view, builder::build);
  }

  private PageDefinition page(DataView view) {
    view.onlyKeys("id", "kind", "show-if", "fields");
    return at(
        view,
        () ->
            new PageDefinition(
                view.required("id").text(),
                view.optional("kind").map(v -> v.oneOf(PageKind.class)).orElse(PageKind.QUESTIONS),
                text(view, "show-if"),
                view.list("fields").stream().map(this::field).toList()));
  }

  private FieldDefinition field(DataView view) {
    view.onlyKeys(
        "id",
        "type",
        "required",
        "show-if",
        "required-if",
        "constraints",
        "options",
        "autocomplete",
        "prefill",
        "width",
        "facts");
    FieldDefinition.Builder builder =
        FieldDefinition.builder(
                view.required("id").text(), view.required("type").oneOf(FieldType.class))
            .required(view.optional("required").map(DataView::bool).orElse(false))
            .showIf(text(view, "show-if"))
            .requiredIf(text(view, "required-if"))
            .constraints(view.list("constraints").stream().map(this::rule).toList())
            .options(view.list("options").stream().map(YamlSource::option).toList())
            .autocomplete(text(view, "autocomplete"))
            .width(
                view.optional("width").map(v -> v.oneOf(FieldWidth.class)).orElse(FieldWidth.FULL))
            .facts(view.optional("facts").map(YamlSource::facts).orElse(DataFacts.NONE));
    view.optional("prefill").map(YamlSource::prefill).ifPresent(builder::prefill);
    return at(view, builder::build);
  }

  private static PrefillRule prefill(DataView view) {
    view.onlyKeys("source", "locked");
    return new PrefillRule(
        view.required("source").text(), view.optional("locked").map(DataView::bool).orElse(false));
  }

  private static OptionDefinition option(DataView view) {
    if (!view.isMap()) {
      return at(view, () -> OptionDefinition.of(view.text()));
    }
    view.onlyKeys("value", "show-if");
    return at(
        view, () -> new OptionDefinition(view.required("value").text(), text(view, "show-if")));
  }

  private static DataFacts facts(DataView view) {
    view.onlyKeys("purpose", "legal-basis", "personal-data", "secrecy", "retention");
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
                text(view, "retention")));
  }

  /** A constraint is a name, or a map of one name to its parameters. */
  private ConstraintRule rule(DataView view) {
    Map<String, Class<? extends Annotation>> byYamlName = new TreeMap<>();
    for (String name : catalog.names()) {
      catalog.find(name).ifPresent(type -> byYamlName.put(yamlName(name), type));
    }
    if (!view.isMap()) {
      Class<? extends Annotation> type = byYamlName.get(view.oneOf(byYamlName.keySet()));
      return at(view, () -> Rules.normalised(type(type), Map.of()));
    }
    view.onlyKeys(byYamlName.keySet().toArray(new String[0]));
    Map<String, DataView> entries = view.entries();
    if (entries.size() != 1) {
      throw view.problem(
          DataException.BAD_VALUE,
          "write one constraint for each item, such as 'size: {max: 100}'");
    }
    Map.Entry<String, DataView> entry = entries.entrySet().iterator().next();
    Map<String, Object> parameters = new LinkedHashMap<>();
    entry.getValue().entries().forEach((key, value) -> parameters.put(camel(key), value(value)));
    return at(view, () -> Rules.normalised(type(byYamlName.get(entry.getKey())), parameters));
  }

  private static Class<? extends Annotation> type(
      @org.jspecify.annotations.Nullable Class<? extends Annotation> type) {
    if (type == null) {
      throw new FormException(FormException.CONSTRAINT, "There is no such constraint");
    }
    return type;
  }

  private static Object value(DataView view) {
    if (view.isList()) {
      List<String> items = new ArrayList<>();
      view.list().forEach(item -> items.add(item.text()));
      return items;
    }
    if (view.node() instanceof DataNode.Bool) {
      return view.bool();
    }
    if (view.node() instanceof DataNode.Numeric) {
      return (long) view.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    return view.text();
  }

  private static String text(DataView view, String key) {
    return view.optional(key).map(DataView::text).orElse("");
  }

  private static String yamlName(String simpleName) {
    return simpleName.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String camel(String key) {
    StringBuilder name = new StringBuilder();
    for (String part : key.split("-", -1)) {
      name.append(
          name.isEmpty() || part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return name.toString();
  }

  /** Gives what the definition itself refuses a line and column. */
  private static <T> T at(DataView view, java.util.function.Supplier<T> part) {
    try {
      return part.get();
    } catch (FormException e) {
      String message = e.getMessage();
      throw view.problem(
          e.code(), message == null ? "" : message.substring(e.code().value().length() + 2));
    }
  }
}
