package se.byggsten.forms.internal.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.groups.Default;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.HibernateValidatorFactory;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.context.TypeConstraintMappingContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.WhenRequired;
import se.byggsten.forms.internal.constraint.AnswerContext;
import se.byggsten.forms.internal.constraint.SafePatternValidator;

/**
 * Judges answers with Hibernate Validator.
 *
 * <p>A form with a record is judged by the record's own annotations; one without gets a class made
 * for it, whose constraints are mapped by program. What the definition adds (options, printable
 * text, required by condition) is mapped the same way for both.
 */
public final class FormValidator {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
  private final CurrentAnswers current = new CurrentAnswers();
  private final Validator validator;
  private final Map<String, Class<?>> types;
  private final Map<ConstraintDescriptor<?>, Broken> broken = new ConcurrentHashMap<>();
  private final Map<String, JudgedPage> pages = new HashMap<>();

  private FormValidator(
      HibernateValidatorFactory factory,
      Map<String, Class<?>> types,
      boolean made,
      FormDefinition form) {
    this.validator = factory.usingContext().constraintValidatorPayload(current).getValidator();
    this.types = types;
    Lengths lengths = new Lengths(form);
    for (PageDefinition page : form.structure().pages().values()) {
      pages.put(page.id(), JudgedPage.of(page, lengths, made ? types : Map.of()));
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
        FieldConstraints.map(
            context.field(field.id()), field, record == null ? null : type, catalog);
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
      if (page.fields().stream().anyMatch(FieldDefinition::isAsked)) {
        Class<?> type = FormClass.of(page, made++);
        for (FieldDefinition field : page.fields()) {
          if (field.isAsked()) {
            types.put(field.id(), type);
          }
        }
      }
    }
    return types;
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
        current.during(nothing, () -> violations(field.id(), null, true));
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
   * Judges the answers of a page.
   *
   * @param page the page
   * @param answers its answers
   * @param others all answers of the run
   * @return the broken constraints of each field of the page, in order: {@code Required} alone when
   *     there is no answer, else by name; an empty list when nothing at all is broken
   */
  public List<List<Broken>> validate(
      PageDefinition page, PageAnswers answers, AnswerContext others) {
    if (answers.isEmpty()) {
      return List.of();
    }
    JudgedPage judged = Objects.requireNonNull(pages.get(page.id()), "No such page");
    PageBean bean = judged.bean();
    return current.during(
        others,
        () ->
            bean == null || !judged.fits(answers)
                ? oneByOne(judged, answers)
                : together(judged, bean, answers));
  }

  private List<List<Broken>> oneByOne(JudgedPage page, PageAnswers answers) {
    List<List<Broken>> all = new ArrayList<>();
    for (int i = 0; i < page.fields().size(); i++) {
      all.add(answers.isJudged(i) ? one(page, i, answers) : List.of());
    }
    return all;
  }

  private List<Broken> one(JudgedPage page, int number, PageAnswers answers) {
    Object value = answers.value(number);
    Optional<Broken> tooLong = page.tooLong(number, value);
    if (tooLong.isPresent()) {
      return List.of(tooLong.get());
    }
    if (answers.lacksRequired(number)) {
      return List.of(Broken.REQUIRED);
    }
    List<Broken> found = List.of();
    for (ConstraintViolation<?> violation :
        violations(page.fields().get(number), value, answers.isRequired(number))) {
      found = Broken.with(found, broken(violation));
    }
    return found;
  }

  private Set<? extends ConstraintViolation<?>> violations(
      String field, @Nullable Object value, boolean requiredNow) {
    Class<?> type = Objects.requireNonNull(types.get(field), "No such field");
    return requiredNow
        ? validator.validateValue(type, field, value, Default.class, WhenRequired.class)
        : validator.validateValue(type, field, value);
  }

  private List<List<Broken>> together(JudgedPage page, PageBean bean, PageAnswers answers) {
    Set<ConstraintViolation<Object>> violations = validator.validate(bean.of(answers));
    if (violations.isEmpty() && !answers.lacksRequired()) {
      return List.of();
    }
    List<List<Broken>> all = new ArrayList<>(page.fields().size());
    for (int i = 0; i < page.fields().size(); i++) {
      all.add(answers.lacksRequired(i) ? List.of(Broken.REQUIRED) : List.of());
    }
    for (ConstraintViolation<Object> violation : violations) {
      String field = violation.getPropertyPath().iterator().next().getName();
      int number = Objects.requireNonNull(page.numbers().get(field), "No such field");
      if (answers.isJudged(number)) {
        all.set(number, Broken.with(all.get(number), broken(violation)));
      }
    }
    return all;
  }

  /** What a constraint of the form says is the same each time. */
  private Broken broken(ConstraintViolation<?> violation) {
    return broken.computeIfAbsent(violation.getConstraintDescriptor(), Broken::of);
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
