package se.byggsten.forms.internal.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import se.byggsten.forms.constraint.Month;

/** Judges {@link Month} on {@link YearMonth}. */
public final class MonthValidator implements ConstraintValidator<Month, YearMonth> {
  private YearMonth earliest = YearMonth.of(1900, 1);
  private YearMonth latest = YearMonth.of(2100, 12);

  @Override
  public void initialize(Month constraint) {
    earliest = YearMonth.parse(constraint.earliest());
    latest = YearMonth.parse(constraint.latest());
  }

  @Override
  public boolean isValid(@Nullable YearMonth value, ConstraintValidatorContext context) {
    return value == null || (!value.isBefore(earliest) && !value.isAfter(latest));
  }

  /** Judges {@link Month} on text. */
  public static final class OfText implements ConstraintValidator<Month, CharSequence> {
    private final MonthValidator values = new MonthValidator();

    @Override
    public void initialize(Month constraint) {
      values.initialize(constraint);
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
      if (value == null || value.toString().isBlank()) {
        return true;
      }
      try {
        return values.isValid(YearMonth.parse(value.toString().strip()), context);
      } catch (DateTimeException e) {
        return false;
      }
    }
  }
}
