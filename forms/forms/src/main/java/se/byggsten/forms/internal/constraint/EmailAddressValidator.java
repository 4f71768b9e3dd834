package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.EmailAddress;

/** Judges {@link EmailAddress}. */
public final class EmailAddressValidator
    implements ConstraintValidator<EmailAddress, CharSequence> {
  // Before the sign what RFC 5321 takes without quotes, with letters of any script (RFC 6531).
  // Possessive, so that a long text without a match costs one pass.
  private static final Pattern FORM =
      Pattern.compile(
          "[\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}+@(?:[\\p{L}\\p{N}-]{1,63}+\\.)++[\\p{L}\\p{N}-]{2,63}+");

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    String text = value.toString().strip();
    return text.length() <= 254 && FORM.matcher(text).matches();
  }
}
