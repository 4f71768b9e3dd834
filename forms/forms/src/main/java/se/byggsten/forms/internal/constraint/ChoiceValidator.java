package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Choice;

/** Judges {@link Choice}. */
public final class ChoiceValidator implements ConstraintValidator<Choice, Object> {
  private String field = "";

  @Override
  public void initialize(Choice constraint) {
    field = constraint.field();
  }

  @Override
  public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
    if (value == null) {
      return true;
    }
    Set<String> offered = AnswerContext.of(context).offered(field);
    return value instanceof Collection<?> all ? offered.containsAll(all) : offered.contains(value);
  }
}
