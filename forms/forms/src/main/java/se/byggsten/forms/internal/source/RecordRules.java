package se.byggsten.forms.internal.source;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.byggsten.forms.FormException;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.constraint.Required;

/** Reads the constraints that stand on the components of a record. */
public final class RecordRules {
  private static final Set<Class<? extends Annotation>> REQUIRING =
      Set.of(NotNull.class, NotBlank.class, NotEmpty.class, Required.class);

  private RecordRules() {}

  /**
   * Returns the rules that a component itself says.
   *
   * @param component a component of a form
   * @param catalog the constraints that have short names
   * @return the rules, those that only require left out
   */
  public static List<ConstraintRule> rules(RecordComponent component, ConstraintCatalog catalog) {
    List<ConstraintRule> rules = new ArrayList<>();
    for (Annotation annotation : constraints(component)) {
      if (!REQUIRING.contains(annotation.annotationType())) {
        Class<? extends Annotation> type = annotation.annotationType();
        boolean known = catalog.find(type.getSimpleName()).filter(type::equals).isPresent();
        rules.add(Rules.of(annotation, known ? type.getSimpleName() : type.getName()));
      }
    }
    return rules;
  }

  /**
   * Tells whether a component requires an answer by itself.
   *
   * @param component a component of a form
   * @return true with {@code @NotNull} and the like
   */
  public static boolean required(RecordComponent component) {
    return constraints(component).stream().anyMatch(a -> REQUIRING.contains(a.annotationType()));
  }

  private static List<Annotation> constraints(RecordComponent component) {
    List<Annotation> found = new ArrayList<>();
    for (Annotation annotation : declared(component)) {
      if (annotation.annotationType().isAnnotationPresent(Constraint.class)) {
        found.add(annotation);
      } else {
        found.addAll(contained(annotation));
      }
    }
    return found;
  }

  /** Constraints cannot stand on a component itself; the compiler puts them on its field. */
  private static Annotation[] declared(RecordComponent component) {
    try {
      return component
          .getDeclaringRecord()
          .getDeclaredField(component.getName())
          .getDeclaredAnnotations();
    } catch (NoSuchFieldException e) {
      throw new FormException(
          FormException.DEFINITION, "The component " + component.getName() + " has no field");
    }
  }

  /** Several constraints of one type lie in a container with one attribute. */
  private static List<Annotation> contained(Annotation container) {
    for (Method method : container.annotationType().getDeclaredMethods()) {
      Class<?> type = method.getReturnType();
      if (method.getName().equals("value")
          && type.isArray()
          && type.getComponentType().isAnnotationPresent(Constraint.class)) {
        return List.of((Annotation[]) Rules.read(container, method));
      }
    }
    return List.of();
  }
}
