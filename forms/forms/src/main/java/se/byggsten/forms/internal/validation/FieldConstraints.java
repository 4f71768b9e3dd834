package se.byggsten.forms.internal.validation;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.cfg.GenericConstraintDef;
import org.hibernate.validator.cfg.context.PropertyConstraintMappingContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormException;
import se.byggsten.forms.constraint.Choice;
import se.byggsten.forms.constraint.ConstraintCatalog;
import se.byggsten.forms.constraint.ConstraintRule;
import se.byggsten.forms.constraint.PrintableText;
import se.byggsten.forms.constraint.Required;
import se.byggsten.forms.constraint.WhenRequired;
import se.byggsten.forms.internal.source.RecordRules;
import se.byggsten.forms.internal.source.Rules;
import se.byggsten.forms.spi.Trait;

/** Tells Hibernate Validator what the definition asks of a field. */
final class FieldConstraints {
  private FieldConstraints() {}

  static void map(
      PropertyConstraintMappingContext context,
      FieldDefinition field,
      @Nullable Class<?> record,
      ConstraintCatalog catalog) {
    List<ConstraintRule> missing = field.judging();
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
}
