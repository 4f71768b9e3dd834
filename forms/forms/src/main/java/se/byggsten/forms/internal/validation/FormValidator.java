package se.byggsten.forms.internal.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.groups.Default;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.HibernateValidatorFactory;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.GenericConstraintDef;
import org.hibernate.validator.cfg.context.PropertyConstraintMappingContext;
import org.hibernate.validator.cfg.context.TypeConstraintMappingContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.constraint.Choice;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.constraint.PrintableText;
import se.byggsten.forms.constraint.Required;
import se.byggsten.forms.constraint.WhenRequired;
import se.byggsten.forms.internal.constraint.AnswerContext;
import se.byggsten.forms.internal.constraint.RequiredValidator;
import se.byggsten.forms.internal.constraint.SafePatternValidator;
import se.byggsten.forms.internal.source.RecordRules;
import se.byggsten.forms.internal.source.Rules;
import se.byggsten.forms.spi.Trait;

/**
 * Judges answers with Hibernate Validator.
 *
 * <p>A form with a record is judged by the record's own annotations; one without gets a class made
 * for it, whose constraints are mapped by program. What the definition adds (options, printable
 * text, required by condition) is mapped the same way for both.
 */
public final class FormValidator {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private static final Set<String> REQUIRING =
      Set.of("NotNull", "NotBlank", "NotEmpty", "Required");
  private static final Set<String> NOT_SHOWN = Set.of("message", "groups", "payload");

  private static final Broken REQUIRED = new Broken("Required", Map.of());

  private final HibernateValidatorFactory factory;
  private final Map<String, Class<?>> types;
  private final Lengths lengths;
  private final Map<Class<?>, PageBean> beans = new HashMap<>();

  /**
   * A constraint that an answer breaks.
   *
   * @param name the name under which its error text stands
   * @param parameters the attributes of the constraint, for the text
   */
  public record Broken(String name, Map<String, String> parameters) {}

  private FormValidator(
      HibernateValidatorFactory factory,
      Map<String, Class<?>> types,
      boolean made,
      FormDefinition form) {
    this.factory = factory;
    this.types = types;
    lengths = new Lengths(form);
    if (made) {
      Set.copyOf(types.values()).forEach(type -> beans.put(type, new PageBean(type)));
    }
  }

  /**
   * Returns a validator for a form.
   *
   * @param form the form
   * @param record its record, or null when it has none
   * @param catalog the constraints that have short names
   * @param clock says what day it is
   * @return the validator
   * @throws FormException {@link FormException#CONSTRAINT} when a constraint is unknown or does not
   *     fit its field, {@link FormException#DEFINITION} when the record lacks a field
   */
  public static FormValidator of(
      FormDefinition form,
      @Nullable Class<? extends Record> record,
      ConstraintCatalog catalog,
      Clock clock) {
    Map<String, Class<?>> types = record == null ? classesFor(form) : RowRecords.of(form, record);
    Clock local = clock.withZone(ZONE);
    HibernateValidatorConfiguration configuration =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .ignoreXmlConfiguration()
            .messageInterpolator(new KeyOnly())
            .clockProvider(() -> local);
    ConstraintMapping mapping = configuration.createConstraintMapping();
    mapping
        .constraintDefinition(Pattern.class)
        .includeExistingValidators(false)
        .validatedBy(SafePatternValidator.class);
    Map<Class<?>, TypeConstraintMappingContext<?>> contexts = new HashMap<>();
    for (FieldDefinition field : form.fields().values()) {
      Class<?> type = types.get(field.id());
      if (type != null) {
        TypeConstraintMappingContext<?> context = contexts.computeIfAbsent(type, mapping::type);
        map(context.field(field.id()), field, record == null ? null : type, catalog);
      }
    }
    configuration.addMapping(mapping);
    FormValidator validator =
        new FormValidator(
            configuration.buildValidatorFactory().unwrap(HibernateValidatorFactory.class),
            Map.copyOf(types),
            record == null,
            form);
    validator.refuseMisfits(form);
    return validator;
  }

  /** One class for each page: what a class has is judged in one go. */
  private static Map<String, Class<?>> classesFor(FormDefinition form) {
    Map<String, Class<?>> types = new HashMap<>();
    int made = 0;
    for (PageDefinition page : form.structure().pages().values()) {
      Map<String, Class<?>> fields = new LinkedHashMap<>();
      for (FieldDefinition field : page.fields()) {
        if (field.isAsked()) {
          fields.put(field.id(), field.type().javaType());
        }
      }
      if (!fields.isEmpty()) {
        Class<?> type = FormClass.with(made++, fields);
        fields.keySet().forEach(id -> types.put(id, type));
      }
    }
    return types;
  }

  private static void map(
      PropertyConstraintMappingContext context,
      FieldDefinition field,
      @Nullable Class<?> record,
      ConstraintCatalog catalog) {
    List<ConstraintRule> missing = new ArrayList<>(field.constraints());
    for (ConstraintRule implied : field.type().constraints(field.settings())) {
      if (field.constraint(implied.name()).isEmpty()) {
        missing.add(implied);
      }
    }
    boolean required = field.required();
    if (record != null) {
      RecordComponent component = component(record, field.id());
      missing.removeAll(RecordRules.rules(component, catalog));
      required = required && !RecordRules.required(component);
    }
    for (ConstraintRule rule : missing) {
      Class<? extends Annotation> annotation =
          catalog
              .find(rule.name())
              .orElseThrow(
                  () ->
                      new FormException(
                          FormException.CONSTRAINT,
                          "Add the constraint " + rule.name() + " to the catalogue"));
      add(context, annotation, Rules.attributes(annotation, rule));
    }
    // In a class that was made here, what is required is seen without asking the validator.
    if (required && record != null) {
      add(context, Required.class, Map.of());
    }
    if (!field.requiredIf().isEmpty() && record != null) {
      add(context, Required.class, Map.of(), WhenRequired.class);
    }
    if (field.has(Trait.OPTIONS)) {
      add(context, Choice.class, Map.of("field", field.id()));
    }
    if (field.has(Trait.TYPED) && field.type().javaType() == String.class) {
      add(context, PrintableText.class, Map.of());
    }
  }

  private static RecordComponent component(Class<?> record, String name) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component;
      }
    }
    throw new FormException(
        FormException.DEFINITION, record.getSimpleName() + " has no component " + name);
  }

  private static <A extends Annotation> void add(
      PropertyConstraintMappingContext context,
      Class<A> annotation,
      Map<String, Object> attributes,
      Class<?>... groups) {
    GenericConstraintDef<A> definition = new GenericConstraintDef<>(annotation);
    attributes.forEach(definition::param);
    definition.groups(groups);
    context.constraint(definition);
  }

  /** Hibernate Validator finds out that a constraint cannot judge a type when first asked. */
  private void refuseMisfits(FormDefinition form) {
    AnswerContext nothing =
        new AnswerContext() {
          @Override
          public boolean holds(String condition) {
            return true;
          }

          @Override
          public Set<String> offered(String field) {
            return Set.of();
          }
        };
    for (FieldDefinition field : form.fields().values()) {
      if (!field.isAsked()) {
        continue;
      }
      try {
        violations(field.id(), null, true, validator(nothing));
      } catch (jakarta.validation.ValidationException e) {
        throw new FormException(
            FormException.CONSTRAINT,
            "A constraint of the field "
                + field.id()
                + " cannot judge a "
                + field.type().name()
                + ", or has a parameter that will not do");
      }
    }
  }

  /**
   * Judges one answer.
   *
   * @param field the id of the field
   * @param value the value, null when absent
   * @param requiredNow whether the condition for requiring it holds
   * @param answers the other answers
   * @return the broken constraints, {@code Required} alone when there is no answer, else by name
   */
  public List<Broken> validate(
      String field, @Nullable Object value, boolean requiredNow, AnswerContext answers) {
    return validate(field, value, requiredNow, validator(answers));
  }

  /**
   * Returns a validator that knows the other answers, for judging many answers of one run.
   *
   * @param answers the other answers
   * @return the validator
   */
  public Validator validator(AnswerContext answers) {
    return factory.usingContext().constraintValidatorPayload(answers).getValidator();
  }

  /**
   * Judges one answer.
   *
   * @param field the id of the field
   * @param value the value, null when absent
   * @param requiredNow whether the condition for requiring it holds
   * @param validator one that knows the other answers
   * @return as the other method of this name
   */
  public List<Broken> validate(
      String field, @Nullable Object value, boolean requiredNow, Validator validator) {
    Optional<Broken> tooLong = lengths.tooLong(field, value);
    if (tooLong.isPresent()) {
      return List.of(tooLong.get());
    }
    return judged(field, value, requiredNow, validator);
  }

  private List<Broken> judged(
      String field, @Nullable Object value, boolean requiredNow, Validator validator) {
    if (requiredNow && !RequiredValidator.isAnswered(value)) {
      return List.of(REQUIRED);
    }
    Map<String, Broken> byName = new TreeMap<>();
    for (ConstraintViolation<?> violation : violations(field, value, requiredNow, validator)) {
      Broken broken = broken(violation.getConstraintDescriptor());
      byName.putIfAbsent(broken.name(), broken);
    }
    return list(byName);
  }

  private Set<? extends ConstraintViolation<?>> violations(
      String field, @Nullable Object value, boolean requiredNow, Validator validator) {
    Class<?> type = Objects.requireNonNull(types.get(field), "No such field");
    return requiredNow
        ? validator.validateValue(type, field, value, Default.class, WhenRequired.class)
        : validator.validateValue(type, field, value);
  }

  /**
   * Judges the answers of a page in one go.
   *
   * @param values what is to be judged, by the id of the field; null for what is absent
   * @param requiredNow those fields that must be answered
   * @param answers the other answers
   * @return the broken constraints, as {@link #validate(String, Object, boolean, AnswerContext)}
   *     gives them, by the id of the field
   */
  public Map<String, List<Broken>> validate(
      Map<String, @Nullable Object> values, Set<String> requiredNow, AnswerContext answers) {
    if (values.isEmpty()) {
      return Map.of();
    }
    Validator validator = validator(answers);
    Class<?> type = Objects.requireNonNull(types.get(values.keySet().iterator().next()));
    PageBean bean = beans.get(type);
    boolean fits =
        values.entrySet().stream()
            .allMatch(one -> lengths.tooLong(one.getKey(), one.getValue()).isEmpty());
    if (bean == null || !fits) {
      return oneByOne(values, requiredNow, validator);
    }
    return together(values, requiredNow, validator, bean);
  }

  private Map<String, List<Broken>> oneByOne(
      Map<String, @Nullable Object> values, Set<String> requiredNow, Validator validator) {
    Map<String, List<Broken>> broken = new HashMap<>();
    values.forEach(
        (field, value) ->
            broken.put(field, validate(field, value, requiredNow.contains(field), validator)));
    return broken;
  }

  private static Map<String, List<Broken>> together(
      Map<String, @Nullable Object> values,
      Set<String> requiredNow,
      Validator validator,
      PageBean bean) {
    Map<String, Map<String, Broken>> found = new HashMap<>();
    for (ConstraintViolation<?> violation : validator.validate(bean.of(values))) {
      String field = violation.getPropertyPath().iterator().next().getName();
      if (values.containsKey(field)) {
        Broken one = broken(violation.getConstraintDescriptor());
        found.computeIfAbsent(field, f -> new TreeMap<>()).putIfAbsent(one.name(), one);
      }
    }
    for (String field : requiredNow) {
      if (values.containsKey(field) && !RequiredValidator.isAnswered(values.get(field))) {
        found.computeIfAbsent(field, f -> new TreeMap<>()).put("Required", REQUIRED);
      }
    }
    Map<String, List<Broken>> broken = new HashMap<>();
    found.forEach((field, byName) -> broken.put(field, list(byName)));
    return broken;
  }

  private static List<Broken> list(Map<String, Broken> byName) {
    Broken required = byName.get("Required");
    return required == null ? List.copyOf(byName.values()) : List.of(required);
  }

  private static Broken broken(ConstraintDescriptor<?> descriptor) {
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

  /** Leaves the message as its key: texts are chosen later, and no expression is ever evaluated. */
  private static final class KeyOnly implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }
}
