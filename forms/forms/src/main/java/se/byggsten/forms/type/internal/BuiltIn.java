package se.byggsten.forms.type.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.byggsten.expression.ValueType;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.spi.Trait;

/** What the built-in kinds share: their facts, and how typed text is read. */
abstract class BuiltIn implements FieldType {
  private final String name;
  private final Class<?> javaType;
  private final ValueType valueType;
  private final Set<Trait> traits;

  BuiltIn(String name, Class<?> javaType, ValueType valueType, Trait... traits) {
    this.name = name;
    this.javaType = javaType;
    this.valueType = valueType;
    this.traits = Set.of(traits);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Class<?> javaType() {
    return javaType;
  }

  @Override
  public ValueType valueType(FieldSettings settings) {
    return valueType;
  }

  @Override
  public final Set<Trait> traits() {
    return traits;
  }

  /** The first text that is not blank, with its line ends made one and its edges bare. */
  static Optional<String> typed(List<String> raw) {
    for (String text : raw) {
      if (!text.isBlank()) {
        return Optional.of(tidy(text));
      }
    }
    return Optional.empty();
  }

  /** One text for each part, stripped; a part that was not posted is empty. */
  static List<String> parts(List<String> raw, int count) {
    List<String> parts = new ArrayList<>(count);
    for (int part = 0; part < count; part++) {
      parts.add(part < raw.size() ? tidy(raw.get(part)) : "");
    }
    return parts;
  }

  private static String tidy(String text) {
    return text.indexOf('\r') < 0
        ? text.strip()
        : text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /** Texts in a JSON object by part; what is missing or null is empty. */
  static List<String> texts(Map<?, ?> json, List<String> names) {
    return names.stream()
        .map(name -> json.get(name) == null ? "" : String.valueOf(json.get(name)))
        .toList();
  }

  /** The lines of a text; one empty line when there is none. */
  static List<String> lines(String text) {
    List<String> lines = text.lines().toList();
    return lines.isEmpty() ? List.of("") : lines;
  }

  static List<ConstraintRule> rule(String constraint) {
    return List.of(new ConstraintRule(constraint, Map.of()));
  }

  @Override
  public String toString() {
    return name;
  }
}
