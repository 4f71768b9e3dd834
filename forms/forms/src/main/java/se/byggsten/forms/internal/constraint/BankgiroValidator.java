package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Bankgiro;

/** Judges {@link Bankgiro}. */
public final class BankgiroValidator implements ConstraintValidator<Bankgiro, CharSequence> {

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return se.byggsten.core.identifier.Bankgiro.tryParse(value.toString()).isPresent();
  }
}
