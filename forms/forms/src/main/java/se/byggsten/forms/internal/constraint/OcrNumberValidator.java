package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.OcrNumber;

/** Judges {@link OcrNumber}. */
public final class OcrNumberValidator implements ConstraintValidator<OcrNumber, CharSequence> {
  private boolean lengthDigit;

  @Override
  public void initialize(OcrNumber constraint) {
    lengthDigit = constraint.lengthDigit();
  }

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return se.byggsten.core.identifier.OcrNumber.tryParse(value.toString())
        .filter(number -> !lengthDigit || number.hasLengthDigit())
        .isPresent();
  }
}
