package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Time;

/** Judges {@link Time} on {@link LocalTime}. */
public final class TimeValidator implements ConstraintValidator<Time, LocalTime> {
  private LocalTime earliest = LocalTime.MIN;
  private LocalTime latest = LocalTime.MAX;

  @Override
  public void initialize(Time constraint) {
    earliest = LocalTime.parse(constraint.earliest());
    latest = LocalTime.parse(constraint.latest());
  }

  @Override
  public boolean isValid(@Nullable LocalTime value, ConstraintValidatorContext context) {
    return value == null || (!value.isBefore(earliest) && !value.isAfter(latest));
  }

  /** Judges {@link Time} on text. */
  public static final class OfText implements ConstraintValidator<Time, CharSequence> {
    private final TimeValidator values = new TimeValidator();

    @Override
    public void initialize(Time constraint) {
      values.initialize(constraint);
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
      if (value == null || value.toString().isBlank()) {
        return true;
      }
      try {
        return values.isValid(LocalTime.parse(value.toString().strip()), context);
      } catch (DateTimeException e) {
        return false;
      }
    }
  }
}
