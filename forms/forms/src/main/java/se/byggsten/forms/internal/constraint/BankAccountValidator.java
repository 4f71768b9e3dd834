package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.BankAccount;

/** Judges {@link BankAccount}. */
public final class BankAccountValidator implements ConstraintValidator<BankAccount, CharSequence> {

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return se.byggsten.core.identifier.BankAccount.tryParse(value.toString()).isPresent();
  }
}
