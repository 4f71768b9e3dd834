package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.identifier.Samordningsnummer;
import se.byggsten.forms.constraint.Personnummer;

/** Judges {@link Personnummer}. */
public final class PersonnummerValidator
    implements ConstraintValidator<Personnummer, CharSequence> {
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
    LocalDate today = LocalDate.ofInstant(context.getClockProvider().getClock().instant(), ZONE);
    PersonIdentifier.Option[] options =
        interim
            ? new PersonIdentifier.Option[] {PersonIdentifier.Option.INTERIM}
            : new PersonIdentifier.Option[0];
    return PersonIdentifier.tryParse(value.toString(), today, options)
        .filter(number -> samordningsnummer || !(number instanceof Samordningsnummer))
        .isPresent();
  }

  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
}
