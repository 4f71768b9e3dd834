package se.byggsten.forms.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.FieldDefinition;
import se.byggsten.forms.FormDefinition;
import se.byggsten.forms.Place;
import se.byggsten.forms.internal.evaluation.Evaluation;
import se.byggsten.forms.internal.evaluation.FieldPlan;
import se.byggsten.forms.internal.evaluation.PagePlan;
import se.byggsten.forms.internal.validation.Broken;
import se.byggsten.forms.internal.validation.FormValidator;
import se.byggsten.forms.internal.validation.PageAnswers;
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
      Evaluation evaluation, PagePlan page, Place place, Set<String> except) {
    PageAnswers answers = new PageAnswers(page.fields().size());
    @Nullable String[] unreadable = new @Nullable String[page.fields().size()];
    boolean read = true;
    for (int i = 0; i < unreadable.length; i++) {
      FieldPlan field = page.fields().get(i);
      if (field.shape().asked()
          && evaluation.isShown(field, place)
          && !except.contains(field.id())) {
        Bound bound = evaluation.bound(field, place);
        if (bound.error().isEmpty()) {
          answers.put(i, bound.value(), evaluation.isRequired(field, place));
        } else {
          unreadable[i] = bound.error();
          read = false;
        }
      }
    }
    List<List<Broken>> broken =
        validator.validate(page.page(), answers, evaluation.context(page.page(), place));
    if (read && broken.isEmpty()) {
      return List.of();
    }
    List<Violation> violations = new ArrayList<>();
    for (int i = 0; i < unreadable.length; i++) {
      String field = page.fields().get(i).id();
      String error = unreadable[i];
      if (error != null) {
        violations.add(new Violation(field, place, error, Map.of()));
      } else if (!broken.isEmpty()) {
        for (Broken one : broken.get(i)) {
          violations.add(new Violation(field, place, one.name(), one.parameters()));
        }
      }
    }
    return violations;
  }

  /** Whether the form may be sent although the answer is missing or wrong. */
  boolean isDeferrable(Violation violation) {
    FieldDefinition field = form.fields().get(violation.field());
    return form.sendAnyway() && field != null && field.deferrable();
  }
}
