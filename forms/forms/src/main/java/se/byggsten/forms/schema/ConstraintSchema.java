package se.byggsten.forms.schema;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.internal.source.Keys;
import se.byggsten.forms.internal.source.Rules;

/** The schema of a constraint: its name, or a map of its name to its parameters. */
final class ConstraintSchema {
  private ConstraintSchema() {}

  static Map<String, Object> schema(ConstraintCatalog catalog) {
    Map<String, List<Rules.Parameter>> byKey = new TreeMap<>();
    for (String name : catalog.names()) {
      catalog.find(name).ifPresent(type -> byKey.put(Keys.kebab(name), parameters(type)));
    }
    Map<String, Object> properties = Schema.of();
    List<String> alone = new ArrayList<>();
    byKey.forEach(
        (key, parameters) -> {
          properties.put(key, constraint(key, parameters));
          if (parameters.stream().allMatch(p -> p.byDefault().isPresent())) {
            alone.add(key);
          }
        });
    Map<String, Object> names = Schema.oneOf(alone);
    names.put(
        "markdownEnumDescriptions",
        alone.stream().map(key -> Descriptions.of("constraint." + key).orElse("")).toList());
    Map<String, Object> map = Schema.map(properties, List.of());
    map.put("minProperties", 1);
    map.put("maxProperties", 1);
    return Schema.of("title", "Constraint", "anyOf", List.of(names, map));
  }

  private static List<Rules.Parameter> parameters(Class<? extends Annotation> type) {
    return Rules.parameters(type);
  }

  private static Map<String, Object> constraint(String key, List<Rules.Parameter> parameters) {
    Map<String, Object> properties = Schema.of();
    List<String> required = new ArrayList<>();
    for (Rules.Parameter parameter : parameters) {
      if (parameter.kind() == Rules.Kind.OTHER) {
        continue;
      }
      String name = Keys.kebab(parameter.name());
      Map<String, Object> schema = parameter(parameter);
      parameter.byDefault().ifPresent(value -> schema.put("default", value));
      properties.put(name, Schema.described("constraint." + key + "." + name, schema));
      if (parameter.byDefault().isEmpty()) {
        required.add(name);
      }
    }
    return Schema.described("constraint." + key, Schema.map(properties, required));
  }

  private static Map<String, Object> parameter(Rules.Parameter parameter) {
    return switch (parameter.kind()) {
      case NUMBER -> Schema.of("type", "integer");
      case FLAG -> Schema.flag();
      case ONE -> Schema.oneOf(parameter.words());
      case TEXTS -> Schema.listOf(Schema.anyText());
      case SOME -> Schema.listOf(Schema.oneOf(parameter.words()));
      case TEXT, OTHER -> Schema.of("type", List.of("string", "number"));
    };
  }
}
