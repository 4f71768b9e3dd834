package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidatorContext;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day in Sweden, by the clock of the validator. */
final class Today {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private Today() {}

  static LocalDate by(ConstraintValidatorContext context) {
    return LocalDate.ofInstant(context.getClockProvider().getClock().instant(), ZONE);
  }
}
