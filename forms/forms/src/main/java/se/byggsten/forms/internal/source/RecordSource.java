package se.byggsten.forms.internal.source;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.byggsten.forms.AttachmentRef;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.DataFacts;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FieldType;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.FormTexts;
import se.byggsten.forms.OptionDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.PrefillRule;
import se.byggsten.forms.annotation.Facts;
import se.byggsten.forms.annotation.Field;
import se.byggsten.forms.annotation.Form;
import se.byggsten.forms.annotation.Page;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.Required;

/** Reads a definition from an annotated record. */
public final class RecordSource {
  private static final Set<Class<? extends Annotation>> REQUIRING =
      Set.of(NotNull.class, NotBlank.class, NotEmpty.class, Required.class);

  private RecordSource() {}

  /**
   * Reads the definition.
   *
   * @param type the record
   * @param texts its texts
   * @param catalog the constraints that have short names
   * @return the definition
   * @throws FormException {@link FormException#DEFINITION} when the record will not do
   */
  public static FormDefinition read(
      Class<? extends Record> type, FormTexts texts, ConstraintCatalog catalog) {
    Form form = type.getAnnotation(Form.class);
    if (form == null) {
      throw bad("Put @Form on the record " + type.getName());
    }
    List<PageDefinition> pages = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (Page page : form.pages()) {
      List<FieldDefinition> fields = new ArrayList<>();
      for (RecordComponent component : type.getRecordComponents()) {
        Field field = annotation(component, type);
        if (field.page().equals(page.id())) {
          fields.add(field(component, field, catalog));
          placed.add(component.getName());
        }
      }
      pages.add(new PageDefinition(page.id(), page.kind(), page.showIf(), fields));
    }
    for (RecordComponent component : type.getRecordComponents()) {
      if (!placed.contains(component.getName())) {
        throw bad("The component " + component.getName() + " stands on a page that is not there");
      }
    }
    return FormDefinition.builder(form.id(), form.version())
        .languages(List.of(form.languages()))
        .facts(facts(form.facts()))
        .classification(form.classification())
        .pages(pages)
        .texts(texts)
        .build();
  }

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
      throw bad("The component " + component.getName() + " has no field");
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

  private static Field annotation(RecordComponent component, Class<?> type) {
    Field field = component.getAnnotation(Field.class);
    if (field == null) {
      throw bad("Put @Field on " + type.getSimpleName() + "." + component.getName());
    }
    return field;
  }

  private static FieldDefinition field(
      RecordComponent component, Field field, ConstraintCatalog catalog) {
    List<ConstraintRule> rules = rules(component, catalog);
    FieldType type = type(component, field, rules);
    if (!component.getType().equals(type.javaType())) {
      throw bad(
          "The component "
              + component.getName()
              + " is to be a "
              + type.javaType().getSimpleName());
    }
    FieldDefinition.Builder builder =
        FieldDefinition.builder(component.getName(), type)
            .required(required(component))
            .showIf(field.showIf())
            .requiredIf(field.requiredIf())
            .constraints(rules)
            .options(
                Arrays.stream(field.options())
                    .map(option -> new OptionDefinition(option.value(), option.showIf()))
                    .toList())
            .autocomplete(field.autocomplete())
            .width(field.width())
            .facts(facts(field.facts()));
    if (!field.prefill().source().isEmpty()) {
      builder.prefill(new PrefillRule(field.prefill().source(), field.prefill().locked()));
    }
    return builder.build();
  }

  private static FieldType type(
      RecordComponent component, Field field, List<ConstraintRule> rules) {
    if (field.type().length > 0) {
      return field.type()[0];
    }
    for (FieldType candidate :
        List.of(FieldType.PERSONNUMMER, FieldType.EMAIL, FieldType.PHONE, FieldType.POSTAL_CODE)) {
      Optional<ConstraintRule> implied = FieldDefinition.implied(candidate);
      if (implied.isPresent()
          && rules.stream().anyMatch(rule -> rule.name().equals(implied.get().name()))) {
        return candidate;
      }
    }
    Class<?> type = component.getType();
    if (type == Boolean.class) {
      return FieldType.YES_NO;
    }
    if (type == LocalDate.class) {
      return FieldType.DATE;
    }
    if (type == List.class) {
      return element(component) == AttachmentRef.class ? FieldType.FILES : FieldType.CHECKBOXES;
    }
    return field.options().length > 0 ? FieldType.RADIO : FieldType.TEXT;
  }

  private static Type element(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType type
        ? type.getActualTypeArguments()[0]
        : Object.class;
  }

  private static DataFacts facts(Facts facts) {
    return new DataFacts(
        facts.purpose(),
        facts.legalBasis(),
        facts.personalData(),
        facts.secrecy(),
        facts.retention());
  }

  private static FormException bad(String message) {
    return new FormException(FormException.DEFINITION, message);
  }
}
