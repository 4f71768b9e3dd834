package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.PostalCode;

/** Judges {@link PostalCode}. */
public final class PostalCodeValidator implements ConstraintValidator<PostalCode, CharSequence> {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]");
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{4}");

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return FORM.matcher(SPACES.matcher(value).replaceAll("")).matches();
  }
}
