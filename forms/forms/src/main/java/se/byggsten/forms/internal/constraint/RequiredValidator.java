package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Required;

/** Judges {@link Required}. */
public final class RequiredValidator implements ConstraintValidator<Required, Object> {
  @Override
  public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
    return isAnswered(value);
  }

  /**
   * Tells whether a value is an answer.
   *
   * @param value the value
   * @return false for null, a blank text and an empty list
   */
  public static boolean isAnswered(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      return !text.toString().isBlank();
    }
    return value instanceof Collection<?> all ? !all.isEmpty() : value != null;
  }
}
