package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Fastighetsbeteckning;

/** Judges {@link Fastighetsbeteckning}. */
public final class FastighetsbeteckningValidator
    implements ConstraintValidator<Fastighetsbeteckning, CharSequence> {

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return se.byggsten.core.identifier.Fastighetsbeteckning.tryParse(value.toString()).isPresent();
  }
}
