package se.byggsten.forms.internal.source;

import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FormException;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.internal.constraint.SafePatternValidator;

/** Turns annotations into rules and rules into attributes of annotations. */
public final class Rules {
  private static final Set<String> COMMON = Set.of("message", "groups", "payload");

  private Rules() {}

  /** The kinds of values that a parameter takes, where {@code ONE} is one of some words. */
  public enum Kind {
    /** A text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** One of some words. */
    ONE,
    /** A list of texts. */
    TEXTS,
    /** A list of some words. */
    SOME,
    /** Something that only Java can say. */
    OTHER
  }

  /**
   * A parameter of a constraint.
   *
   * @param name its name in camel case
   * @param kind what it takes
   * @param words the words it takes; empty for other kinds
   * @param byDefault its value when it is not given; empty when it must be
   */
  public record Parameter(String name, Kind kind, List<String> words, Optional<Object> byDefault) {}

  /**
   * Returns the parameters of a constraint.
   *
   * @param type the annotation type
   * @return sorted by name
   */
  public static List<Parameter> parameters(Class<? extends Annotation> type) {
    return attributes(type).values().stream()
        .map(
            method -> {
              Class<?> value = method.getReturnType();
              Class<?> one = value.isArray() ? value.getComponentType() : value;
              List<String> words = new ArrayList<>();
              if (one.isEnum()) {
                for (Object constant : one.getEnumConstants()) {
                  words.add(((Enum<?>) constant).name());
                }
              }
              return new Parameter(
                  method.getName(),
                  kind(value, one),
                  List.copyOf(words),
                  Optional.ofNullable(method.getDefaultValue()).map(Rules::neutral));
            })
        .toList();
  }

  private static Kind kind(Class<?> value, Class<?> one) {
    if (value.isArray()) {
      return one.isEnum() ? Kind.SOME : one == String.class ? Kind.TEXTS : Kind.OTHER;
    }
    if (one.isEnum()) {
      return Kind.ONE;
    }
    if (one == int.class || one == long.class) {
      return Kind.NUMBER;
    }
    return one == boolean.class ? Kind.FLAG : one == String.class ? Kind.TEXT : Kind.OTHER;
  }

  /**
   * Returns a rule whose parameters are checked against the annotation type and normalised.
   *
   * @param type the annotation type
   * @param given parameters as written
   * @return the rule
   * @throws FormException {@link FormException#CONSTRAINT} when a parameter is unknown, missing or
   *     of another type
   */
  public static ConstraintRule normalised(Class<? extends Annotation> type, Map<String, ?> given) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    Map<String, Method> attributes = attributes(type);
    for (String name : given.keySet()) {
      if (!attributes.containsKey(name)) {
        throw bad(type, "has no parameter '" + name + "'; it has " + attributes.keySet());
      }
    }
    attributes.forEach(
        (name, method) -> {
          Object value = given.get(name);
          Object byDefault = method.getDefaultValue();
          if (value == null && byDefault == null) {
            throw bad(type, "needs the parameter '" + name + "'");
          }
          if (value != null) {
            Object neutral = neutral(attribute(type, method, value));
            if (byDefault == null || !neutral.equals(neutral(byDefault))) {
              parameters.put(name, neutral);
            }
          }
        });
    refuseSlow(type, parameters);
    return new ConstraintRule(type.getSimpleName(), parameters);
  }

  /** A pattern is judged by RE2; what it lacks is told when the form is read, not when it runs. */
  private static void refuseSlow(Class<? extends Annotation> type, Map<String, Object> parameters) {
    if (type == Pattern.class) {
      SafePatternValidator.fault(parameters)
          .ifPresent(
              fault -> {
                throw new FormException(FormException.CONSTRAINT, fault);
              });
    }
  }

  /**
   * Returns the rule that an annotation on a component says.
   *
   * @param annotation a constraint
   * @param name the name of the rule
   * @return the rule
   */
  public static ConstraintRule of(Annotation annotation, String name) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    attributes(annotation.annotationType())
        .forEach(
            (attribute, method) -> {
              Object value = neutral(read(annotation, method));
              Object byDefault = method.getDefaultValue();
              if (byDefault == null || !value.equals(neutral(byDefault))) {
                parameters.put(attribute, value);
              }
            });
    refuseSlow(annotation.annotationType(), parameters);
    return new ConstraintRule(name, parameters);
  }

  /**
   * Returns the attributes of the annotation that a rule says.
   *
   * @param type the annotation type
   * @param rule the rule
   * @return values of the types of the attributes
   */
  public static Map<String, Object> attributes(
      Class<? extends Annotation> type, ConstraintRule rule) {
    refuseSlow(type, rule.parameters());
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Method> methods = attributes(type);
    rule.parameters()
        .forEach(
            (name, value) -> {
              Method method = methods.get(name);
              if (method == null) {
                throw bad(type, "has no parameter '" + name + "'");
              }
              values.put(name, attribute(type, method, value));
            });
    return values;
  }

  private static Map<String, Method> attributes(Class<? extends Annotation> type) {
    Map<String, Method> attributes = new LinkedHashMap<>();
    List<Method> methods = new ArrayList<>(List.of(type.getDeclaredMethods()));
    methods.sort((a, b) -> a.getName().compareTo(b.getName()));
    methods.stream()
        .filter(method -> !COMMON.contains(method.getName()))
        .forEach(method -> attributes.put(method.getName(), method));
    return attributes;
  }

  static Object read(Annotation annotation, Method attribute) {
    try {
      return Objects.requireNonNull(attribute.invoke(annotation));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new FormException(
          FormException.CONSTRAINT,
          "The annotation " + annotation.annotationType().getName() + " cannot be read");
    }
  }

  /** One Java type for each kind of value, so that rules compare whatever they came from. */
  private static Object neutral(Object value) {
    if (value.getClass().isArray()) {
      List<String> items = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        items.add(String.valueOf(Array.get(value, i)));
      }
      return List.copyOf(items);
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    return value instanceof Boolean ? value : value.toString();
  }

  private static Object attribute(Class<?> type, Method method, Object value) {
    Object converted = converted(method.getReturnType(), value);
    if (converted == null) {
      throw bad(
          type,
          "wants "
              + method.getReturnType().getSimpleName()
              + " for the parameter '"
              + method.getName()
              + "'");
    }
    return converted;
  }

  private static @Nullable Object converted(Class<?> wanted, Object value) {
    if (value instanceof Number number) {
      BigDecimal exact = new BigDecimal(number.toString());
      if (wanted == String.class) {
        return exact.toPlainString();
      }
      try {
        return wanted == int.class
            ? (Object) exact.intValueExact()
            : wanted == long.class ? (Object) exact.longValueExact() : null;
      } catch (ArithmeticException e) {
        return null;
      }
    }
    if (value instanceof Boolean) {
      return wanted == boolean.class ? value : null;
    }
    if (value instanceof Collection<?> items && wanted.isArray()) {
      return array(wanted.getComponentType(), items);
    }
    return value instanceof String text
        ? wanted == String.class ? text : constant(wanted, text)
        : null;
  }

  private static @Nullable Object array(Class<?> component, Collection<?> items) {
    Object array = Array.newInstance(component, items.size());
    int index = 0;
    for (Object item : items) {
      Object element = component == String.class ? item.toString() : constant(component, item);
      if (element == null) {
        return null;
      }
      Array.set(array, index++, element);
    }
    return array;
  }

  private static @Nullable Object constant(Class<?> component, Object item) {
    Object[] constants = component.getEnumConstants();
    if (constants != null) {
      for (Object constant : constants) {
        if (((Enum<?>) constant).name().equals(item.toString())) {
          return constant;
        }
      }
    }
    return null;
  }

  private static FormException bad(Class<?> type, String message) {
    return new FormException(
        FormException.CONSTRAINT, "The constraint " + type.getSimpleName() + " " + message);
  }
}
