package se.byggsten.expression.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import se.byggsten.core.identifier.PersonIdentifier;
import se.byggsten.core.identifier.Personnummer;
import se.byggsten.core.identifier.Samordningsnummer;

/** What {@code years}, {@code addDays}, {@code age} and their like do, on days as ISO text. */
final class DateFunctions {
  /** Later than any birth: what a number with its century written out is judged against. */
  private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

  private static final int ISO_LENGTH = 10;
  private static final int DIGITS_WITH_CENTURY = 12;

  private DateFunctions() {}

  static long between(ChronoUnit unit, String from, String to) {
    Optional<LocalDate> first = day(from);
    Optional<LocalDate> last = day(to);
    return first.isPresent() && last.isPresent() ? unit.between(first.get(), last.get()) : 0;
  }

  static String add(ChronoUnit unit, String day, long amount) {
    return changed(day, date -> date.plus(amount, unit));
  }

  static long part(String day, ToIntFunction<LocalDate> part) {
    return day(day).map(date -> (long) part.applyAsInt(date)).orElse(0L);
  }

  static String of(long year, long month, long day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
      return "";
    }
    try {
      return LocalDate.of((int) year, (int) month, (int) day).toString();
    } catch (DateTimeException e) {
      return "";
    }
  }

  /** The century must be written out, for there is no day to judge the short form by. */
  static String birthDate(String number) {
    if (day(number).isPresent()) {
      return number;
    }
    boolean century =
        number.chars().filter(c -> c >= '0' && c <= '9').count() == DIGITS_WITH_CENTURY;
    return century ? birthDate(number, ANY_DAY) : "";
  }

  static String birthDate(String number, String on) {
    return day(on).map(day -> birthDate(number, day)).orElse("");
  }

  static long age(String number, String on) {
    return between(ChronoUnit.YEARS, birthDate(number, on), on);
  }

  private static String birthDate(String number, LocalDate on) {
    Optional<LocalDate> born = day(number);
    if (born.isPresent()) {
      return born.get().isAfter(on) ? "" : number;
    }
    return PersonIdentifier.tryParse(number, on)
        .flatMap(
            person ->
                person instanceof Personnummer known
                    ? Optional.of(known.birthDate())
                    : person instanceof Samordningsnummer coordination
                        ? coordination.birthDate()
                        : Optional.<LocalDate>empty())
        .map(LocalDate::toString)
        .orElse("");
  }

  private static String changed(String day, UnaryOperator<LocalDate> change) {
    try {
      return day(day)
          .map(change)
          .filter(date -> date.getYear() >= 1 && date.getYear() <= 9999)
          .map(LocalDate::toString)
          .orElse("");
    } catch (DateTimeException | ArithmeticException e) {
      return "";
    }
  }

  private static Optional<LocalDate> day(String text) {
    if (text.length() != ISO_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
