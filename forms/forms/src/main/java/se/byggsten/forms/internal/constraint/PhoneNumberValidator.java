package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.PhoneNumber;

/** Judges {@link PhoneNumber}. */
public final class PhoneNumberValidator implements ConstraintValidator<PhoneNumber, CharSequence> {
  private static final Pattern IGNORED = Pattern.compile("[\\s\\u00a0()/\u2010-\u2015-]");
  private static final Pattern FORM = Pattern.compile("\\+?[0-9]{6,15}");

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return FORM.matcher(IGNORED.matcher(value).replaceAll("")).matches();
  }
}
