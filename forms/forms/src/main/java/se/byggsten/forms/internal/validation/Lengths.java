package se.byggsten.forms.internal.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.internal.validation.FormValidator.Broken;

/**
 * How long a text each field takes.
 *
 * <p>A text that is too long is judged by nothing else: one thing at a time is to be put right, and
 * a constraint of somebody's own may be slow on long texts.
 */
final class Lengths {
  private record Longest(long characters, Broken broken) {}

  private final Map<String, Longest> byField = new HashMap<>();

  Lengths(FormDefinition form) {
    for (FieldDefinition field : form.fields().values()) {
      size(field)
          .map(ConstraintRule::parameters)
          .ifPresent(
              given -> {
                if (given.get("max") instanceof Long max) {
                  Map<String, String> limits =
                      Map.of(
                          "min", String.valueOf(given.getOrDefault("min", 0L)),
                          "max", Long.toString(max));
                  byField.put(field.id(), new Longest(max, new Broken("Size", limits)));
                }
              });
    }
  }

  private static Optional<ConstraintRule> size(FieldDefinition field) {
    return field
        .constraint("Size")
        .or(
            () ->
                field.type().constraints(field.settings()).stream()
                    .filter(rule -> rule.name().equals("Size"))
                    .findFirst());
  }

  Optional<Broken> tooLong(String field, @Nullable Object value) {
    Longest longest = byField.get(field);
    return longest != null && value instanceof String text && text.length() > longest.characters()
        ? Optional.of(longest.broken())
        : Optional.empty();
  }
}
