package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Organisationsnummer;

/** Judges {@link Organisationsnummer}. */
public final class OrganisationsnummerValidator
    implements ConstraintValidator<Organisationsnummer, CharSequence> {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]");

  private boolean soleTrader = true;

  @Override
  public void initialize(Organisationsnummer constraint) {
    soleTrader = constraint.soleTrader();
  }

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    return se.byggsten.core.identifier.Organisationsnummer.tryParse(
            SPACES.matcher(value).replaceAll(""), Today.by(context))
        .filter(number -> soleTrader || !number.isSoleTrader())
        .isPresent();
  }
}
