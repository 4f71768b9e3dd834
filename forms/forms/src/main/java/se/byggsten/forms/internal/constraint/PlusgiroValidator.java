package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Plusgiro;

/** Judges {@link Plusgiro}. */
public final class PlusgiroValidator implements ConstraintValidator<Plusgiro, CharSequence> {

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return se.byggsten.core.identifier.Plusgiro.tryParse(value.toString()).isPresent();
  }
}
