package se.byggsten.forms.internal.source;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.FormException;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.spi.FieldSettings;
import se.byggsten.forms.spi.FieldType;
import se.byggsten.forms.type.FieldTypes;

/**
 * Chooses the kind of field for a component that does not name one.
 *
 * <p>A constraint that only one kind brings decides; then the Java type, where {@code String} is a
 * text or, with options, radio buttons.
 */
final class TypeChoice {
  private final Map<String, FieldType> byConstraint = new HashMap<>();
  private final Map<Class<?>, FieldType> byJavaType = new HashMap<>();

  TypeChoice(FieldTypes types) {
    Set<String> sharedConstraints = new HashSet<>();
    Set<Class<?>> sharedTypes = new HashSet<>();
    for (FieldType type : types.all()) {
      for (ConstraintRule rule : type.constraints(FieldSettings.NONE)) {
        if (byConstraint.put(rule.name(), type) != null) {
          sharedConstraints.add(rule.name());
        }
      }
      if (byJavaType.put(type.javaType(), type) != null) {
        sharedTypes.add(type.javaType());
      }
    }
    byConstraint.keySet().removeAll(sharedConstraints);
    byJavaType.keySet().removeAll(sharedTypes);
  }

  FieldType of(RecordComponent component, List<ConstraintRule> rules, boolean options) {
    Class<?> javaType = component.getType();
    Map<String, FieldType> brought = new TreeMap<>();
    for (ConstraintRule rule : rules) {
      FieldType type = byConstraint.get(rule.name());
      if (type != null && type.javaType() == javaType) {
        brought.put(type.name(), type);
      }
    }
    if (brought.size() == 1) {
      return brought.values().iterator().next();
    }
    return usual(component, options)
        .or(() -> Optional.ofNullable(byJavaType.get(javaType)))
        .orElseThrow(
            () ->
                new FormException(
                    FormException.DEFINITION,
                    "Say with type what kind of field " + component.getName() + " is"));
  }

  /** The usual kinds for the Java types that several kinds share. */
  private static Optional<FieldType> usual(RecordComponent component, boolean options) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return Optional.of(options ? FieldTypes.RADIO : FieldTypes.TEXT);
    }
    if (type == Boolean.class) {
      return Optional.of(FieldTypes.YES_NO);
    }
    if (type == LocalDate.class) {
      return Optional.of(FieldTypes.DATE);
    }
    if (type == BigDecimal.class) {
      return Optional.of(FieldTypes.NUMBER);
    }
    if (type == List.class) {
      boolean files =
          component.getGenericType() instanceof ParameterizedType list
              && list.getActualTypeArguments()[0] == AttachmentRef.class;
      return Optional.of(files ? FieldTypes.FILES : FieldTypes.CHECKBOXES);
    }
    return Optional.empty();
  }
}
