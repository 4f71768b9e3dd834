package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Iban;

/** Judges {@link Iban}. */
public final class IbanValidator implements ConstraintValidator<Iban, CharSequence> {
  private Set<String> countries = Set.of();

  @Override
  public void initialize(Iban constraint) {
    countries = Set.of(constraint.countries());
  }

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return se.byggsten.core.identifier.Iban.tryParse(value.toString())
        .filter(iban -> countries.isEmpty() || countries.contains(iban.country()))
        .isPresent();
  }
}
