package se.byggsten.forms.run;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    List<Violation> violations = new ArrayList<>();
    Validator judge = validator.validator(evaluation.context(page, place));
    for (FieldDefinition field : evaluation.shownFields(page, place)) {
      if (!field.isAsked() || except.contains(field.id())) {
        continue;
      }
      Bound bound = evaluation.bound(field.id(), place);
      if (!bound.error().isEmpty()) {
        violations.add(new Violation(field.id(), place, bound.error(), Map.of()));
        continue;
      }
      validator
          .validate(field.id(), bound.value(), evaluation.isRequired(field.id(), place), judge)
          .forEach(b -> violations.add(new Violation(field.id(), place, b.name(), b.parameters())));
    }
    return violations;
  }

  /** Whether the form may be sent although the answer is missing or wrong. */
  boolean isDeferrable(Violation violation) {
    FieldDefinition field = form.fields().get(violation.field());
    return form.sendAnyway() && field != null && field.deferrable();
  }
}
