package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Coordinates;

/** Judges {@link Coordinates}. */
public final class CoordinatesValidator implements ConstraintValidator<Coordinates, CharSequence> {

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return se.byggsten.core.identifier.Coordinates.tryParse(value.toString()).isPresent();
  }
}
