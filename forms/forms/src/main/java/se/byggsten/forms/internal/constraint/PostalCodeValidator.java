package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.PostalCode;

/** Judges {@link PostalCode}. */
public final class PostalCodeValidator implements ConstraintValidator<PostalCode, CharSequence> {

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return se.byggsten.core.identifier.Postnummer.tryParse(value.toString()).isPresent();
  }
}
