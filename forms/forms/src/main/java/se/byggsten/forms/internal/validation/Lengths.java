package se.byggsten.forms.internal.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.constraint.ConstraintRule;

/**
 * How long a text each field takes.
 *
 * <p>A text that is too long is judged by nothing else: one thing at a time is to be put right, and
 * a constraint of somebody's own may be slow on long texts.
 */
final class Lengths {
  private static final Longest ANY = new Longest(Long.MAX_VALUE, Broken.REQUIRED);

  /** A length, and what is broken when a text passes it. */
  record Longest(long characters, Broken broken) {
    boolean isPassedBy(@Nullable Object value) {
      return value instanceof String text && text.length() > characters;
    }
  }

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

  Longest of(String field) {
    return byField.getOrDefault(field, ANY);
  }
}
