package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.PhoneNumber;
import se.byggsten.forms.constraint.internal.PhoneNumbers;

/** Judges {@link PhoneNumber}. */
public final class PhoneNumberValidator implements ConstraintValidator<PhoneNumber, CharSequence> {
  private String region = "SE";
  private boolean mobileOnly;

  @Override
  public void initialize(PhoneNumber constraint) {
    region = constraint.region();
    mobileOnly = constraint.mobileOnly();
  }

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return PhoneNumbers.parse(value.toString(), region)
        .filter(number -> !mobileOnly || number.isMobile())
        .isPresent();
  }
}
