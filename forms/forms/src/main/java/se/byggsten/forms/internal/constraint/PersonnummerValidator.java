package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.identifier.Samordningsnummer;
import se.byggsten.forms.constraint.Personnummer;

/** Judges {@link Personnummer}. */
public final class PersonnummerValidator
    implements ConstraintValidator<Personnummer, CharSequence> {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]");

  private boolean samordningsnummer = true;
  private boolean interim;

  @Override
  public void initialize(Personnummer constraint) {
    samordningsnummer = constraint.samordningsnummer();
    interim = constraint.interim();
  }

  @Override
  public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
    if (value == null || value.toString().isBlank()) {
      return true;
    }
    LocalDate today = Today.by(context);
    PersonIdentifier.Option[] options =
        interim
            ? new PersonIdentifier.Option[] {PersonIdentifier.Option.INTERIM}
            : new PersonIdentifier.Option[0];
    return PersonIdentifier.tryParse(SPACES.matcher(value).replaceAll(""), today, options)
        .filter(number -> samordningsnummer || !(number instanceof Samordningsnummer))
        .isPresent();
  }
}
