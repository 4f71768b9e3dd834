package se.byggsten.forms.internal.validation;

import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A constraint that an answer breaks.
 *
 * @param name the name under which its error text stands
 * @param parameters the attributes of the constraint, for the text
 */
public record Broken(String name, Map<String, String> parameters) {
  /** There is no answer where there must be one. */
  static final Broken REQUIRED = new Broken("Required", Map.of());

  private static final Set<String> REQUIRING =
      Set.of("NotNull", "NotBlank", "NotEmpty", "Required");
  private static final Set<String> NOT_SHOWN = Set.of("message", "groups", "payload");

  /** What one answer breaks, by name; when it is missing nothing else is said of it. */
  static List<Broken> with(List<Broken> known, Broken more) {
    if (known.isEmpty() || more.equals(REQUIRED)) {
      return List.of(more);
    }
    if (known.contains(REQUIRED) || known.stream().anyMatch(k -> k.name().equals(more.name()))) {
      return known;
    }
    return Stream.concat(known.stream(), Stream.of(more))
        .sorted(Comparator.comparing(Broken::name))
        .toList();
  }

  static Broken of(ConstraintDescriptor<?> descriptor) {
    String name = descriptor.getAnnotation().annotationType().getSimpleName();
    if (REQUIRING.contains(name)) {
      return REQUIRED;
    }
    Map<String, String> parameters = new HashMap<>();
    descriptor
        .getAttributes()
        .forEach(
            (key, value) -> {
              if (!NOT_SHOWN.contains(key)) {
                parameters.put(key, shown(value));
              }
            });
    if (name.equals("Rule")) {
      return new Broken(parameters.getOrDefault("id", name), Map.of());
    }
    return new Broken(name, parameters);
  }

  private static String shown(Object value) {
    if (value instanceof Object[] items) {
      return String.join(", ", List.of(items).stream().map(String::valueOf).toList());
    }
    return value instanceof Collection<?> ? "" : String.valueOf(value);
  }
}
