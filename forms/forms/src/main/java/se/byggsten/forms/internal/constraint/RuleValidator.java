package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Rule;

/** Judges {@link Rule}. */
public final class RuleValidator implements ConstraintValidator<Rule, Object> {
  private String holds = "";

  @Override
  public void initialize(Rule constraint) {
    holds = constraint.holds();
  }

  @Override
  public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
    return value == null || AnswerContext.of(context).holds(holds);
  }
}
