package se.byggsten.core.identifier;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Makes numbers that nobody has, right by the rules. */
final class Numbers {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private Numbers() {}

  /** Ten digits that begin with the nine given, with the check digit that the rule gives. */
  static String withCheckDigit(String nine) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int value = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += value > 9 ? value - 9 : value;
    }
    return nine + (10 - sum % 10) % 10;
  }

  static Arbitrary<String> personnummer() {
    Arbitrary<Long> days =
        Arbitraries.longs().between(LocalDate.of(1850, 1, 1).toEpochDay(), TODAY.toEpochDay());
    return Combinators.combine(days, Arbitraries.integers().between(1, 999))
        .as(
            (day, serial) -> {
              LocalDate birth = LocalDate.ofEpochDay(day);
              String date =
                  "%04d%02d%02d"
                      .formatted(birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth());
              return date.substring(0, 2)
                  + withCheckDigit(date.substring(2) + "%03d".formatted(serial));
            });
  }

  static Arbitrary<String> samordningsnummer() {
    return Combinators.combine(
            Arbitraries.integers().between(1900, TODAY.getYear() - 1),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(60, 91),
            Arbitraries.integers().between(1, 999))
        .as(
            (year, month, day, serial) -> {
              String all = "%04d%02d%02d%03d".formatted(year, month, day, serial);
              return all.substring(0, 2) + withCheckDigit(all.substring(2));
            });
  }
}
