package se.byggsten.forms.fill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.byggsten.core.data.DataNode;
import se.byggsten.core.data.DataView;
import se.byggsten.core.text.Suggestion;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.GroupDefinition;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.fill.FillProblem.Level;
import se.byggsten.forms.internal.json.JsonValues;
import se.byggsten.forms.internal.text.Bundle;
import se.byggsten.forms.spi.Trait;

/** Reads answers in JSON into what would have been posted. */
final class JsonReading {
  static final Bundle TEXTS = Bundle.of(FormFill.class, "fill");

  /** A key from outside may hold anything, so only what looks like a name is repeated. */
  private static final Pattern SHOWABLE = Pattern.compile("[A-Za-z0-9_-]{1,60}");

  private static final int MOST_PROBLEMS = 1_000;

  private final FormDefinition form;
  private final String language;
  private final Map<String, List<String>> written = new LinkedHashMap<>();
  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private final List<Given> given = new ArrayList<>();
  private final List<FillProblem> problems = new ArrayList<>();

  /**
   * A value that stands in the JSON.
   *
   * @param field its field
   * @param place the row
   * @param path where in the JSON
   * @param value the value
   */
  record Given(FieldDefinition field, Place place, String path, Object value) {
    @Override
    public String toString() {
      return "Given[" + path + "]";
    }
  }

  JsonReading(FormDefinition form, String language) {
    this.form = form;
    this.language = language;
  }

  Map<String, List<String>> written() {
    return written;
  }

  Map<String, Integer> rows() {
    return rows;
  }

  List<Given> given() {
    return given;
  }

  List<FillProblem> problems() {
    return problems;
  }

  static FillProblem problem(String path, String name, String language, Level level) {
    return problem(path, name, language, level, Map.of());
  }

  static FillProblem problem(
      String path, String name, String language, Level level, Map<String, String> values) {
    return new FillProblem(path, name, TEXTS.text(language, name, values), level, "");
  }

  private void add(String path, String name, Map<String, String> values) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem(path, name, language, Level.ERROR, values));
    } else if (problems.size() == MOST_PROBLEMS) {
      problems.add(problem("", "TooMany", language, Level.ERROR));
    }
  }

  void pages(
      List<PageDefinition> pages, Place place, String around, Map<String, DataView> answers) {
    Map<String, FieldDefinition> fields = new LinkedHashMap<>();
    Map<String, GroupDefinition> groups = new LinkedHashMap<>();
    for (PageDefinition page : pages) {
      page.fields().stream()
          .filter(field -> !field.has(Trait.CONTENT))
          .forEach(field -> fields.put(field.id(), field));
      page.group().ifPresent(group -> groups.put(group.id(), group));
    }
    answers.forEach(
        (key, value) -> {
          FieldDefinition field = fields.get(key);
          GroupDefinition group = groups.get(key);
          if (field == null && group == null) {
            List<String> known = new ArrayList<>(fields.keySet());
            known.addAll(groups.keySet());
            unknown(around, key, known);
          } else if (!(value.node() instanceof DataNode.Null)) {
            if (group != null) {
              rows(group, place, around + key, value);
            } else if (field != null) {
              field(field, place, around + key, value);
            }
          }
        });
  }

  private void unknown(String around, String key, List<String> known) {
    String shown = SHOWABLE.matcher(key).matches() ? key : "…";
    String near =
        shown.equals(key)
            ? Suggestion.nearest(key, known)
                .map(name -> TEXTS.text(language, "near", Map.of("name", name)))
                .orElse("")
            : "";
    String elsewhere =
        near.isEmpty()
                && (form.fields().containsKey(key) || form.structure().groups().containsKey(key))
            ? TEXTS.text(
                language,
                "elsewhere",
                Map.of("place", String.join(".", form.structure().around(key))))
            : "";
    add(around + shown, "UnknownKey", Map.of("name", shown, "hint", near + elsewhere));
  }

  private void rows(GroupDefinition group, Place place, String path, DataView value) {
    if (!value.isList()) {
      add(path, "WrongKind", Map.of("kind", TEXTS.text(language, "kind.array", Map.of())));
      return;
    }
    // One more than allowed is enough to know that they are too many.
    List<DataView> items = value.list().stream().limit(group.max() + 1L).toList();
    rows.put(place.path(group.id()), items.size());
    for (int i = 0; i < items.size(); i++) {
      String row = path + "[" + i + "]";
      if (items.get(i).isMap()) {
        pages(group.pages(), place.row(i + 1), row + ".", items.get(i).entries());
      } else {
        add(row, "WrongKind", Map.of("kind", TEXTS.text(language, "kind.object", Map.of())));
      }
    }
  }

  private void field(FieldDefinition field, Place place, String path, DataView value) {
    Object json = JsonValues.of(value);
    if (field.has(Trait.FILES)) {
      if (!List.of().equals(json)) {
        add(path, "Files", Map.of());
      }
      return;
    }
    Map<String, Object> schema =
        field
            .type()
            .jsonSchema(
                field.settings(), field.options().stream().map(OptionDefinition::value).toList());
    if (schema.get("type") instanceof String kind && !kind.equals(kindOf(json, kind))) {
      add(path, "WrongKind", Map.of("kind", TEXTS.text(language, "kind." + kind, Map.of())));
    } else {
      if (json instanceof Map<?, ?> map && schema.get("properties") instanceof Map<?, ?> known) {
        List<String> names = known.keySet().stream().map(String::valueOf).toList();
        map.keySet().stream()
            .map(String::valueOf)
            .filter(key -> !names.contains(key))
            .forEach(key -> unknown(path + ".", key, names));
      }
      given.add(new Given(field, place, path, json));
      if (field.isAsked()) {
        List<String> raw = field.type().rawOfJson(json);
        written.put(
            place.path(field.id()), raw.stream().allMatch(String::isEmpty) ? List.of() : raw);
      }
    }
  }

  /** The kind of a value; as wanted where one is as good as the other. */
  private static String kindOf(Object json, String wanted) {
    if (json instanceof BigDecimal number) {
      boolean whole = number.stripTrailingZeros().scale() <= 0;
      return wanted.equals("integer") && whole ? wanted : "number";
    }
    return json instanceof Boolean
        ? "boolean"
        : json instanceof List ? "array" : json instanceof Map ? "object" : "string";
  }

  static boolean isSame(Object calculated, Object given) {
    if (calculated instanceof Number && given instanceof BigDecimal number) {
      return new BigDecimal(calculated.toString()).compareTo(number) == 0;
    }
    return calculated.equals(given);
  }
}
