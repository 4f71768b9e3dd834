package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.PageDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.evaluation.Evaluation;
import se.byggsten.forms.internal.validation.FormValidator;
import se.byggsten.forms.spi.Bound;

/** Judges the answers of a page. */
final class Judge {
  private final FormDefinition form;
  private final FormValidator validator;

  Judge(FormDefinition form, FormValidator validator) {
    this.form = form;
    this.validator = validator;
  }

  List<Violation> violations(
      Evaluation evaluation, PageDefinition page, Place place, Set<String> except) {
    Map<String, Bound> bounds = new LinkedHashMap<>();
    Map<String, @Nullable Object> values = new HashMap<>();
    Set<String> required = new HashSet<>();
    for (FieldDefinition field : evaluation.shownFields(page, place)) {
      if (field.isAsked() && !except.contains(field.id())) {
        Bound bound = evaluation.bound(field.id(), place);
        bounds.put(field.id(), bound);
        if (bound.error().isEmpty()) {
          values.put(field.id(), bound.value());
          if (evaluation.isRequired(field.id(), place)) {
            required.add(field.id());
          }
        }
      }
    }
    Map<String, List<FormValidator.Broken>> broken =
        validator.validate(values, required, evaluation.context(page, place));
    List<Violation> violations = new ArrayList<>();
    bounds.forEach(
        (field, bound) -> {
          if (!bound.error().isEmpty()) {
            violations.add(new Violation(field, place, bound.error(), Map.of()));
          }
          broken
              .getOrDefault(field, List.of())
              .forEach(b -> violations.add(new Violation(field, place, b.name(), b.parameters())));
        });
    return violations;
  }

  /** Whether the form may be sent although the answer is missing or wrong. */
  boolean isDeferrable(Violation violation) {
    FieldDefinition field = form.fields().get(violation.field());
    return form.sendAnyway() && field != null && field.deferrable();
  }
}
