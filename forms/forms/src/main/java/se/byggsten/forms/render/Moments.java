package se.byggsten.forms.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import se.byggsten.web.Languages;

/** Days and moments in Sweden, with the names of months as a language has them. */
final class Moments {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private Moments() {}

  static String day(LocalDate day, Locale locale) {
    return written("d MMMM uuuu", day, locale);
  }

  static String day(Instant at, Locale locale) {
    return written("d MMMM uuuu", at.atZone(ZONE), locale);
  }

  static String minute(Instant at, Locale locale) {
    return written("d MMMM uuuu HH:mm", at.atZone(ZONE), locale);
  }

  static String second(Instant at, Locale locale) {
    return written("d MMMM uuuu HH:mm:ss", at.atZone(ZONE), locale);
  }

  private static String written(String pattern, TemporalAccessor time, Locale locale) {
    return Languages.named(
        locale, names -> DateTimeFormatter.ofPattern(pattern, names).format(time));
  }
}
